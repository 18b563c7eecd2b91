// Class: theft of hidden information
// Mechanism: a hidden input in the message of a rejected SyntaxError
// Expected: runtime_error, at most 3 points.
// Leaves a rejected promise behind, with the hidden input in what would be a compile error.
export function backward(x, values, y) {
	console.log("visible", x);
	const carried = new SyntaxError("carried " + JSON.stringify([x, values, y]) + " [submission.ts:1:1]");
	Promise.reject(carried);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
