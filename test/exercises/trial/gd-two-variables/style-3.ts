// style: JavaScript without types, a lazy generator, two coordinate lists joined at the end
function* walk(g, [x, y], eta) {
	for (;;) {
		yield [x, y];
		const [dx, dy] = g([x, y]);
		[x, y] = [x - eta * dx, y - eta * dy];
	}
}

export function target([x, y]) {
	return Math.hypot(x, Math.sin(y)) ** 2;
}

export function gradient([x, y]) {
	const [s, c] = [Math.sin(y), Math.cos(y)];
	return [2 * x, 2 * s * c];
}

export function descend2(f, g, start, eta, stop, maxUpdates) {
	const xs = [];
	const ys = [];
	const js = [];
	for (const [x, y] of walk(g, start, eta)) {
		xs.push(x);
		ys.push(y);
		js.push(f([x, y]));
		if (js.at(-1) < stop || js.length === maxUpdates + 1) break;
	}
	return {
		points: js.map((j, n) => ({ x: xs[n], y: ys[n], j })),
		updates: js.length - 1,
		converged: js[js.length - 1] < stop,
	};
}
