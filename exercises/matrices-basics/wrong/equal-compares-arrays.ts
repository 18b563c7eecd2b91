type Matrix = number[][];

function zeros(rows: number, columns: number): Matrix {
	const result: Matrix = [];
	for (let i = 0; i < rows; i++) {
		result.push(new Array(columns).fill(0));
	}
	return result;
}

function checkShapes(A: Matrix, B: Matrix): void {
	if (A.length !== B.length || A[0].length !== B[0].length) {
		throw new RangeError("the shapes differ");
	}
}

export function add(A: Matrix, B: Matrix): Matrix {
	checkShapes(A, B);
	const result = zeros(A.length, A[0].length);
	for (let i = 0; i < A.length; i++) {
		for (let j = 0; j < A[0].length; j++) {
			result[i][j] = A[i][j] + B[i][j];
		}
	}
	return result;
}

export function subtract(A: Matrix, B: Matrix): Matrix {
	checkShapes(A, B);
	const result = zeros(A.length, A[0].length);
	for (let i = 0; i < A.length; i++) {
		for (let j = 0; j < A[0].length; j++) {
			result[i][j] = A[i][j] - B[i][j];
		}
	}
	return result;
}

export function scale(k: number, A: Matrix): Matrix {
	const result = zeros(A.length, A[0].length);
	for (let i = 0; i < A.length; i++) {
		for (let j = 0; j < A[0].length; j++) {
			result[i][j] = k * A[i][j];
		}
	}
	return result;
}

export function multiply(A: Matrix, B: Matrix): Matrix {
	if (A[0].length !== B.length) {
		throw new RangeError("columns of A and rows of B differ");
	}
	const result = zeros(A.length, B[0].length);
	for (let i = 0; i < A.length; i++) {
		for (let j = 0; j < B[0].length; j++) {
			let sum = 0;
			for (let k = 0; k < B.length; k++) {
				sum += A[i][k] * B[k][j];
			}
			result[i][j] = sum;
		}
	}
	return result;
}

export function hadamard(A: Matrix, B: Matrix): Matrix {
	checkShapes(A, B);
	const result = zeros(A.length, A[0].length);
	for (let i = 0; i < A.length; i++) {
		for (let j = 0; j < A[0].length; j++) {
			result[i][j] = A[i][j] * B[i][j];
		}
	}
	return result;
}

export function transpose(A: Matrix): Matrix {
	const result = zeros(A[0].length, A.length);
	for (let i = 0; i < A.length; i++) {
		for (let j = 0; j < A[0].length; j++) {
			result[j][i] = A[i][j];
		}
	}
	return result;
}

export function equal(A: Matrix, B: Matrix): boolean {
	return A === B;
}
