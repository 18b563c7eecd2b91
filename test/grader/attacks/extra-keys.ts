// Class: values that are not what they seem
// Mechanism: right values and one more
// Expected: partial|output_limit, at most 5.9 points.
// An answer that also says everything else.
export function backward(x, values, y) {
	const deltaC = values.c - y;
	return { deltaC, deltaB: deltaC, deltaA: deltaC, deltaX: deltaC, [`${"k".repeat(90_000)}`]: 1, "": 2, "0": 3 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
