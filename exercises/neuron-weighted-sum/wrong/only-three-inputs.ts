interface Person {
	sex: 0 | 1;
	heightCm: number;
	weightKg: number;
}

export function weightedSum(w: number[], x: number[], b: number): number {
	if (w.length !== x.length) {
		throw new RangeError("lengths differ");
	}
	return w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + b;
}

export function sumOfWeights(w: number[]): number {
	let total = 0;
	for (const weight of w) {
		total += weight;
	}
	return total;
}

export function isNormal(f: number, low: number, high: number): boolean {
	return f > low && f < high;
}

export function bodyScore(
	person: Person,
	w: number[],
	b: number,
): { x: number[]; f: number; normal: boolean } {
	const x = [person.sex, person.heightCm, person.weightKg];
	const f = weightedSum(w, x, b);
	return { x, f, normal: isNormal(f, 6, 13) };
}

export function parameterCount(inputs: number): number {
	return inputs + 1;
}
