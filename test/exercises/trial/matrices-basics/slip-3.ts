// slip: in multiply the shape test compares the rows of A with the columns of B instead of the columns of A with the rows of B, so it throws for (2x3)(3x4) and lets (2x3)(2x2) pass
type Matrix = number[][];

function checkShapes(A: Matrix, B: Matrix): void {
	if (A.length !== B.length || A[0].length !== B[0].length) {
		throw new RangeError("the shapes differ");
	}
}

export function add(A: Matrix, B: Matrix): Matrix {
	checkShapes(A, B);
	return A.map((row, i) => row.map((a, j) => a + B[i][j]));
}

export function subtract(A: Matrix, B: Matrix): Matrix {
	checkShapes(A, B);
	return A.map((row, i) => row.map((a, j) => a - B[i][j]));
}

export function scale(k: number, A: Matrix): Matrix {
	return A.map((row) => row.map((a) => k * a));
}

export function multiply(A: Matrix, B: Matrix): Matrix {
	if (A.length !== B[0].length) {
		throw new RangeError("A must have as many columns as B has rows");
	}
	const P: Matrix = [];
	for (let i = 0; i < A.length; i++) {
		const row: number[] = [];
		for (let j = 0; j < B[0].length; j++) {
			let s = 0;
			for (let k = 0; k < B.length; k++) {
				s += A[i][k] * B[k][j];
			}
			row.push(s);
		}
		P.push(row);
	}
	return P;
}

export function hadamard(A: Matrix, B: Matrix): Matrix {
	checkShapes(A, B);
	return A.map((row, i) => row.map((a, j) => a * B[i][j]));
}

export function transpose(A: Matrix): Matrix {
	const T: Matrix = [];
	for (let j = 0; j < A[0].length; j++) {
		T.push(A.map((row) => row[j]));
	}
	return T;
}

export function equal(A: Matrix, B: Matrix): boolean {
	if (A.length !== B.length || A[0].length !== B[0].length) return false;
	return A.every((row, i) => row.every((a, j) => a === B[i][j]));
}
