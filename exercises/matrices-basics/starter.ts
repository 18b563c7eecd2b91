/** An array of rows, all of one length. */
type Matrix = number[][];

/** A + B, entry by entry. Throws RangeError if the shapes differ. */
export function add(A: Matrix, B: Matrix): Matrix {
	return [];
}

/** A − B, entry by entry. Throws RangeError if the shapes differ. */
export function subtract(A: Matrix, B: Matrix): Matrix {
	return [];
}

/** kA: every entry times k. */
export function scale(k: number, A: Matrix): Matrix {
	return [];
}

/** The matrix product AB. Throws RangeError unless A has as many columns as B has rows. */
export function multiply(A: Matrix, B: Matrix): Matrix {
	return [];
}

/** A ⊙ B, the product entry by entry. Throws RangeError if the shapes differ. */
export function hadamard(A: Matrix, B: Matrix): Matrix {
	return [];
}

/** Rows become columns. */
export function transpose(A: Matrix): Matrix {
	return [];
}

/** Whether both have the same shape and the same entries. */
export function equal(A: Matrix, B: Matrix): boolean {
	return false;
}
