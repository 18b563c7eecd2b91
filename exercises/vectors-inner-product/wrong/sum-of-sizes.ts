export function dot(a: number[], b: number[]): number {
	if (a.length !== b.length) {
		throw new RangeError("lengths differ");
	}
	let sum = 0;
	for (let i = 0; i < a.length; i++) {
		sum += a[i] * b[i];
	}
	return sum;
}

export function norm(a: number[]): number {
	let squares = 0;
	for (const component of a) {
		squares += Math.abs(component);
	}
	return squares;
}

export function cosAngle(a: number[], b: number[]): number {
	const product = dot(a, b);
	if (norm(a) === 0 || norm(b) === 0) {
		throw new RangeError("a zero vector has no direction");
	}
	return product / (norm(a) * norm(b));
}

export function schwarzBounds(
	a: number[],
	b: number[],
): { lower: number; product: number; upper: number } {
	const product = dot(a, b);
	const bound = norm(a) * norm(b);
	return { lower: -bound, product, upper: bound };
}

export function mostOpposite(a: number[], candidates: number[][]): number {
	if (candidates.length === 0) {
		throw new RangeError("no candidates");
	}
	const products = candidates.map((candidate) => dot(a, candidate));
	let best = 0;
	for (let k = 1; k < products.length; k++) {
		if (products[k] < products[best]) {
			best = k;
		}
	}
	return best;
}
