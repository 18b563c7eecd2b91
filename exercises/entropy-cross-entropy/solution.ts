/** A prediction is never taken for less than this, so that its logarithm is finite. */
const leastProbability = 1e-12;

/** How surprising an event of probability p is, in nats. */
export function information(p: number): number {
	if (p < 0 || p > 1)
		throw new RangeError(`expected a probability in [0, 1]; got ${p}`);
	return -Math.log(p);
}

/** The information to be expected. What never happens adds nothing, although it would be infinitely surprising. */
export function entropy(p: number[]): number {
	const possible = p.filter((chance) => chance > 0);
	return possible.reduce(
		(sum, chance) => sum + chance * information(chance),
		0,
	);
}

/** The information to be expected by somebody who believes in q while p is true. */
export function crossEntropy(p: number[], q: number[]): number {
	if (p.length !== q.length)
		throw new RangeError(
			`expected two lists of one length; got ${p.length} and ${q.length}`,
		);
	return p.reduce((sum, chance, i) => {
		const believed = Math.max(q[i] as number, leastProbability);
		return sum - chance * Math.log(believed);
	}, 0);
}

/** No entry below 0, and a sum of 1 up to rounding. */
export function isDistribution(p: number[]): boolean {
	const whole = p.reduce((sum, chance) => sum + chance, 0);
	return p.every((chance) => chance >= 0) && Math.abs(whole - 1) <= 1e-9;
}
