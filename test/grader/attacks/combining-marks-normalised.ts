// Class: built-in without interrupt check
// Mechanism: String.prototype.normalize
// Expected: time_limit|memory_limit, at most 13.8 points.
// Sorts a million marks of two kinds that all sit on one letter.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return ("a" + "\u0301\u0323".repeat(2 ** 20)).normalize("NFD").length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
