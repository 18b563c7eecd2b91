import { describe, expect, it } from "vitest";
import * as activation from "../../reference/activations.ts";
import { gradientOf, Value } from "../../reference/autodiff.ts";
import {
	centralDifference,
	forwardDifference,
	numericGradient,
} from "../../reference/central-difference.ts";
import * as dense from "../../reference/dense-network.ts";
import { descend, descendN } from "../../reference/descent.ts";
import * as linear from "../../reference/linear-graph.ts";
import * as linearSolve from "../../reference/linear-solve.ts";
import * as losses from "../../reference/losses.ts";
import * as matrix from "../../reference/matrix.ts";
import * as net222 from "../../reference/net222.ts";
import * as chain from "../../reference/nonlinear-chain.ts";
import * as vector from "../../reference/vector.ts";
import { expectAgreement, longRun, onePass } from "./agreement.ts";
import numbers from "./numbers.json" with { type: "json" };
import { elementaryNumbers, of } from "./reproduce-elementary.ts";

type Numbers = number[];
type Rows = number[][];
type Case = { fn: string; inputs: unknown; outputs: unknown };

const oneVariable: Record<string, (x: Value) => Value> = {
	const: (x) => x.mul(0).add(Math.E),
	x: (x) => x,
	"x^2": (x) => x.pow(2),
	"exp(x)": (x) => x.exp(),
	"exp(-x)": (x) => x.neg().exp(),
	sigmoid: (x) => x.sigmoid(),
	tanh: (x) => x.tanh(),
	ln: (x) => x.log(),
	sqrt: (x) => x.sqrt(),
	"sqrt(ln(x^2))": (x) => x.pow(2).log().sqrt(),
	"1/(1+x^2)": (x) => new Value(1).div(x.pow(2).add(1)),
};

const twoVariables: Record<string, (x: Value, y: Value) => Value> = {
	"x^2+y^2": (x, y) => x.pow(2).add(y.pow(2)),
	"x^2+sin^2(y)": (x, y) => x.pow(2).add(y.sin().pow(2)),
	"(2w+3b)(2b+1)": (w, b) => w.mul(2).add(b.mul(3)).mul(b.mul(2).add(1)),
};

/** Evaluates a named formula of n variables with its gradient, by autodiff. */
function evaluate(
	name: string,
	p: readonly number[],
): { value: number; gradient: number[] } {
	const formula = p.length === 1 ? oneVariable[name] : twoVariables[name];
	if (!formula)
		throw new Error(`the numbers name a formula without code: ${name}`);
	return gradientOf(([x = new Value(0), y = new Value(0)]) => formula(x, y), p);
}

interface Mlp {
	X: Rows;
	Y: Rows;
	W: Rows[];
	b: Rows;
	acts: dense.LayerActivation[];
	cost: dense.Cost | "softmax";
}

/** In the file a cost named softmax stands for softmax outputs under cross-entropy. */
function layersOf({ W, b, acts, cost }: Mlp): {
	layers: dense.Layer[];
	cost: dense.Cost;
} {
	const layers = W.map((weights, l) => ({
		W: weights,
		b: b[l] ?? [],
		act: acts[l] ?? "linear",
	}));
	if (cost !== "softmax") return { layers, cost };
	return {
		layers: layers.map((layer, l) =>
			l === layers.length - 1 ? { ...layer, act: "softmax" } : layer,
		),
		cost: "cross-entropy",
	};
}

const greatest = (a: Numbers) => a.indexOf(Math.max(...a));
const decide = (a: Numbers) =>
	a.length === 1 ? Number((a[0] ?? 0) >= 0.5) : greatest(a);

function trainMlp(
	inputs: Mlp & { eta: number; epochs: number; batch: number },
): unknown {
	const { layers: start, cost } = layersOf(inputs);
	const { X, Y, eta, epochs, batch } = inputs;
	let layers = start;
	const costs: Record<number, number> = {
		0: dense.batchCost(layers, X, Y, cost),
	};
	for (let epoch = 1; epoch <= epochs; epoch++) {
		for (let n = 0; n < X.length; n += batch)
			layers = dense.trainStep(
				layers,
				X.slice(n, n + batch),
				Y.slice(n, n + batch),
				eta,
				cost,
			);
		costs[epoch] = dense.batchCost(layers, X, Y, cost);
	}
	const hits = X.filter(
		(x, n) => decide(dense.predict(layers, x)) === decide(Y[n] ?? []),
	);
	return {
		costs,
		finalCost: costs[epochs],
		accuracy: hits.length / X.length,
		W: layers.map((layer) => layer.W),
		b: layers.map((layer) => layer.b),
	};
}

