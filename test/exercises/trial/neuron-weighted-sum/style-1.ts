// style: index loops from the end to the front, the bias first, everything spelled out
export interface Person {
	sex: 0 | 1;
	heightCm: number;
	weightKg: number;
}

export function weightedSum(w: number[], x: number[], b: number): number {
	if (w.length < x.length || w.length > x.length) throw new RangeError();
	var z = b;
	var i = w.length;
	while (i-- > 0) {
		z = x[i] * w[i] + z;
	}
	return z;
}

export function sumOfWeights(w: number[]): number {
	var ones = new Array(w.length).fill(1);
	return weightedSum(ones, w, 0);
}

export function isNormal(f: number, low: number, high: number): boolean {
	if (f <= low) {
		return false;
	} else if (f >= high) {
		return false;
	} else {
		return true;
	}
}

export function bodyScore(
	person: Person,
	w: number[],
	b: number,
): { x: number[]; f: number; normal: boolean } {
	var result = { x: [0, 0, 0], f: 0, normal: false };
	result.x[0] = person.sex;
	result.x[1] = person.heightCm;
	result.x[2] = person.weightKg;
	result.f = weightedSum(w, result.x, b);
	result.normal = isNormal(result.f, 6, 13);
	return result;
}

export function parameterCount(inputs: number): number {
	var n = 1; // the bias
	for (var i = 0; i < inputs; i++) n++;
	return n;
}
