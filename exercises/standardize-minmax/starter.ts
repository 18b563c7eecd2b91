/** Mean and standard deviation of every feature. */
export interface Standardizer {
	mean: number[];
	std: number[];
}

/** Least and greatest value of every feature. */
export interface MinMax {
	min: number[];
	max: number[];
}

/** Mean and standard deviation of every column of X. Throws RangeError if X is empty. */
export function fitStandardizer(X: number[][]): Standardizer {
	return { mean: [], std: [] };
}

/** Standardises every feature of X with the numbers in s. */
export function applyStandardizer(s: Standardizer, X: number[][]): number[][] {
	return [];
}

/** Least and greatest value of every column of X. Throws RangeError if X is empty. */
export function fitMinMax(X: number[][]): MinMax {
	return { min: [], max: [] };
}

/** Normalises every feature of X with the numbers in s. */
export function applyMinMax(s: MinMax, X: number[][]): number[][] {
	return [];
}
