/** −ln p, the information of an event of probability p. Infinity at 0; throws RangeError outside [0, 1]. */
export function information(p: number): number {
	return 0;
}

/** −Σ pᵢ ln pᵢ; an entry of 0 adds nothing. */
export function entropy(p: number[]): number {
	return 0;
}

/** −Σ pᵢ ln qᵢ; p is true, q is predicted and is clipped to [1e-12, 1 − 1e-12]. Throws RangeError if the lengths differ. */
export function crossEntropy(p: number[], q: number[]): number {
	return 0;
}

/** Is no entry below 0, and is the sum 1 up to 1e-9? */
export function isDistribution(p: number[]): boolean {
	return false;
}
