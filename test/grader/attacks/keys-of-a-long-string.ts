// Class: built-in without interrupt check
// Mechanism: Object.keys of a String of 2^27 characters
// Expected: time_limit|memory_limit, at most 13.8 points.
// Every character becomes a key.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Object.keys(new String("x".repeat(2 ** 27))).length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
