// style: immutable Place objects that know their successor
export type Point = [number, number];
export type Visit = { x: number; y: number; j: number };
type Surface = { f: (p: Point) => number; g: (p: Point) => Point };

class Place {
	readonly #at: Point;
	readonly #on: Surface;
	readonly height: number;
	constructor(at: Point, on: Surface) {
		this.#at = at;
		this.#on = on;
		this.height = on.f([...at]);
	}
	next(eta: number): Place {
		const slopes = this.#on.g([...this.#at]);
		const moved = this.#at.map((value, i) => value + -eta * slopes[i]) as Point;
		return new Place(moved, this.#on);
	}
	toVisit(): Visit {
		return { x: this.#at[0], y: this.#at[1], j: this.height };
	}
}

export const target = ([x, y]: Point): number => Math.pow(x, 2) + Math.pow(Math.sin(y), 2);

export const gradient = ([x, y]: Point): Point => [2 * x, Math.cos(y) * Math.sin(y) * 2];

export function descend2(
	f: (p: Point) => number,
	g: (p: Point) => Point,
	start: Point,
	eta: number,
	stop: number,
	maxUpdates: number,
) {
	const path = [new Place([...start], { f, g })];
	const here = () => path[path.length - 1];
	while (!(here().height < stop) && path.length <= maxUpdates) path.push(here().next(eta));
	return {
		converged: here().height < stop,
		updates: path.length - 1,
		points: path.map((place) => place.toVisit()),
	};
}
