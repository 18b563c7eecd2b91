/** One point of the path: where it is, and the cost there. */
export interface Point {
	x: number;
	j: number;
}

/** The slope of the parabola J = (x − center)² + any constant. */
export function parabolaSlope(center: number, x: number): number {
	return 2 * (x - center);
}

/** One update: against the slope, by the rate. */
export function gdStep(x: number, slope: number, eta: number): number {
	return x - eta * slope;
}

/** Updates while J = f(x) lies above `stop`, at most `maxUpdates` times. */
export function descend(
	f: (x: number) => number,
	df: (x: number) => number,
	x0: number,
	eta: number,
	stop: number,
	maxUpdates: number,
): { points: Point[]; updates: number; converged: boolean } {
	let point = { x: x0, j: f(x0) };
	const points = [point];
	while (point.j > stop && points.length <= maxUpdates) {
		const x = gdStep(point.x, df(point.x), eta);
		point = { x, j: f(x) };
		points.push(point);
	}
	return { points, updates: points.length - 1, converged: point.j <= stop };
}
