/** ln Σ e^z, without leaving the range of numbers */
function logSumExp(z: number[]): number {
	let top = z[0];
	for (let i = 1; i < z.length; i++) {
		if (z[i] > top) top = z[i];
	}
	let sum = 0;
	for (let i = z.length - 1; i >= 0; i--) sum += Math.exp(z[i] - top);
	return top + Math.log(sum);
}

const WORST = -Math.log(1e-12);

export function softmax(z: number[]): number[] {
	const out: number[] = [];
	const norm = logSumExp(z);
	for (let i = 0; i < z.length; i++) out[i] = Math.exp(z[i] - norm);
	return out;
}

export function oneHot(label: number, classes: number): number[] {
	const out = new Array<number>(classes).fill(0);
	if (!(Number.isInteger(label) && 0 <= label && label <= classes - 1)) {
		throw new RangeError(`label ${label} of ${classes} classes`);
	}
	out[label] = 1;
	return out;
}

export function crossEntropy(a: number[], y: number[]): number {
	if (a.length !== y.length) throw new RangeError("a and y differ in length");
	let loss = 0;
	let i = 0;
	while (i < y.length) {
		const p = a[i] < 1e-12 ? 1e-12 : a[i];
		loss += y[i] * Math.log(1 / p);
		i++;
	}
	return loss;
}

export function logitLoss(z: number[], y: number[]): number {
	if (z.length !== y.length) throw new RangeError("z and y differ in length");
	const norm = logSumExp(z);
	let loss = 0;
	for (let i = 0; i < z.length; i++) {
		// −ln a = norm − z
		const cost = norm - z[i];
		loss += y[i] * (cost > WORST ? WORST : cost);
	}
	return loss;
}

export function logitGradient(z: number[], y: number[]): number[] {
	if (z.length !== y.length) throw new RangeError("z and y differ in length");
	const g = softmax(z);
	for (let i = 0; i < g.length; i++) g[i] -= y[i];
	return g;
}

export function predict(z: number[]): number {
	let best = z.length - 1;
	for (let i = z.length - 2; i >= 0; i--) {
		if (z[i] >= z[best]) best = i;
	}
	return best;
}
