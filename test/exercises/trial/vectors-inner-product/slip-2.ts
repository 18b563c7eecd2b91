// slip: in cosAngle the RangeError is thrown only if both vectors are zero (&& instead of ||); it shows only if exactly one is the zero vector, then NaN comes back
export function norm(a: number[]): number {
	let s = 0;
	for (const ai of a) s += ai * ai;
	return Math.sqrt(s);
}

export function dot(a: number[], b: number[]): number {
	if (a.length !== b.length) throw new RangeError("different lengths");
	let s = 0;
	for (let i = 0; i < a.length; i++) s += a[i] * b[i];
	return s;
}

export function cosAngle(a: number[], b: number[]): number {
	const product = dot(a, b);
	const la = norm(a);
	const lb = norm(b);
	if (la === 0 && lb === 0) throw new RangeError("the zero vector has no direction");
	return product / (la * lb);
}

export function schwarzBounds(
	a: number[],
	b: number[],
): { lower: number; product: number; upper: number } {
	const product = dot(a, b);
	const upper = norm(a) * norm(b);
	return { lower: -upper, product, upper };
}

export function mostOpposite(a: number[], candidates: number[][]): number {
	if (candidates.length === 0) throw new RangeError("no candidates");
	const products = candidates.map((c) => dot(a, c));
	let best = 0;
	for (let i = 1; i < products.length; i++) {
		if (products[i] < products[best]) best = i;
	}
	return best;
}
