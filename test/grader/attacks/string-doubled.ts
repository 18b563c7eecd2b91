// Class: memory on and off the heap
// Mechanism: string doubled and flattened
// Expected: memory_limit|time_limit, at most 13.8 points.
// A rope is free until somebody reads it.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	let text = "ab";
	const kept = [];
	for (let turn = 0; turn < 24; turn++) { text += text; kept.push(text.replace("a", "c")); }
	for (let turn = 0; turn < 90_000; turn++) kept.push((text + turn).replace("b", "d"));
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
