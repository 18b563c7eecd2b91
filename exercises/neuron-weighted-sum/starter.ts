export interface Person {
	sex: 0 | 1;
	heightCm: number;
	weightKg: number;
}

/** The weighted input of a neuron: Σ wᵢxᵢ + b. Throws RangeError if there are not as many weights as inputs. */
export function weightedSum(w: number[], x: number[], b: number): number {
	return 0;
}

/** The weights alone, added up. */
export function sumOfWeights(w: number[]): number {
	return 0;
}

/** Whether f lies between `low` and `high`, the ends not included. */
export function isNormal(f: number, low: number, high: number): boolean {
	return false;
}

/** The person as three numbers (sex, height, weight), the score f of these numbers, and whether 6 < f < 13. */
export function bodyScore(
	person: Person,
	w: number[],
	b: number,
): { x: number[]; f: number; normal: boolean } {
	return { x: [0, 0, 0], f: 0, normal: false };
}

/** How many numbers training may change in a neuron with this many inputs. */
export function parameterCount(inputs: number): number {
	return 0;
}
