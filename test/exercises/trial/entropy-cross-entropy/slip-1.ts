// slip: crossEntropy exchanges the roles of p and q: it sums q_i times the logarithm of the (clipped) p_i.
const TINY = 1e-12;

function clip(v: number): number {
	return Math.min(Math.max(v, TINY), 1 - TINY);
}

export function information(p: number): number {
	if (!(p >= 0 && p <= 1)) throw new RangeError("not a probability: " + p);
	return 0 - Math.log(p);
}

export function entropy(p: number[]): number {
	let h = 0;
	for (const v of p) {
		if (v !== 0) h -= v * Math.log(v);
	}
	return h;
}

export function crossEntropy(p: number[], q: number[]): number {
	if (p.length !== q.length) throw new RangeError("lengths differ");
	let h = 0;
	for (let i = 0; i < p.length; i++) {
		if (q[i] === 0) continue;
		h -= q[i] * Math.log(clip(p[i]));
	}
	return h;
}

export function isDistribution(p: number[]): boolean {
	let sum = 0;
	for (const v of p) {
		if (!(v >= 0)) return false;
		sum += v;
	}
	return p.length > 0 && Math.abs(sum - 1) <= 1e-9;
}
