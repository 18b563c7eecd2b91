// slip: oneHot is off by one at the upper border: it tests label > classes, so label = classes is not refused and gives a list of zeros (border only).
const TINY = 1e-12;

export function softmax(z: number[]): number[] {
	let top = -Infinity;
	for (const s of z) if (s > top) top = s;
	const powers = z.map((s) => Math.exp(s - top));
	let sum = 0;
	for (const p of powers) sum += p;
	return powers.map((p) => p / sum);
}

export function oneHot(label: number, classes: number): number[] {
	if (!Number.isInteger(label) || label < 0 || label > classes) {
		throw new RangeError("no such class");
	}
	const y: number[] = [];
	for (let c = 0; c < classes; c++) y.push(c === label ? 1 : 0);
	return y;
}

export function crossEntropy(a: number[], y: number[]): number {
	if (a.length !== y.length) throw new RangeError("lengths differ");
	let loss = 0;
	for (let i = 0; i < a.length; i++) {
		if (y[i] !== 0) loss -= y[i] * Math.log(Math.max(a[i], TINY));
	}
	return loss;
}

export function logitLoss(z: number[], y: number[]): number {
	return crossEntropy(softmax(z), y);
}

export function logitGradient(z: number[], y: number[]): number[] {
	if (z.length !== y.length) throw new RangeError("lengths differ");
	return softmax(z).map((a, i) => a - y[i]);
}

export function predict(z: number[]): number {
	let best = 0;
	for (let i = 1; i < z.length; i++) if (z[i] > z[best]) best = i;
	return best;
}
