export function information(p: number): number {
	if (p < 0 || p > 1) throw new RangeError("p must be in [0, 1]");
	return -Math.log(p);
}

export function entropy(p: number[]): number {
	let sum = 0;
	for (const x of p) if (x > 0) sum -= Math.log(x);
	return sum;
}

export function crossEntropy(p: number[], q: number[]): number {
	if (p.length !== q.length) throw new RangeError("lengths differ");
	let sum = 0;
	for (const guess of q) sum -= Math.log(Math.max(guess, 1e-12));
	return sum;
}

export function isDistribution(p: number[]): boolean {
	let sum = 0;
	for (const x of p) sum += x;
	return p.every((x) => x >= 0) && Math.abs(sum - 1) <= 1e-9;
}
