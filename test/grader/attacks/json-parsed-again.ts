// Class: built-in without interrupt check
// Mechanism: JSON.parse of a large text in a counted loop
// Expected: time_limit|memory_limit, at most 13.8 points.
// Each turn counts one, and reads twelve million characters.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const text = "[" + "1,".repeat(6_000_000) + "1]";
	let total = 0;
	for (let turn = 0; turn < 99_000; turn++) total += JSON.parse(text).length;
	return total;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
