// slip: descend computes the slope at the start x0 in every update instead of at the current point.
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
	df: (x: number) => number,
	x0: number,
	eta: number,
	stop: number,
	maxUpdates: number,
): { points: Point[]; updates: number; converged: boolean } {
	let current: Point = { x: x0, j: f(x0) };
	const points: Point[] = [current];
	let updates = 0;
	while (!(current.j <= stop) && updates < maxUpdates) {
		const slope = df(x0);
		const x = gdStep(current.x, slope, eta);
		current = { x, j: f(x) };
		points.push(current);
		updates++;
	}
	const converged = current.j <= stop;
	return { points, updates, converged };
}
