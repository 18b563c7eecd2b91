// style: a helper class with typed rows; the product built row by row in place (i, k, j), recursion for the transpose
type Matrix = number[][];

class Table {
	readonly rows: number;
	readonly columns: number;
	private readonly cells: Float64Array[];

	constructor(rows: number, columns: number, value: (i: number, j: number) => number = () => 0) {
		this.rows = rows;
		this.columns = columns;
		this.cells = [];
		for (let i = 0; i < rows; i++) {
			const row = new Float64Array(columns);
			for (let j = 0; j < columns; j++) row[j] = value(i, j);
			this.cells.push(row);
		}
	}

	static from(M: Matrix): Table {
		return new Table(M.length, M[0].length, (i, j) => M[i][j]);
	}

	at(i: number, j: number): number {
		return this.cells[i][j];
	}

	raise(i: number, j: number, amount: number): void {
		this.cells[i][j] += amount;
	}

	sameShape(other: Table): boolean {
		return this.rows === other.rows && this.columns === other.columns;
	}

	with(other: Table, op: (a: number, b: number) => number): Table {
		if (!this.sameShape(other)) throw new RangeError("shapes differ");
		return new Table(this.rows, this.columns, (i, j) => op(this.at(i, j), other.at(i, j)));
	}

	toMatrix(): Matrix {
		return this.cells.map((row) => Array.from(row));
	}
}

export function add(A: Matrix, B: Matrix): Matrix {
	return Table.from(A).with(Table.from(B), (a, b) => a + b).toMatrix();
}

export function subtract(A: Matrix, B: Matrix): Matrix {
	return Table.from(A).with(Table.from(B), (a, b) => a - b).toMatrix();
}

export function scale(k: number, A: Matrix): Matrix {
	return new Table(A.length, A[0].length, (i, j) => A[i][j] * k).toMatrix();
}

export function multiply(A: Matrix, B: Matrix): Matrix {
	const [a, b] = [Table.from(A), Table.from(B)];
	if (a.columns !== b.rows) throw new RangeError("inner sizes differ");
	const p = new Table(a.rows, b.columns);
	for (let k = 0; k < b.rows; k++)
		for (let i = 0; i < a.rows; i++)
			for (let j = 0; j < b.columns; j++) p.raise(i, j, a.at(i, k) * b.at(k, j));
	return p.toMatrix();
}

export function hadamard(A: Matrix, B: Matrix): Matrix {
	return Table.from(B).with(Table.from(A), (b, a) => b * a).toMatrix();
}

export function transpose(A: Matrix): Matrix {
	if (A[0].length === 1) return [A.map(([only]) => only)];
	const heads = A.map(([head]) => head);
	const tails = A.map(([, ...tail]) => tail);
	return [heads, ...transpose(tails)];
}

export function equal(A: Matrix, B: Matrix): boolean {
	const [a, b] = [Table.from(A), Table.from(B)];
	if (!a.sameShape(b)) return false;
	let same = true;
	for (let i = 0; i < a.rows && same; i++) for (let j = 0; j < a.columns && same; j++) same = a.at(i, j) === b.at(i, j);
	return same;
}
