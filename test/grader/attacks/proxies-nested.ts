// Class: memory on and off the heap
// Mechanism: proxy around proxy, ninety thousand deep
// Expected: memory_limit|time_limit|runtime_error|partial, at most 13.8 points.
// A look at the outermost one recurses through all.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	let inner = {};
	for (let turn = 0; turn < 99_000; turn++) inner = new Proxy(inner, {});
	return inner.x;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
