// Class: values that are not what they seem
// Mechanism: a result that contains itself
// Expected: output_limit, at most 3 points.
// An encoder that follows references never comes back.
export function backward(x, values, y) {
	const result = { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
	result.deltaC = result;
	return result;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
