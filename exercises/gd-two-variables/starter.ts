export type Point = [number, number];

/** One place of the path: where it is, and the cost there. */
export interface Visit {
	x: number;
	y: number;
	j: number;
}

/** J = x² + sin² y. */
export function target(p: Point): number {
	return 0;
}

/** Both slopes of J, each with the other variable held fixed. */
export function gradient(p: Point): Point {
	return [0, 0];
}

/** Updates both variables from the same point until f < `stop`, at most `maxUpdates` times. */
export function descend2(
	f: (p: Point) => number,
	g: (p: Point) => Point,
	start: Point,
	eta: number,
	stop: number,
	maxUpdates: number,
): { points: Visit[]; updates: number; converged: boolean } {
	const points: Visit[] = [];
	// compute J, record, test, update both
	return { points, updates: 0, converged: false };
}
