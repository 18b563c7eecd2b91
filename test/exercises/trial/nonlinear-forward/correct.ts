export function forward(x: number): { a: number; b: number; c: number } {
	if (x < 1) throw new RangeError("x must be at least 1");
	const a = x * x;
	const b = Math.log(a);
	const c = Math.sqrt(b);
	return { a, b, c };
}

export function localDerivatives(x: number): {
	dadx: number;
	dbda: number;
	dcdb: number;
} {
	const { a, c } = forward(x);
	return { dadx: 2 * x, dbda: 1 / a, dcdb: 1 / (2 * c) };
}

export function slope(x: number): number {
	const d = localDerivatives(x);
	return d.dcdb * d.dbda * d.dadx;
}

export function inverse(y: number): number {
	return Math.exp((y * y) / 2);
}

export function curve(
	from: number,
	to: number,
	n: number,
): { x: number[]; c: number[]; slope: number[] } {
	const gap = (to - from) / (n - 1);
	const xs = Array.from({ length: n }, (_, i) => from + i * gap);
	xs[n - 1] = to;
	return {
		x: xs,
		c: xs.map((x) => forward(x).c),
		slope: xs.map((x) => slope(x)),
	};
}
