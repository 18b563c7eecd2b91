/** Order statistics, ratios and growth of measured times. */

/** What the bench says of one contender: milliseconds, or whatever unit the samples had. */
export interface Summary {
	count: number;
	median: number;
	p95: number;
	p99: number;
	max: number;
}

/**
 * The smallest sample that at least `share` of all samples do not exceed (nearest rank).
 * @param share in (0, 1], e.g. 0.95
 * @throws RangeError without samples, or for a share outside (0, 1]
 */
export function percentile(samples: readonly number[], share: number): number {
	if (!(share > 0 && share <= 1))
		throw new RangeError(`expected a share in (0, 1]; got ${share}`);
	const sorted = [...samples].sort((a, b) => a - b);
	// The small push keeps 0.95 · 20, which is 19.000000000000004 in binary, at rank 19.
	const rank = Math.ceil(share * sorted.length - 1e-9);
	const value = sorted[Math.max(rank, 1) - 1];
	if (value === undefined) throw new RangeError("expected at least one sample");
	return value;
}

/** The middle sample, or the mean of the two in the middle. @throws RangeError without samples */
export function median(samples: readonly number[]): number {
	const sorted = [...samples].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle];
	const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
	if (upper === undefined || lower === undefined)
		throw new RangeError("expected at least one sample");
	return (lower + upper) / 2;
}

/** @throws RangeError without samples */
export function summarise(samples: readonly number[]): Summary {
	return {
		count: samples.length,
		median: median(samples),
		p95: percentile(samples, 0.95),
		p99: percentile(samples, 0.99),
		max: percentile(samples, 1),
	};
}

/**
 * The exponent k of the power law y = c·xᵏ that fits best in the logarithms (least squares): 1 is a straight line through
 * the origin, 0 is flat, 2 quadratic.
 * @throws RangeError with fewer than two different positive x, or with a value that is not positive
 */
export function growthExponent(
	points: readonly { x: number; y: number }[],
): number {
	const logs = points.map(({ x, y }) => {
		if (!(x > 0 && y > 0))
			throw new RangeError(`expected positive numbers; got (${x}, ${y})`);
		return { x: Math.log(x), y: Math.log(y) };
	});
	const mean = (pick: (point: { x: number; y: number }) => number) =>
		logs.reduce((sum, point) => sum + pick(point), 0) / logs.length;
	const meanX = mean(({ x }) => x);
	const meanY = mean(({ y }) => y);
	const covariance = mean(({ x, y }) => (x - meanX) * (y - meanY));
	const variance = mean(({ x }) => (x - meanX) ** 2);
	if (!(variance > 0))
		throw new RangeError("expected at least two different x");
	return covariance / variance;
}