interface Net extends net222.Net222 {
	i: net222.Pair;
	t: net222.Pair;
	eta: number;
}

function net222Values({ w, b1, b2, i, t, eta }: Net): unknown {
	const net = { w, b1, b2 };
	const { lh, outH, lo, outO } = net222.forward(net, i);
	const error = net222.errors(outO, t);
	const output = net222.outputGradients(net, i, t);
	const hidden = net222.hiddenGradients(net, i, t);
	const next = net222.trainStep(net, i, t, eta, true);
	const ownBiases = dense.backprop(layers222(net), i, t, "half-squared").gradB;
	return {
		l_h: lh,
		out_h: outH,
		l_o: lo,
		out_o: outO,
		E_o: error.e,
		E_total: error.total,
		dE_dout_o: output.dE_dOut,
		dout_dl_o: output.dOut_dL,
		delta_o: output.deltaO,
		dEo1_dout_h: hidden.fromO1,
		dEo2_dout_h: hidden.fromO2,
		dE_dout_h: hidden.dE_dOutH,
		dout_dl_h: lh.map(activation.dSigmoid),
		delta_h: hidden.deltaH,
		gradW: [...hidden.gradW, ...output.gradW],
		gradB1Shared: hidden.gradB1,
		gradB2Shared: output.gradB2,
		gradBHidden: ownBiases[0],
		gradBOutput: ownBiases[1],
		newW: next.w,
		newB1Shared: next.b1,
		newB2Shared: next.b2,
		newBHidden: ownBiases[0]?.map((slope) =>
			net222.updateWeight(b1, slope, eta),
		),
		newBOutput: ownBiases[1]?.map((slope) =>
			net222.updateWeight(b2, slope, eta),
		),
	};
}

function layers222({ w, b1, b2 }: net222.Net222): dense.Layer[] {
	const [w1 = 0, w2 = 0, w3 = 0, w4 = 0, w5 = 0, w6 = 0, w7 = 0, w8 = 0] = w;
	return [
		{
			W: [
				[w1, w2],
				[w3, w4],
			],
			b: [b1, b1],
			act: "sigmoid",
		},
		{
			W: [
				[w5, w6],
				[w7, w8],
			],
			b: [b2, b2],
			act: "sigmoid",
		},
	];
}

function train222(inputs: Net & { steps: number[]; biases: string }): unknown {
	const { w, b1, b2, i, t, eta, steps } = inputs;
	const run = (count: number) =>
		net222.train({ w, b1, b2 }, i, t, eta, count, inputs.biases === "shared");
	const after = steps.map((count) => {
		const out = net222.forward(run(count).net, i).outO;
		return [count, { E_total: net222.errors(out, t).total, out_o: out }];
	});
	return { after: Object.fromEntries(after), ...run(Math.max(...steps)).net };
}

/** The file keeps the first six rows of a descent in two variables that does not converge. */
function descendTwo(inputs: {
	f: string;
	x0: number;
	y0: number;
	eta: number;
	stop: number;
}): unknown {
	const { f, x0, y0, eta, stop } = inputs;
	const run = descendN(
		(p) => evaluate(f, p).value,
		(p) => evaluate(f, p).gradient,
		[x0, y0],
		eta,
		stop,
		100,
	);
	const rows = run.points.map(([x, y], k) => ({ k, x, y, J: run.values[k] }));
	return { ...run, rows: run.converged ? rows : rows.slice(0, 6) };
}

