// slip: in descend2 updates is reported as the number of points, one more than updates were made; the path itself is right
export type Point = [number, number];

export interface Visit {
	x: number;
	y: number;
	j: number;
}

export function target(p: Point): number {
	return p[0] ** 2 + Math.sin(p[1]) ** 2;
}

export function gradient(p: Point): Point {
	return [2 * p[0], 2 * Math.sin(p[1]) * Math.cos(p[1])];
}

export function descend2(
	f: (p: Point) => number,
	g: (p: Point) => Point,
	start: Point,
	eta: number,
	stop: number,
	maxUpdates: number,
): { points: Visit[]; updates: number; converged: boolean } {
	const points: Visit[] = [];
	let [x, y] = start;
	let j = f([x, y]);
	points.push({ x, y, j });
	let updates = 0;
	while (!(j < stop) && updates < maxUpdates) {
		const [gx, gy] = g([x, y]);
		x = x - eta * gx;
		y = y - eta * gy;
		updates++;
		j = f([x, y]);
		points.push({ x, y, j });
	}
	return { points, updates: points.length, converged: j < stop };
}
