/** One point of the path: where it is, and the cost there. */
export interface Point {
	x: number;
	j: number;
}

/** The slope of the parabola J = (x − center)² + any constant. */
export function parabolaSlope(center: number, x: number): number {
	return 0;
}

/** One update: against the slope, by the rate. */
export function gdStep(x: number, slope: number, eta: number): number {
	return 0;
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
	const points: Point[] = [];
	// compute J, record, test, update
	return { points, updates: 0, converged: false };
}
