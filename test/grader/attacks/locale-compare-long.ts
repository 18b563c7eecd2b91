// Class: built-in without interrupt check
// Mechanism: String.prototype.localeCompare
// Expected: time_limit|memory_limit, at most 13.8 points.
// Collation of two long texts in a counted loop.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const left = "\u00e9x".repeat(2 ** 20) + "a";
	const right = "\u00e9x".repeat(2 ** 20) + "b";
	let total = 0;
	for (let turn = 0; turn < 99_000; turn++) total += left.localeCompare(right);
	return total;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
