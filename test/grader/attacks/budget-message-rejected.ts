// Class: forged text
// Mechanism: the counter's own message, in a rejection
// Expected: time_limit|runtime_error, at most 3 points.
// Asks for a time limit at a line of its choice.
export function backward(x, values, y) {
	Promise.reject(new Error("counted budget used up at line 999999"));
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
