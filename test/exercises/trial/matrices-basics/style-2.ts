// style: JavaScript without types, closures; the product as a sum of outer products (first one unadded: -0 may stay -0)
const shape = (M) => `${M.length} x ${M[0].length}`;

const entrywise = (op) => (A, B) => {
	if (shape(A) !== shape(B)) throw new RangeError(`${shape(A)} does not fit ${shape(B)}`);
	return A.map((row, i) => row.map((_, j) => op(A[i][j], B[i][j])));
};

const plus = entrywise((a, b) => a + b);
const minus = entrywise((a, b) => a - b);
const times = entrywise((a, b) => a * b);
const outer = (column, row) => column.map((c) => row.map((r) => c * r));

export function add(A, B) {
	return plus(A, B);
}
export function subtract(A, B) {
	return minus(A, B);
}
export function hadamard(A, B) {
	return times(A, B);
}
export function scale(k, A) {
	return A.map((row) => row.map((a) => a * k));
}
export function transpose(A) {
	return A[0].map((_, j) => A.map((row) => row[j]));
}
export function multiply(A, B) {
	const columns = transpose(A);
	if (columns.length !== B.length) throw new RangeError(`${shape(A)} times ${shape(B)}`);
	return columns.map((column, k) => outer(column, B[k])).reduce(plus);
}
export function equal(A, B) {
	return shape(A) === shape(B) && !A.some((row, i) => row.some((a, j) => a !== B[i][j]));
}
