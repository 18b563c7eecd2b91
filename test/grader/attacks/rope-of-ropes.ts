// Class: memory on and off the heap
// Mechanism: deep rope of one-character strings
// Expected: memory_limit|time_limit|partial, at most 13.8 points.
// A text that is a list of ninety thousand pieces, flattened again and again.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	for (let round = 0; round < 40; round++) {
		let text = "";
		for (let turn = 0; turn < 2_000; turn++) text = (turn % 2 ? "x".repeat(20_000) : "") + text + "y";
		kept.push(text, text.charCodeAt(5));
	}
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
