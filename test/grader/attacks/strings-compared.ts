// Class: built-in without interrupt check
// Mechanism: comparing long strings, through Array.prototype.includes
// Expected: time_limit|memory_limit, at most 13.8 points.
// Two texts that differ in their last character, compared ten thousand times in one call.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const left = "x".repeat(2 ** 24) + "a";
	const right = "x".repeat(2 ** 24) + "b";
	return new Array(10_000).fill(left).includes(right);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
