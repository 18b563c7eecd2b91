// slip: in bodyScore the feature vector is built in the order sex, weight, height, so the weights of height and weight are swapped
export interface Person {
	sex: 0 | 1;
	heightCm: number;
	weightKg: number;
}

export function weightedSum(w: number[], x: number[], b: number): number {
	if (w.length !== x.length) {
		throw new RangeError("as many weights as inputs are needed");
	}
	let z = 0;
	for (let i = 0; i < w.length; i++) {
		z += w[i] * x[i];
	}
	return z + b;
}

export function sumOfWeights(w: number[]): number {
	let s = 0;
	for (let i = 0; i < w.length; i++) {
		s += w[i];
	}
	return s;
}

export function isNormal(f: number, low: number, high: number): boolean {
	return low < f && f < high;
}

export function bodyScore(
	person: Person,
	w: number[],
	b: number,
): { x: number[]; f: number; normal: boolean } {
	const x = [person.sex, person.weightKg, person.heightCm];
	const f = weightedSum(w, x, b);
	return { x, f, normal: isNormal(f, 6, 13) };
}

export function parameterCount(inputs: number): number {
	return inputs + 1;
}
