/** Metres fallen from rest; the mass plays no part. */
export function freeFall(g: number, t: number): number {
	return (g * t * t) / 2;
}

/** A straight line with slope a that meets the y-axis at b. */
export function linear(a: number, b: number, x: number): number {
	return a * x + b;
}

/** A parabola, for a ≠ 0. */
export function quadratic(a: number, b: number, c: number, x: number): number {
	return a * x * x + b * x + c;
}

/** Where the parabola turns: half way between any two points of equal height. */
export function vertex(
	a: number,
	b: number,
	c: number,
): { x: number; y: number } {
	if (a === 0) throw new RangeError("a is 0: a line has no vertex");
	const x = -b / (2 * a);
	return { x, y: quadratic(a, b, c, x) };
}

/** The bell curve: its height falls with the squared distance from mu, measured in units of sigma. */
export function normalPdf(x: number, mu: number, sigma: number): number {
	if (sigma <= 0)
		throw new RangeError(`sigma must be greater than 0, got ${sigma}`);
	const distance = (x - mu) / sigma;
	const area = sigma * Math.sqrt(2 * Math.PI);
	return Math.exp(-0.5 * distance * distance) / area;
}

/** The first n terms of a sequence in which each term follows from the one before. */
export function recurrence(
	first: number,
	ratio: number,
	shift: number,
	n: number,
): number[] {
	const terms: number[] = [];
	let term = first;
	while (terms.length < n) {
		terms.push(term);
		term = ratio * term + shift;
	}
	return terms;
}

/** The sum sign as a loop: k runs over the whole numbers from one limit to the other, both included. */
export function sum(
	from: number,
	to: number,
	term: (k: number) => number,
): number {
	let total = 0;
	for (let k = from; k <= to; k++) total += term(k);
	return total;
}