const reproduce: Record<string, (inputs: unknown) => unknown> = {
	...elementaryNumbers,
	vectors: of(({ a, b }: { a: Numbers; b: Numbers }) => {
		const bound = vector.norm(a) * vector.norm(b);
		const dot = vector.dot(a, b);
		return {
			normA: vector.norm(a),
			normB: vector.norm(b),
			dot,
			cos: vector.cosine(a, b),
			lower: -bound,
			upper: bound,
		};
	}),
	matrices: of(({ A, B, C, k }: { A: Rows; B: Rows; C: Rows; k: number }) => ({
		add: matrix.add(A, B),
		sub: matrix.subtract(A, B),
		scale: matrix.scale(A, k),
		hadamard: matrix.hadamard(A, B),
		product: matrix.multiply(A, C),
		transpose: matrix.transpose(A),
		equal: matrix
			.subtract(A, B)
			.flat()
			.every((difference) => difference === 0),
	})),
	derivative: of(({ f, x, h }: { f: string; x: number; h: number }) => {
		const value = (at: number) => evaluate(f, [at]).value;
		return {
			f: value(x),
			derivative: evaluate(f, [x]).gradient[0],
			forward: forwardDifference(value, x, h),
			central: centralDifference(value, x, h),
		};
	}),
	partials: of(
		({ f, x, y, h }: { f: string; x: number; y: number; h: number }) => {
			const { value, gradient } = evaluate(f, [x, y]);
			const norm = vector.norm(gradient);
			return {
				f: value,
				gradient,
				norm,
				central: numericGradient((p) => evaluate(f, p).value, [x, y], h),
				// The file has null where there is no direction; ours is zeros there.
				steepestDescentDirection:
					norm === 0 ? null : vector.steepestDescentDirection(gradient),
			};
		},
	),
	neuron_chain: of(({ w, x, b }: { w: Numbers; x: Numbers; b: number }) => {
		const z = vector.dot(w, x) + b;
		const leaves = [...w, ...x, b];
		const { value, gradient } = gradientOf((p) => {
			const products = w.map((_, i) =>
				(p[i] ?? new Value(0)).mul(p[w.length + i] ?? 0),
			);
			return products
				.reduce(
					(total, product) => total.add(product),
					p.at(-1) ?? new Value(0),
				)
				.sigmoid();
		}, leaves);
		return {
			z,
			y: value,
			dy_dz: activation.dSigmoid(z),
			dy_dw: gradient.slice(0, w.length),
			dy_dx: gradient.slice(w.length, -1),
			dy_db: gradient.at(-1),
		};
	}),
	linear_graph: of(({ w, b }: { w: number; b: number }) => {
		const g = linear.gradients(w, b);
		const edges = {
			dz_dx: g.dzdx,
			dz_dy: g.dzdy,
			dx_dw: g.dxdw,
			dx_db: g.dxdb,
			dy_db: g.dydb,
		};
		return { ...linear.forward(w, b), ...edges, dz_dw: g.dzdw, dz_db: g.dzdb };
	}),
	linear_solve_w: of(({ w, b, t }: { w: number; b: number; t: number }) => {
		const solved = linear.solveW(w, b, t);
		return {
			...solved,
			deltaZ: linear.forward(w, b).z - t,
			x: linear.forward(solved.w, b).x,
		};
	}),
	linear_single: of((inputs: LinearRun) => solveLinear("b", inputs)),
	linear_double: of((inputs: LinearRun) => solveLinear("wb", inputs)),
	linear_b_exact: of(({ w, t }: { w: number; t: number }) =>
		linearSolve.exactB(w, t),
	),
	// The file has null for the slope at x = 1; ours is Infinity.
	nonlinear_forward: of(({ x }: { x: number }) => ({
		...chain.forward(x),
		dc_dx: Number.isFinite(chain.slope(x)) ? chain.slope(x) : null,
	})),
	nonlinear_run: of(({ x, y }: { x: number; y: number }) => {
		const run = chain.solve(x, y, 1e-3, 20);
		const updates = run.converged ? run.trace.slice(0, -1) : run.trace;
		const clamps = updates.filter(
			(round) => chain.nextX(round.x, round.deltaX) < 1,
		).length;
		return { ...run, rows: run.trace, iterations: run.rounds, clamps };
	}),
	nonlinear_inverse: of(({ y }: { y: number }) => ({ x: chain.inverse(y) })),
	nonlinear_curve: of(
		({ from, to, n }: { from: number; to: number; n: number }) =>
			chain.curve(from, to, n),
	),
	gd_quadratic: of(
		(inputs: {
			center: number;
			offset: number;
			x0: number;
			eta: number;
			steps: number;
		}) => {
			const { center, offset, x0, eta, steps } = inputs;
			const f = (x: number) => (x - center) ** 2 + offset;
			const { xs, js } = descend(
				f,
				(x) => 2 * (x - center),
				x0,
				eta,
				Number.NEGATIVE_INFINITY,
				steps,
			);
			return { xs, Js: js, factor: ((xs[1] ?? 0) - center) / (x0 - center) };
		},
	),
	gd_x2: of(({ x0, eta, stop }: { x0: number; eta: number; stop: number }) => {
		const { js, ...run } = descend(
			(x) => x * x,
			(x) => 2 * x,
			x0,
			eta,
			stop,
			100,
		);
		return { ...run, Js: js };
	}),
	gd_two: of(descendTwo),
	gd_quartic: of(
		({ x0, eta, steps }: { x0: number; eta: number; steps: number }) => {
			const quartic = (x: Value) => x.pow(4).sub(x.pow(2).mul(3)).add(x);
			const at = (x: number) =>
				gradientOf(([leaf = new Value(0)]) => quartic(leaf), [x]);
			const slope = (x: number) => at(x).gradient[0] ?? Number.NaN;
			const x =
				descend(
					(p) => at(p).value,
					slope,
					x0,
					eta,
					Number.NEGATIVE_INFINITY,
					steps,
				).xs.at(-1) ?? Number.NaN;
			return { x, f: at(x).value, slope: slope(x) };
		},
	),
	six_losses: of(({ a, y }: { a: number; y: number }) => ({
		zeroOne: losses.zeroOne(a, y),
		absolute: losses.absolute(a, y),
		hinge: losses.hinge(a, y),
		squared: losses.squared(a, y),
		exponential: losses.exponential(a, y),
		...(a >= 0 && a <= 1 ? { log: losses.binaryCrossEntropy(a, y) } : {}),
	})),
	linear_abs_loss: of(
		({ w, b, xs, ys }: { w: number; b: number; xs: Numbers; ys: Numbers }) => ({
			loss: vector.sum(
				vector.zipWith(
					xs.map((x) => w * x + b),
					ys,
					losses.absolute,
				),
			),
		}),
	),
	sample_losses: of(({ pred, label }: { pred: Numbers; label: Numbers }) => {
		const squaredSum = vector.sum(vector.zipWith(pred, label, losses.squared));
		return {
			signedSum: vector.sum(vector.subtract(pred, label)),
			absoluteSum: vector.sum(vector.zipWith(pred, label, losses.absolute)),
			squaredSum,
			mse2m: losses.mse(pred, label),
			mean: squaredSum / pred.length,
			half: losses.networkError(pred, label),
			gradMse2m: losses.mseGradient(pred, label),
		};
	}),
	information: of(({ p, q }: { p: Numbers; q: Numbers }) => ({
		selfInformationP: p.map(losses.information),
		entropyP: losses.entropy(p),
		crossEntropy: losses.crossEntropy(q, p),
	})),
	binary_ce: of(({ a, y }: { a: number; y: number }) => ({
		loss: losses.binaryCrossEntropy(a, y),
		dLoss_da: losses.binaryCrossEntropySlope(a, y),
		dLoss_dz: losses.binaryCrossEntropySlopeZ(a, y),
	})),
	multiclass_ce_prob: of(({ a, y }: { a: Numbers; y: Numbers }) => ({
		loss: losses.crossEntropy(a, y),
	})),
	multiclass_ce: of(({ z, y }: { z: Numbers; y: Numbers }) => {
		const a = activation.softmax(z);
		return {
			a,
			loss: losses.crossEntropy(a, y),
			dLoss_dz: losses.logitGradient(z, y),
		};
	}),
	activations: of(({ z }: { z: number }) => valuesAt(z)),
	softmax: of(({ z }: { z: Numbers }) => ({
		a: activation.softmax(z),
		jacobian: activation.softmaxJacobian(z),
	})),
	collapse_linear: of(
		(inputs: { W1: Rows; b1: Numbers; W2: Rows; b2: Numbers; x: Numbers }) => {
			const { W1, b1, W2, b2, x } = inputs;
			const W = matrix.multiply(W2, W1);
			const b = vector.add(matrix.multiplyVector(W2, b1), b2);
			const layer = (weights: Rows, biases: Numbers): dense.Layer => ({
				W: weights,
				b: biases,
				act: "linear",
			});
			return {
				W,
				b,
				twoLayer: dense.predict([layer(W1, b1), layer(W2, b2)], x),
				oneLayer: dense.predict([layer(W, b)], x),
			};
		},
	),
	net222: of(net222Values),
	net222_train: of(train222),
	layer_forward: of(
		(inputs: {
			X: Rows;
			W: Rows;
			b: Numbers;
			act: activation.ActivationName;
		}) => {
			const { X, W, b, act } = inputs;
			return dense.layerForward(X, W, b, activation.activations[act].value);
		},
	),
	mlp: of((inputs: Mlp) => {
		const { layers, cost } = layersOf(inputs);
		const { X, Y } = inputs;
		const samples = X.map((x, n) =>
			dense.backprop(layers, x, Y[n] ?? [], cost),
		);
		const batch = dense.batchGradients(layers, X, Y, cost);
		return {
			...batch,
			J: batch.cost,
			A: samples.map(({ a }) => a),
			deltas: samples.map(({ deltas }) => deltas),
		};
	}),
	mlp_train: of(trainMlp),
};

