export interface Point {
	x: number;
	j: number;
}

export function parabolaSlope(center: number, x: number): number {
	return 2 * (x - center);
}

export function gdStep(x: number, slope: number, eta: number): number {
	return x - eta * slope;
}

export function descend(
	f: (x: number) => number,
	_df: (x: number) => number,
	x0: number,
	eta: number,
	stop: number,
	maxUpdates: number,
): { points: Point[]; updates: number; converged: boolean } {
	let x = x0;
	let j = f(x);
	const points: Point[] = [{ x, j }];
	while (j > stop && points.length <= maxUpdates) {
		x = gdStep(x, j, eta);
		j = f(x);
		points.push({ x, j });
	}
	return { points, updates: points.length - 1, converged: j <= stop };
}
