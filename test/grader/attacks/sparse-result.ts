// Class: values that are not what they seem
// Mechanism: a list of length 2^32 - 1 without entries
// Expected: output_limit, at most 3 points.
// A loop up to its length would take hours.
export function backward(x, values, y) {
	return { deltaC: new Array(2 ** 32 - 1), deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
