type F = (x: number) => number;

export function descend(df: F, x0: number, eta: number, steps: number): number {
	let x = x0;
	for (let n = 1; n <= steps; n++) {
		x = x - eta * df(x);
	}
	return x;
}

export function ascend(df: F, x0: number, eta: number, steps: number): number {
	let x = x0;
	for (let n = 1; n <= steps; n++) {
		x = x + eta * df(x);
	}
	return x;
}

export function bestOf(
	f: F,
	df: F,
	starts: number[],
	eta: number,
	steps: number,
): { x: number; value: number; start: number } {
	const ends = starts
		.map((start) => {
			const x = descend(df, start, eta, steps);
			return { x, value: f(x), start };
		})
		.filter((end) => Number.isFinite(end.x) && Number.isFinite(end.value));
	if (ends.length === 0) {
		throw new RangeError("no finite run");
	}
	return ends.reduce((best, end) =>
		Math.abs(df(end.x)) < Math.abs(df(best.x)) ? end : best,
	);
}
