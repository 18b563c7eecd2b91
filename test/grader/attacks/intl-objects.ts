// Class: memory on and off the heap
// Mechanism: Intl formatters, also by way of toLocaleString
// Expected: memory_limit|time_limit, at most 13.8 points.
// Half a megabyte of tables each.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	for (let turn = 0; turn < 90_000; turn++) {
		kept.push(globalThis.Intl ? new Intl.NumberFormat("de-CH") : (turn * 1.5).toLocaleString(["de", "fr", "zh"][turn % 3], { minimumFractionDigits: turn % 7 }));
		kept.push(new Array(200).fill(turn));
	}
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
