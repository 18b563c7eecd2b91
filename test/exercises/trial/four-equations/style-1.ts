export interface Layer {
	W: number[][];
	b: number[];
	act: "sigmoid" | "tanh" | "relu" | "linear";
}
export type Cost = "half-squared" | "cross-entropy";

type Vector = number[];
type Matrix = number[][];

// a little linear algebra
const dot = (u: Vector, v: Vector): number => u.reduce((s, x, i) => s + x * v[i], 0);
const plus = (u: Vector, v: Vector): Vector => u.map((x, i) => x + v[i]);
const minus = (u: Vector, v: Vector): Vector => u.map((x, i) => x - v[i]);
const hadamard = (u: Vector, v: Vector): Vector => u.map((x, i) => x * v[i]);
const times = (A: Matrix, v: Vector): Vector => A.map((row) => dot(row, v));
const transpose = (A: Matrix): Matrix => A[0].map((_, i) => A.map((row) => row[i]));
const outer = (u: Vector, v: Vector): Matrix => u.map((x) => v.map((y) => x * y));
const average = (xs: number[]): number => xs.reduce((s, x) => s + x, 0) / xs.length;

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

const f: Record<Layer["act"], (z: number) => number> = {
	sigmoid: sigma,
	tanh: Math.tanh,
	relu: (z) => Math.max(0, z),
	linear: (z) => z,
};
const fPrime: Record<Layer["act"], (z: number) => number> = {
	sigmoid: (z) => sigma(z) * (1 - sigma(z)),
	tanh: (z) => 1 - Math.tanh(z) ** 2,
	relu: (z) => Number(z > 0),
	linear: () => 1,
};

const ln = (p: number): number => Math.log(Math.max(p, 1e-12));

const costs: Record<Cost, (a: Vector, y: Vector) => number> = {
	"half-squared": (a, y) => dot(minus(a, y), minus(a, y)) / 2,
	"cross-entropy": (a, y) => a.reduce((s, p, k) => s - y[k] * ln(p) - (1 - y[k]) * ln(1 - p), 0),
};

export const outputDelta = (
	a: number[],
	y: number[],
	z: number[],
	act: Layer["act"],
	cost: Cost,
): number[] => (cost === "cross-entropy" ? minus(a, y) : hadamard(minus(a, y), z.map(fPrime[act])));

export const backDelta = (
	nextW: number[][],
	nextDelta: number[],
	z: number[],
	act: Layer["act"],
): number[] => hadamard(times(transpose(nextW), nextDelta), z.map(fPrime[act]));

interface Result {
	a: number[];
	deltas: number[][];
	gradW: number[][][];
	gradB: number[][];
}

/** The rest of the network: goes forward while the calls nest and back while they return. */
export const backprop = (layers: Layer[], x: number[], y: number[], cost: Cost): Result => {
	const [{ W, b, act }, ...rest] = layers;
	const z = plus(times(W, x), b);
	const a = z.map(f[act]);
	const join = (delta: Vector, later: Result): Result => ({
		a: later.a,
		deltas: [delta, ...later.deltas],
		gradW: [outer(delta, x), ...later.gradW],
		gradB: [[...delta], ...later.gradB],
	});
	if (rest.length === 0) {
		return join(outputDelta(a, y, z, act, cost), { a, deltas: [], gradW: [], gradB: [] });
	}
	const later = backprop(rest, a, y, cost);
	return join(backDelta(rest[0].W, later.deltas[0], z, act), later);
};

export const batchGradients = (layers: Layer[], X: number[][], Y: number[][], cost: Cost) => {
	if (X.length === 0) throw new RangeError("a batch needs samples");
	const results = X.map((x, s) => backprop(layers, x, Y[s], cost));
	return {
		cost: average(results.map(({ a }, s) => costs[cost](a, Y[s]))),
		gradW: layers.map(({ W }, l) =>
			W.map((row, j) => row.map((_, i) => average(results.map((r) => r.gradW[l][j][i])))),
		),
		gradB: layers.map(({ b }, l) => b.map((_, j) => average(results.map((r) => r.gradB[l][j])))),
	};
};
