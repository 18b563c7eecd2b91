// slip: in vertex the brackets are missing in x = -b / 2 * a, so x is multiplied by a instead of divided (wrong unless a = 1, a = -1 or b = 0); y is right
export function freeFall(g: number, t: number): number {
	return 0.5 * g * t ** 2;
}

export function linear(a: number, b: number, x: number): number {
	return a * x + b;
}

export function quadratic(a: number, b: number, c: number, x: number): number {
	return a * x ** 2 + b * x + c;
}

export function vertex(
	a: number,
	b: number,
	c: number,
): { x: number; y: number } {
	if (a === 0) throw new RangeError("a line has no vertex");
	const x = -b / 2 * a;
	const y = c - b ** 2 / (4 * a);
	return { x, y };
}

export function normalPdf(x: number, mu: number, sigma: number): number {
	if (sigma <= 0) throw new RangeError("sigma must be positive");
	const front = 1 / (Math.sqrt(2 * Math.PI) * sigma);
	return front * Math.exp(-((x - mu) ** 2) / (2 * sigma ** 2));
}

export function recurrence(
	first: number,
	ratio: number,
	shift: number,
	n: number,
): number[] {
	const terms: number[] = [];
	let a = first;
	for (let k = 0; k < n; k++) {
		terms.push(a);
		a = ratio * a + shift;
	}
	return terms;
}

export function sum(
	from: number,
	to: number,
	term: (k: number) => number,
): number {
	let s = 0;
	for (let k = from; k <= to; k++) {
		s += term(k);
	}
	return s;
}
