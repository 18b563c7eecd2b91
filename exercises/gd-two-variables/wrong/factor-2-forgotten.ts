type Point = [number, number];

interface Visit {
	x: number;
	y: number;
	j: number;
}

export function target(p: Point): number {
	const [x, y] = p;
	return x ** 2 + Math.sin(y) ** 2;
}

export function gradient(p: Point): Point {
	const [x, y] = p;
	return [2 * x, Math.sin(y) * Math.cos(y)];
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
	let updates = 0;
	while (true) {
		const j = f([x, y]);
		points.push({ x, y, j });
		if (j < stop) {
			return { points, updates, converged: true };
		}
		if (updates === maxUpdates) {
			return { points, updates, converged: false };
		}
		const [slopeX, slopeY] = g([x, y]);
		x -= eta * slopeX;
		y -= eta * slopeY;
		updates++;
	}
}
