// Class: values that are not what they seem
// Mechanism: ten thousand keys with line breaks
// Expected: partial|output_limit, at most 3 points.
// A path that would fill the page.
export function backward(x, values, y) {
	const result = { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
	for (let index = 0; index < 10_000; index++) result["key\n\u001b[2J" + index] = index;
	return result;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
