/** How the curriculum's numbers about functions, neurons, approximations and data come out of `reference/`. */
import * as activation from "../../reference/activations.ts";
import { gradientOf, Value } from "../../reference/autodiff.ts";
import * as dense from "../../reference/dense-network.ts";
import * as digits from "../../reference/digits.ts";
import * as elementary from "../../reference/elementary-functions.ts";
import { decay } from "../../reference/learning-rate.ts";
import * as fit from "../../reference/line-fit.ts";
import * as losses from "../../reference/losses.ts";
import * as matrix from "../../reference/matrix.ts";
import * as preprocessing from "../../reference/preprocessing.ts";
import * as vector from "../../reference/vector.ts";

type Numbers = number[];
type Rows = number[][];
type Symmetric2 = readonly [
	readonly [number, number],
	readonly [number, number],
];

/** The assertion trusts the file: all cases with one `fn` have inputs of one shape. */
export function of<I>(
	run: (inputs: I) => unknown,
): (inputs: unknown) => unknown {
	return (inputs) => run(inputs as I);
}

const formulas: Readonly<Record<string, (p: readonly Value[]) => Value>> = {
	"exp(x)": ([x = new Value(0)]) => x.exp(),
	"x^2+y^2": ([x = new Value(0), y = new Value(0)]) => x.pow(2).add(y.pow(2)),
	"x^2+sin^2(y)": ([x = new Value(0), y = new Value(0)]) =>
		x.pow(2).add(y.sin().pow(2)),
	"(2w+3b)(2b+1)": ([w = new Value(0), b = new Value(0)]) =>
		w.mul(2).add(b.mul(3)).mul(b.mul(2).add(1)),
};

/** True change of a formula along a step, and what its gradient makes of that step. */
function changes(name: string, p: Numbers, step: Numbers) {
	const formula = formulas[name];
	if (!formula) throw new Error(`no formula is called ${name}`);
	const { value, gradient } = gradientOf(formula, p);
	const there = gradientOf(formula, vector.add(p, step)).value;
	const estimate = vector.dot(gradient, step);
	return { value, there, estimate, change: there - value };
}

/** Eigenvalues, greater first, and unit eigenvectors of a symmetric 2 × 2 matrix whose entries off the diagonal are not 0. */
function eigen2([[a, b], [, d]]: Symmetric2) {
	const root = Math.hypot(a - d, 2 * b);
	const values = [(a + d + root) / 2, (a + d - root) / 2];
	const vectors = values.map((value) => {
		const direction = [b, value - a];
		return vector.scale(direction, 1 / vector.norm(direction));
	});
	return { values, vectors };
}

function whitened({ X }: { X: Rows }) {
	const means = preprocessing.fitStandardizer(X).mean;
	const cov = preprocessing.covariance(X);
	// Two features, so two rows and columns.
	const { values, vectors } = eigen2(cov as unknown as Symmetric2);
	const zca = preprocessing.whiten(X);
	const zcaMatrix = vectors
		.map((v, k) =>
			matrix.scale(matrix.outer(v, v), 1 / Math.sqrt(values[k] ?? 0)),
		)
		.reduce((sum, part) => matrix.add(sum, part));
	// Which way an eigenvector points is free; the file's second one points the other way.
	const axes = vectors.map((v, k) =>
		vector.scale(v, (k === 0 ? 1 : -1) / Math.sqrt(values[k] ?? 0)),
	);
	const pca = X.map((row) =>
		axes.map((axis) => vector.dot(vector.subtract(row, means), axis)),
	);
	return {
		mean: means,
		cov,
		eigenvalues: values,
		zcaMatrix,
		zca,
		pca,
		covAfterZca: preprocessing.covariance(zca),
		covAfterPca: preprocessing.covariance(pca),
	};
}

function leastSquares({
	xs,
	ys,
	query,
}: {
	xs: Numbers;
	ys: Numbers;
	query: number;
}) {
	const m = xs.length;
	const line = fit.fitLine(xs, ys);
	const xMean = vector.sum(xs) / m;
	return {
		m,
		xMean,
		yMean: vector.sum(ys) / m,
		w_sums: fit.slopeBySums(xs, ys),
		w_means: fit.slopeByMeans(xs, ys),
		w_thirdForm:
			vector.sum(xs.map((x, i) => (x - xMean) * (ys[i] ?? 0))) /
			(vector.dot(xs, xs) - m * xMean ** 2),
		b: fit.intercept(xs, ys, line.w),
		b_sum: vector.sum(xs.map((x, i) => (ys[i] ?? 0) - line.w * x)) / m,
		J: fit.lineCost(xs, ys, line),
		prediction: fit.valueOnLine(line, query),
	};
}