interface LinearRun {
	w: number;
	b: number;
	t: number;
	error: number;
	fresh: boolean;
	share?: number;
}

/** The file keeps the first six rows of a run without convergence; where z overflows, it makes one update more than we do and gives null for b. */
function solveLinear(
	moved: linearSolve.Moved,
	{ w, b, t, error, fresh, share }: LinearRun,
): unknown {
	const mode = fresh ? "fresh" : "fixed";
	const run = linearSolve.solve(moved, mode, w, b, t, error, 100, share);
	const taken = share ?? (moved === "wb" ? 1 / 2 : 1);
	const [first] = run.steps;
	const rows = run.steps.map((step) => {
		const { factorW, factorB } = fresh || !first ? step : first;
		return {
			...step,
			factorW,
			factorB,
			deltaW: (step.deltaZ * taken) / factorW,
			deltaB: (step.deltaZ * taken) / factorB,
		};
	});
	const hasOverflown = !Number.isFinite(run.z);
	return {
		...run,
		rows: run.converged ? rows : rows.slice(0, 6),
		updates: run.updates + (hasOverflown ? 1 : 0),
		b: hasOverflown ? null : run.b,
	};
}

function valuesAt(z: number): Record<string, number> {
	const { step, sigmoid, dSigmoid, tanh, dTanh, relu, dRelu } = activation;
	const all = { step, sigmoid, dSigmoid, tanh, dTanh, relu, dRelu };
	return Object.fromEntries(
		Object.entries(all).map(([name, f]) => [name, f(z)]),
	);
}

