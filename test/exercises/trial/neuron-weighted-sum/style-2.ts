// style: a class for the neuron, private fields, getters
interface Person {
	sex: 0 | 1;
	heightCm: number;
	weightKg: number;
}

class Interval {
	readonly low: number;
	readonly high: number;
	constructor(low: number, high: number) {
		this.low = low;
		this.high = high;
	}
	contains(value: number): boolean {
		return value > this.low && value < this.high;
	}
}

class Neuron {
	#weights: readonly number[];
	#bias: number;

	constructor(weights: readonly number[], bias: number) {
		this.#weights = Object.freeze([...weights]);
		this.#bias = bias;
	}

	get weightTotal(): number {
		return this.#weights.reduce((total, weight) => total + weight, 0);
	}

	see(inputs: readonly number[]): number {
		if (inputs.length !== this.#weights.length) {
			throw new RangeError(`${this.#weights.length} inputs expected, ${inputs.length} given`);
		}
		return this.#weights.reduce((total, weight, i) => total + weight * inputs[i], 0) + this.#bias;
	}
}

const NORMAL = Object.freeze(new Interval(6, 13));

export function weightedSum(w: number[], x: number[], b: number): number {
	return new Neuron(w, b).see(x);
}

export function sumOfWeights(w: number[]): number {
	return new Neuron(w, 0).weightTotal;
}

export function isNormal(f: number, low: number, high: number): boolean {
	return new Interval(low, high).contains(f);
}

export function bodyScore(person: Person, w: number[], b: number): { x: number[]; f: number; normal: boolean } {
	const x: number[] = [person.sex, person.heightCm, person.weightKg];
	const f = new Neuron(w, b).see(x);
	return { normal: NORMAL.contains(f), f, x };
}

export function parameterCount(inputs: number): number {
	return ["bias"].length + inputs;
}
