// Class: values that are not what they seem
// Mechanism: a result nested fifty thousand deep
// Expected: output_limit, at most 3 points.
// Answers with nesting that a recursive encoder does not survive.
export function backward(x, values, y) {
	let deep = [];
	for (let depth = 0; depth < 50_000; depth++) deep = [deep];
	return deep;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