/** Where the file had a choice: of a circle every direction is the steepest, and without a mixed term it is that of b. */
function steepAxis(mixed: number, axisRatio: number): Numbers | null {
	if (Math.abs(mixed) > 1e-9) return null;
	return Math.abs(axisRatio - 1) < 1e-9
		? [Math.SQRT1_2, -Math.SQRT1_2]
		: [0, 1];
}

function costSurface({
	xs,
	ys,
	w,
	b,
}: {
	xs: Numbers;
	ys: Numbers;
	w: number;
	b: number;
}) {
	const J = fit.lineCost(xs, ys, { w, b });
	const { dw, db } = fit.lineGradients(xs, ys, { w, b });
	const { hessian, eigenvalues, axisRatio } = fit.costShape(xs);
	const [[, off]] = hessian;
	return {
		J,
		sumSquares: 2 * xs.length * J,
		dJ_dw: dw,
		dJ_db: db,
		hessian,
		eigenvalues,
		axisRatio,
		steepAxis:
			steepAxis(off, axisRatio) ?? eigen2(hessian).vectors[0]?.map(Math.abs),
		circle: Math.abs(axisRatio - 1) < 1e-9,
	};
}

function descentOfLine({
	xs,
	ys,
	w,
	b,
	eta,
	steps,
}: {
	xs: Numbers;
	ys: Numbers;
	w: number;
	b: number;
	eta: number;
	steps: number;
}) {
	let line = { w, b };
	const after: Record<number, object> = {};
	for (let step = 0; step <= steps; step++) {
		after[step] = { ...line, J: fit.lineCost(xs, ys, line) };
		const { dw, db } = fit.lineGradients(xs, ys, line);
		line = { w: line.w - eta * dw, b: line.b - eta * db };
	}
	return { after };
}

/** The network of the digits with the file's starting weights; `scale` 10 is the worked example's tenths, 0 all zeros. */
function digitNetOf(scale: number): digits.DigitNet {
	return scale === 0 ? digits.digitNet(() => 0) : digits.startNet();
}

function digitForward({
	x,
	y,
	scale,
}: {
	x: Numbers;
	y: Numbers;
	scale: number;
}) {
	const layers = digits.digitLayers(digitNetOf(scale));
	const { z, a } = dense.forward(layers, x);
	const out = a.at(-1) ?? [];
	const halfSquared = losses.networkError(out, y);
	return {
		hidden: { Z: [z[0]], A: [a[0]] },
		A: out,
		halfSquared,
		squared: 2 * halfSquared,
		JTheta: dense.sampleCost(out, y, "sigmoid", "cross-entropy"),
	};
}

function digitCost({ scale }: { scale: number }) {
	const layers = digits.digitLayers(digitNetOf(scale));
	const { X, Y } = digits.learningImages();
	const mean = dense.batchCost(layers, X, Y, "half-squared");
	const { gradB, cost } = dense.batchGradients(layers, X, Y, "cross-entropy");
	return {
		m: X.length,
		C_T_halfSquaredSum: mean * X.length,
		meanHalfSquared: mean,
		JTheta: cost,
		gradB2_JTheta: gradB.at(-1),
	};
}

function digitTraining({
	eta,
	epochs,
	cost,
	scale,
}: {
	eta: number;
	epochs: number;
	cost: dense.Cost;
	scale: number;
}) {
	const { X, Y, labels } = digits.learningImages();
	let layers = digits.digitLayers(digitNetOf(scale));
	const costs: Record<number, number> = {
		0: dense.batchCost(layers, X, Y, cost),
	};
	for (let epoch = 1; epoch <= epochs; epoch++) {
		layers = dense.trainStep(layers, X, Y, eta, cost);
		costs[epoch] = dense.batchCost(layers, X, Y, cost);
	}
	const right = X.filter((x, n) => {
		const [nought = 0, one = 0] = dense.predict(layers, x);
		return (one > nought ? 1 : 0) === labels[n];
	});
	return {
		costs,
		finalCost: costs[epochs],
		accuracy: right.length / X.length,
	};
}

export const elementaryNumbers: Readonly<
	Record<string, (inputs: unknown) => unknown>
