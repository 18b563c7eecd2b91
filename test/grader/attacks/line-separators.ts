// Class: forged text
// Mechanism: U+2028 and U+2029
// Expected: runtime_error, at most 3 points.
// Ends the lines on which parent and child talk: in the source itself, printed, thrown and returned.
export function backward(x, values, y) {
	console.log("printed \u2028 and \u2029");
	if (x > 2) throw new RangeError("thrown \u2028");
	return { deltaC: "\u2028", "\u2029": " ", deltaA: 0, deltaX: 0 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
