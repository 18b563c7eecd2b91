// style: one flat array and index arithmetic, cut into rows at the end
type Matrix = number[][];

function flat(A: Matrix): number[] {
	const out: number[] = [];
	for (let i = 0; i < A.length; i++) for (let j = 0; j < A[i].length; j++) out[i * A[0].length + j] = A[i][j];
	return out;
}

function cut(list: number[], columns: number): Matrix {
	const out: Matrix = [];
	for (let p = 0; p < list.length; p += columns) out.push(list.slice(p, p + columns));
	return out;
}

function fits(A: Matrix, B: Matrix): void {
	if (A.length !== B.length) throw new RangeError("rows");
	if (A[0].length !== B[0].length) throw new RangeError("columns");
}

export function add(A: Matrix, B: Matrix): Matrix {
	fits(A, B);
	const a = flat(A);
	const b = flat(B);
	for (let p = 0; p < a.length; p++) a[p] += b[p];
	return cut(a, A[0].length);
}

export function subtract(A: Matrix, B: Matrix): Matrix {
	return add(A, scale(-1, B));
}

export function scale(k: number, A: Matrix): Matrix {
	const a = flat(A);
	for (let p = 0; p < a.length; p++) a[p] *= k;
	return cut(a, A[0].length);
}

export function multiply(A: Matrix, B: Matrix): Matrix {
	const inner = B.length;
	const m = B[0].length;
	if (A[0].length !== inner) throw new RangeError("inner sizes");
	const a = flat(A);
	const b = flat(B);
	const c = new Array(A.length * m).fill(0);
	for (let p = 0; p < c.length; p++) {
		const j = p % m;
		const i = (p - j) / m;
		for (let k = inner - 1; k >= 0; k--) c[p] += a[i * inner + k] * b[k * m + j];
	}
	return cut(c, m);
}

export function hadamard(A: Matrix, B: Matrix): Matrix {
	fits(A, B);
	const a = flat(A);
	const b = flat(B);
	for (let p = 0; p < a.length; p++) a[p] *= b[p];
	return cut(a, A[0].length);
}

export function transpose(A: Matrix): Matrix {
	const n = A.length;
	const m = A[0].length;
	const a = flat(A);
	const t: number[] = [];
	for (let q = 0; q < n * m; q++) t.push(a[(q % n) * m + Math.floor(q / n)]);
	return cut(t, n);
}

export function equal(A: Matrix, B: Matrix): boolean {
	if (A.length !== B.length) return false;
	if (A[0].length !== B[0].length) return false;
	const a = flat(A);
	const b = flat(B);
	for (let p = 0; p < a.length; p++) if (a[p] !== b[p]) return false;
	return true;
}
