type Matrix = number[][];

function haveSameShape(A: Matrix, B: Matrix): boolean {
	return (
		A.length === B.length && A.every((row, i) => row.length === B[i]?.length)
	);
}

/** Adds, subtracts or multiplies entry by entry, whatever `combine` does. */
function entrywise(
	A: Matrix,
	B: Matrix,
	combine: (a: number, b: number) => number,
): Matrix {
	if (!haveSameShape(A, B)) throw new RangeError("the shapes differ");
	// The shapes agree, so B[i] and its entry j are never missing.
	return A.map((row, i) =>
		row.map((a, j) => combine(a, (B[i] as number[])[j] as number)),
	);
}

export function add(A: Matrix, B: Matrix): Matrix {
	return entrywise(A, B, (a, b) => a + b);
}

export function subtract(A: Matrix, B: Matrix): Matrix {
	return entrywise(A, B, (a, b) => a - b);
}

export function scale(k: number, A: Matrix): Matrix {
	return A.map((row) => row.map((a) => k * a));
}

/** Every row of A meets every column of B in an inner product. */
export function multiply(A: Matrix, B: Matrix): Matrix {
	if (A[0]?.length !== B.length)
		throw new RangeError("A needs as many columns as B has rows");
	const columns = transpose(B);
	return A.map((row) =>
		columns.map((column) =>
			row.reduce((sum, a, k) => sum + a * (column[k] as number), 0),
		),
	);
}

export function hadamard(A: Matrix, B: Matrix): Matrix {
	return entrywise(A, B, (a, b) => a * b);
}

/** Row j of the result is column j of A. */
export function transpose(A: Matrix): Matrix {
	const [first = []] = A;
	return first.map((_, j) => A.map((row) => row[j] as number));
}

export function equal(A: Matrix, B: Matrix): boolean {
	return (
		haveSameShape(A, B) &&
		A.every((row, i) => row.every((a, j) => a === B[i]?.[j]))
	);
}
