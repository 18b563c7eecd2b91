// slip: checkGradient looks for the greatest signed gap analytic - numeric, without the absolute value, when it determines worstIndex.
export type Cost = (p: number[]) => number;

export function numericGradient(cost: Cost, p: number[], h: number): number[] {
	if (h === 0) throw new RangeError("the step must not be 0");
	const q = p.slice();
	const n: number[] = [];
	for (let i = 0; i < q.length; i++) {
		q[i] = p[i] + h;
		const up = cost(q.slice());
		q[i] = p[i] - h;
		const down = cost(q.slice());
		q[i] = p[i];
		n.push((up - down) / (2 * h));
	}
	return n;
}

function length(v: number[]): number {
	return Math.sqrt(v.reduce((s, x) => s + x * x, 0));
}

export function relativeDifference(a: number[], b: number[]): number {
	if (a.length !== b.length) throw new RangeError("lengths differ");
	let biggest = 0;
	for (const v of [...a, ...b]) biggest = Math.max(biggest, Math.abs(v));
	if (biggest === 0) return 0;
	// scaled, so that squares neither overflow nor vanish
	const as = a.map((v) => v / biggest);
	const bs = b.map((v) => v / biggest);
	const apart = length(as.map((v, i) => v - bs[i]));
	return apart / (length(as) + length(bs));
}

export function checkGradient(
	cost: Cost,
	p: number[],
	analytic: number[],
	h: number,
	tol: number,
): { ok: boolean; difference: number; worstIndex: number | null } {
	if (analytic.length !== p.length) throw new RangeError("lengths differ");
	const numeric = numericGradient(cost, p, h);
	const difference = relativeDifference(analytic, numeric);
	if (difference <= tol) return { ok: true, difference, worstIndex: null };
	let worstIndex = 0;
	let most = -Infinity;
	for (let i = 0; i < numeric.length; i++) {
		const gap = analytic[i] - numeric[i];
		if (gap > most) {
			most = gap;
			worstIndex = i;
		}
	}
	return { ok: false, difference, worstIndex };
}