const longRuns = new Set([
	"linear_single",
	"linear_double",
	"gd_quadratic",
	"gd_x2",
	"gd_two",
	"gd_quartic",
	"nonlinear_run",
	"net222_train",
	"mlp_train",
	"linreg_gd",
	"digits_train",
]);
const cases: [string, Case][] = Object.entries(numbers.cases);
const reproduced = new Map<string, number>();

/** The first two letters of an id: FN, NE, VM … CL. */
const groups = Map.groupBy(cases, ([id]) => id.slice(0, 2));

describe.each([...groups])("the curriculum's numbers %s", (_, group) => {
	it.each(group)("are reproduced in %s", (id, { fn, inputs, outputs }) => {
		const before = JSON.stringify(inputs);
		const got = reproduce[fn]?.(inputs);
		const count = expectAgreement(
			got,
			outputs,
			longRuns.has(fn) ? longRun : onePass,
			id,
		);
		expect(count).toBeGreaterThan(0);
		expect(JSON.stringify(inputs), "arguments stay as they were").toBe(before);
		reproduced.set(id, count);
	});
});

describe("the curriculum's numbers", () => {
	it("are all of them covered, value by value", () => {
		const values = [...reproduced.values()].reduce(
			(total, count) => total + count,
			0,
		);
		expect({ cases: reproduced.size, values }).toEqual({
			cases: cases.length,
			values: countValues(cases),
		});
		const counts = [...groups].map(
			([name, group]) =>
				`${name} ${group.reduce((sum, [id]) => sum + (reproduced.get(id) ?? 0), 0)}`,
		);
		console.log(`values reproduced: ${values} (${counts.join(", ")})`);
		expect({ cases: reproduced.size, values }).toEqual({
			cases: 190,
			values: 3030,
		});
	});
});

function countValues(all: [string, Case][]): number {
	const count = (value: unknown): number =>
		typeof value === "object" && value !== null
			? Object.values(value).reduce(
					(total: number, entry) => total + count(entry),
					0,
				)
			: 1;
	return all.reduce((total, [, { outputs }]) => total + count(outputs), 0);
}
