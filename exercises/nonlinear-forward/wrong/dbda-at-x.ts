export function forward(x: number): { a: number; b: number; c: number } {
	if (x < 1) {
		throw new RangeError("x must not be below 1");
	}
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
	const { b } = forward(x);
	return { dadx: 2 * x, dbda: 1 / x, dcdb: 1 / (2 * Math.sqrt(b)) };
}

export function slope(x: number): number {
	const d = localDerivatives(x);
	return d.dadx * d.dbda * d.dcdb;
}

export function inverse(y: number): number {
	return Math.exp((y * y) / 2);
}

export function curve(
	from: number,
	to: number,
	n: number,
): { x: number[]; c: number[]; slope: number[] } {
	const result = {
		x: [] as number[],
		c: [] as number[],
		slope: [] as number[],
	};
	const step = (to - from) / (n - 1);
	for (let k = 0; k < n; k++) {
		const x = from + k * step;
		result.x.push(x);
		result.c.push(forward(x).c);
		result.slope.push(slope(x));
	}
	return result;
}
