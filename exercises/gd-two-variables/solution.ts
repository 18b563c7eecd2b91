export type Point = [number, number];

/** One place of the path: where it is, and the cost there. */
export interface Visit {
	x: number;
	y: number;
	j: number;
}

/** J = x² + sin² y. */
export function target([x, y]: Point): number {
	return x * x + Math.sin(y) * Math.sin(y);
}

/** Both slopes of J, each with the other variable held fixed. */
export function gradient([x, y]: Point): Point {
	return [2 * x, 2 * Math.sin(y) * Math.cos(y)];
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
	const visit = (x: number, y: number): Visit => ({ x, y, j: f([x, y]) });
	let here = visit(start[0], start[1]);
	const points = [here];
	while (here.j >= stop && points.length <= maxUpdates) {
		const [slopeX, slopeY] = g([here.x, here.y]);
		here = visit(here.x - eta * slopeX, here.y - eta * slopeY);
		points.push(here);
	}
	return { points, updates: points.length - 1, converged: here.j < stop };
}