> = {
	free_fall: of(({ g, t }: { g: number; t: number }) => ({
		h: elementary.freeFall(g, t),
	})),
	linear_quadratic: of(
		({ a, b, c, x }: { a: number; b: number; c: number; x: number }) => {
			const vertex = elementary.vertex(a, b, c);
			return {
				linear: elementary.linear(a, b, x),
				quadratic: elementary.quadratic(a, b, c, x),
				quadraticDerivative: elementary.linear(2 * a, b, x),
				vertexX: vertex.x,
				vertexY: vertex.y,
			};
		},
	),
	normal_pdf: of(
		({ x, mu, sigma }: { x: number; mu: number; sigma: number }) => ({
			pdf: elementary.normalDensity(x, mu, sigma),
		}),
	),
	recurrence: of(
		(inputs: { first: number; ratio: number; shift: number; n: number }) => ({
			terms: elementary.recurrence(
				inputs.first,
				inputs.ratio,
				inputs.shift,
				inputs.n,
			),
		}),
	),
	sum_rules: of(({ a, b, c }: { a: Numbers; b: Numbers; c: number }) => ({
		sumA: vector.sum(a),
		sumB: vector.sum(b),
		sumAplusB: vector.sum(vector.add(a, b)),
		sumCA: vector.sum(vector.scale(a, c)),
		cSumA: c * vector.sum(a),
	})),
	weighted_sum: of(({ w, x, b }: { w: Numbers; x: Numbers; b: number }) => ({
		z: vector.dot(w, x) + b,
		sumOfWeights: vector.sum(w),
	})),
	threshold_neuron: of(
		({ w, x, theta }: { w: Numbers; x: Numbers; theta: number }) => {
			const signal = vector.dot(w, x);
			const z = signal - theta;
			return { signal, bias: -theta, z, y: activation.step(z) };
		},
	),
	body_weight: of(
		(inputs: {
			x: Numbers;
			w: Numbers;
			b: number;
			low: number;
			high: number;
		}) => {
			const z = vector.dot(inputs.w, inputs.x) + inputs.b;
			return { z, normal: inputs.low < z && z < inputs.high };
		},
	),
	affine_sigmoid: of(({ w, b, x }: { w: number; b: number; x: number }) => {
		const z = elementary.linear(w, b, x);
		return { z, sigmoid: activation.sigmoid(z) };
	}),
	lagrange_circle: of(({ p, q, r }: { p: number; q: number; r: number }) => {
		const at = (side: 1 | -1) => {
			const length = Math.hypot(p, q);
			const [x, y] = [(side * r * p) / length, (side * r * q) / length];
			return { x, y, lambda: (side * length) / (2 * r), value: p * x + q * y };
		};
		return { min: at(-1), max: at(1) };
	}),
	chain_two: of(
		(d: Record<"zu" | "zv" | "ux" | "uy" | "vx" | "vy", number>) => ({
			dz_dx: d.zu * d.ux + d.zv * d.vx,
			dz_dy: d.zu * d.uy + d.zv * d.vy,
		}),
	),
	linear_approx1: of(({ f, x, dx }: { f: string; x: number; dx: number }) => {
		const { value, there, estimate } = changes(f, [x], [dx]);
		const approx = value + estimate;
		return { approx, true: there, error: there - approx };
	}),
	linear_approx: of(
		(inputs: { f: string; x: number; y: number; dx: number; dy: number }) => {
			const { estimate, change } = changes(
				inputs.f,
				[inputs.x, inputs.y],
				[inputs.dx, inputs.dy],
			);
			return { estimate, true: change, error: change - estimate };
		},
	),
	lr_decay: of(
		({ eta0, k, steps }: { eta0: number; k: number; steps: number }) => ({
			inverse: decay("inverse", eta0, k, steps),
			exponential: decay("exponential", eta0, k, steps),
		}),
	),
	objective_l2: of(
		({ J, weights, lam }: { J: number; weights: Numbers; lam: number }) => ({
			objective: J + (lam / 2) * vector.dot(weights, weights),
			extraGradient: vector.scale(weights, lam),
		}),
	),
	standardize: of(({ X }: { X: Rows }) => {
		const standardizer = preprocessing.fitStandardizer(X);
		const toSample = Math.sqrt(X.length / (X.length - 1));
		return {
			...standardizer,
			sampleStd: standardizer.std.map((deviation) => deviation * toSample),
			X: preprocessing.applyStandardizer(standardizer, X),
		};
	}),
	min_max: of(({ X }: { X: Rows }) => {
		const range = preprocessing.fitMinMax(X);
		return { ...range, X: preprocessing.applyMinMax(range, X) };
	}),
	whiten2: of(whitened),
	least_squares: of(leastSquares),
	cost_surface: of(costSurface),
	level_groups: of(({ grid, tol }: { grid: Rows; tol: number }) => ({
		groups: fit.levelGroups(grid, tol).map((cells) => ({
			value: grid.flat()[cells[0] ?? 0],
			cells,
		})),
	})),
	linreg_gd: of(descentOfLine),
	parameter_count: of(({ sizes }: { sizes: Numbers }) => {
		const perLayer = sizes
			.slice(1)
			.map((outputs, k) => outputs * ((sizes[k] ?? 0) + 1));
		return { perLayer, total: vector.sum(perLayer) };
	}),
	digits_forward: of(digitForward),
	digits_cost: of(digitCost),
	digits_train: of(digitTraining),
};
