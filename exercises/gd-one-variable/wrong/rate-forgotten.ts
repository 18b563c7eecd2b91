export interface Point {
	x: number;
	j: number;
}

export function parabolaSlope(center: number, x: number): number {
	return 2 * (x - center);
}

export function gdStep(x: number, slope: number, _eta: number): number {
	return x - slope;
}

export function descend(
	f: (x: number) => number,
	df: (x: number) => number,
	x0: number,
	eta: number,
	stop: number,
	maxUpdates: number,
): { points: Point[]; updates: number; converged: boolean } {
	const points: Point[] = [];
	let x = x0;
	let updates = 0;
	while (true) {
		const j = f(x);
		points.push({ x, j });
		if (j <= stop) {
			return { points, updates, converged: true };
		}
		if (updates === maxUpdates) {
			return { points, updates, converged: false };
		}
		x = gdStep(x, df(x), eta);
		updates++;
	}
}
