/** Scores become probabilities that add up to 1. Only differences of scores matter, so the greatest may be moved to 0. */
export function softmax(z: number[]): number[] {
	const greatest = Math.max(...z);
	const powers = z.map((score) => Math.exp(score - greatest)); // no power exceeds 1
	const total = powers.reduce((sum, power) => sum + power, 0);
	return powers.map((power) => power / total);
}

/** The label as probabilities: 1 for its own class, 0 for every other. */
export function oneHot(label: number, classes: number): number[] {
	if (!Number.isInteger(label) || label < 0 || label >= classes)
		throw new RangeError(`there is no class ${label} among ${classes}`);
	return Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0));
}

/** How surprised the prediction is by the truth. A probability below 1e-12 counts as 1e-12. */
export function crossEntropy(a: number[], y: number[]): number {
	assertSameLength(a, y);
	let loss = 0;
	for (const [k, truth] of y.entries())
		loss -= truth * Math.log(Math.max(a[k] as number, 1e-12)); // lengths agree
	return loss;
}

/** The loss seen from the scores: softmax first, then cross-entropy. */
export function logitLoss(z: number[], y: number[]): number {
	return crossEntropy(softmax(z), y);
}

/** Slope of that loss by every score: what is predicted minus what is true. */
export function logitGradient(z: number[], y: number[]): number[] {
	assertSameLength(z, y);
	return softmax(z).map((a, k) => a - (y[k] as number));
}

/** The class with the greatest score. */
export function predict(z: number[]): number {
	return z.indexOf(Math.max(...z)); // the first one on a tie
}

function assertSameLength(a: number[], b: number[]): void {
	if (a.length !== b.length)
		throw new RangeError(
			`expected as many classes on both sides, got ${a.length} and ${b.length}`,
		);
}
