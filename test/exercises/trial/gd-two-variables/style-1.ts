// style: endless loop with early return, a local array as the point, index loop over the coordinates
export type Point = [number, number];
export interface Visit {
	x: number;
	y: number;
	j: number;
}

export function target(p: Point): number {
	const s = Math.sin(p[1]);
	return s * s + p[0] * p[0];
}

export function gradient(p: Point): Point {
	const g: Point = [0, 0];
	g[0] = p[0] + p[0];
	g[1] = Math.sin(2 * p[1]);
	return g;
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
	const p: Point = [start[0], start[1]];
	for (let n = 0; ; n++) {
		const j = f(p);
		points.push({ x: p[0], y: p[1], j });
		if (j < stop) return { points, updates: n, converged: true };
		if (n >= maxUpdates) return { points, updates: n, converged: false };
		const slope = g(p);
		for (let i = 0; i < 2; i++) p[i] -= slope[i] * eta;
	}
}
