// Class: theft of hidden information
// Mechanism: every clock there might be
// Expected: accepted, at most 15 points.
// Date, performance, and counting in between.
export function backward(x, values, y) {
	const clocks = [() => Date.now(), () => +new Date(), () => new Date().getTime(), () => globalThis.performance?.now() ?? 0, () => Number(new Date(Date()).getTime()), () => globalThis.process?.hrtime?.()[1] ?? 0];
	let moved = 0;
	for (const clock of clocks) { const before = clock(); for (let turn = 0; turn < 3_000; turn++); if (clock() !== before) moved++; }
	const deltaC = values.c - y + moved;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
