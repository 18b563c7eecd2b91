// Class: forged text
// Mechanism: terminal escapes in every text there is
// Expected: runtime_error, at most 3 points.
// Clears the screen, sets the title, rewrites the line above.
export function backward(x, values, y) {
	const escape = "\u001b[2J\u001b[H\u001b]0;owned\u0007\u009b1A\u202eaccepted 15 of 15";
	console.log(escape);
	if (x > 2.5) throw new Error(escape);
	return { [escape]: escape, deltaC: escape, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
