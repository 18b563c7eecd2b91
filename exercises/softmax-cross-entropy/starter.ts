/** Turns n scores into n probabilities that add up to 1. */
export function softmax(z: number[]): number[] {
	return [];
}

/** 1 at the place of the label, 0 elsewhere. Throws RangeError if there is no such class. */
export function oneHot(label: number, classes: number): number[] {
	return [];
}

/** Cross-entropy of the probabilities a when y is true. */
export function crossEntropy(a: number[], y: number[]): number {
	return 0;
}

/** The same loss as a function of the scores. */
export function logitLoss(z: number[], y: number[]): number {
	return 0;
}

/** The derivative of logitLoss by every score. */
export function logitGradient(z: number[], y: number[]): number[] {
	return [];
}

/** The index of the greatest score, the first one on a tie. */
export function predict(z: number[]): number {
	return 0;
}
