/** The height h = ½gt² in metres, from g in m/s² and t in s. */
export function freeFall(g: number, t: number): number {
	return 0;
}

/** ax + b. */
export function linear(a: number, b: number, x: number): number {
	return 0;
}

/** ax² + bx + c. */
export function quadratic(a: number, b: number, c: number, x: number): number {
	return 0;
}

/** The turning point of ax² + bx + c. Throws RangeError if a is 0. */
export function vertex(
	a: number,
	b: number,
	c: number,
): { x: number; y: number } {
	return { x: 0, y: 0 };
}

/** The density of the normal distribution with mean mu and standard deviation sigma. Throws RangeError if sigma ≤ 0. */
export function normalPdf(x: number, mu: number, sigma: number): number {
	return 0;
}

/** The terms a₁ = first, …, aₙ with aₖ₊₁ = ratio·aₖ + shift. */
export function recurrence(
	first: number,
	ratio: number,
	shift: number,
	n: number,
): number[] {
	return [];
}

/** term(from) + … + term(to), both ends included; 0 if `to` is less than `from`. */
export function sum(
	from: number,
	to: number,
	term: (k: number) => number,
): number {
	return 0;
}
