export interface Person {
	sex: 0 | 1;
	heightCm: number;
	weightKg: number;
}

/** What arrives at a neuron: every input times its weight, all added up, and the bias on top. */
export function weightedSum(w: number[], x: number[], b: number): number {
	if (w.length !== x.length)
		throw new RangeError(`${w.length} weights for ${x.length} inputs`);
	// Both have the same length, so x[i] is never missing.
	return w.reduce((z, weight, i) => z + weight * (x[i] as number), b);
}

/** Nothing obliges weights to add up to 1. */
export function sumOfWeights(w: number[]): number {
	return w.reduce((total, weight) => total + weight, 0);
}

/** True strictly between the two ends. */
export function isNormal(f: number, low: number, high: number): boolean {
	return low < f && f < high;
}

/** A person as a feature vector, its score, and whether the score lies in (6, 13). */
export function bodyScore(
	person: Person,
	w: number[],
	b: number,
): { x: number[]; f: number; normal: boolean } {
	const x = [person.sex, person.heightCm, person.weightKg];
	const f = weightedSum(w, x, b);
	return { x, f, normal: isNormal(f, 6, 13) };
}

/** One weight for each input, and one bias. */
export function parameterCount(inputs: number): number {
	return inputs + 1;
}
