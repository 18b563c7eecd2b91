import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identity } from "../../reference/activations.ts";
import { numericGradient } from "../../reference/central-difference.ts";
import * as dense from "../../reference/dense-network.ts";
import { createRandom } from "../../reference/random.ts";
import { expectAgreement } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

interface Draw {
	layers: dense.Layer[];
	X: number[][];
	Y: number[][];
	cost: dense.Cost;
}

/** Makes a network and a batch from a seed: every number follows from it, so a failing seed is the whole counterexample. */
function drawNetwork(
	seed: number,
	sizes: number[],
	act: dense.LayerActivation,
	last: dense.LayerActivation,
	cost: dense.Cost,
): Draw {
	const random = createRandom(seed);
	const numbers = (n: number) =>
		Array.from({ length: n }, () => random.between(-1, 1));
	const layers = sizes.slice(1).map((outputs, l) => ({
		W: Array.from({ length: outputs }, () => numbers(sizes[l] ?? 0)),
		b: numbers(outputs),
		act: l === sizes.length - 2 ? last : act,
	}));
	const samples = random.integer(1, 4);
	const outputs = sizes.at(-1) ?? 1;
	const hot = () => {
		const label = random.integer(0, outputs - 1);
		return Array.from({ length: outputs }, (_, k) => (k === label ? 1 : 0));
	};
	return {
		layers,
		X: Array.from({ length: samples }, () => numbers(sizes[0] ?? 1)),
		Y: Array.from({ length: samples }, hot),
		cost,
	};
}

const flatten = (gradients: { W: dense.Layer["W"]; b: dense.Layer["b"] }[]) =>
	gradients.flatMap(({ W, b }) => [...W.flat(), ...b]);

function unflatten(layers: dense.Layer[], parameters: number[]): dense.Layer[] {
	const rest = [...parameters];
	return layers.map(({ W, b, act }) => ({
		W: W.map((row) => rest.splice(0, row.length)),
		b: rest.splice(0, b.length),
		act,
	}));
}

const small: dense.Layer[] = [
	{
		W: [
			[1, 2],
			[3, 4],
			[5, 6],
		],
		b: [0, 0, 1],
		act: "tanh",
	},
	{ W: [[1, 0, -1]], b: [0.5], act: "sigmoid" },
];

describe("a dense network", () => {
	it("has the gradients that central differences give, whatever its depth, activations and cost", () => {
		const heads = [
			["sigmoid", "half-squared"],
			["tanh", "half-squared"],
			["linear", "half-squared"],
			["softmax", "half-squared"],
			["sigmoid", "cross-entropy"],
			["softmax", "cross-entropy"],
		] as const;
		const sizes = fc.array(fc.integer({ min: 1, max: 5 }), {
			minLength: 2,
			maxLength: 5,
		});
		const hidden = fc.constantFrom<dense.LayerActivation>(
			"sigmoid",
			"tanh",
			"relu",
			"linear",
		);
		fc.assert(
			fc.property(
				fc.nat(),
				sizes,
				hidden,
				fc.constantFrom(...heads),
				(seed, layout, act, [last, cost]) => {
					const { layers, X, Y } = drawNetwork(seed, layout, act, last, cost);
					// A kink within a step of a weighted input would spoil the quotient, not the gradient.
					fc.pre(
						act !== "relu" ||
							X.every((x) =>
								dense
									.forward(layers, x)
									.z.flat()
									.every((z) => Math.abs(z) > 1e-3),
							),
					);
					const { gradW, gradB } = dense.batchGradients(layers, X, Y, cost);
					const analytic = flatten(
						gradW.map((W, l) => ({ W, b: gradB[l] ?? [] })),
					);
					const numeric = numericGradient(
						(p) => dense.batchCost(unflatten(layers, p), X, Y, cost),
						flatten(layers),
						1e-5,
					);
					expectAgreement(analytic, numeric, {
						absolute: 1e-7,
						relative: 1e-6,
					});
				},
			),
		);
	});

	it("gives every layer's values for a sample and the last ones as prediction", () => {
		const { z, a } = dense.forward(small, [0.1, -0.1]);
		expect([
			z.map((layer) => layer.length),
			a.map((layer) => layer.length),
		]).toEqual([
			[3, 1],
			[3, 1],
		]);
		expect(dense.predict(small, [0.1, -0.1])).toEqual(a.at(-1));
	});

	it("computes a layer for no samples as no rows", () => {
		expect(dense.layerForward([], [[1, 2]], [0], identity)).toEqual({
			Z: [],
			A: [],
		});
	});

	it("keeps a large delta at a saturated sigmoid under cross-entropy, and loses it under half-squared", () => {
		expect(
			dense.outputDelta([1], [0], [40], "sigmoid", "cross-entropy"),
		).toEqual([1]);
		expect(
			dense.outputDelta([1], [0], [40], "sigmoid", "half-squared")[0],
		).toBeLessThan(1e-16);
	});

	it("passes nothing back through a dead rectifier", () => {
		expect(dense.backDelta([[2, 3]], [1], [-1, 1], "relu")).toEqual([0, 3]);
	});

	it("lowers the cost with a small step, into new layers", () => {
		const before = structuredClone(small);
		const [X, Y] = [
			[
				[0.1, -0.1],
				[0.4, 0.2],
			],
			[[1], [0]],
		];
		const stepped = dense.trainStep(small, X, Y, 0.01, "cross-entropy");
		expect(dense.batchCost(stepped, X, Y, "cross-entropy")).toBeLessThan(
			dense.batchCost(small, X, Y, "cross-entropy"),
		);
		expect(small).toEqual(before);
		expect(dense.trainStep(small, X, Y, 0, "cross-entropy")).toEqual(small);
	});

	it("averages a batch: twice the same samples give the same gradients", () => {
		const [X, Y] = [
			[
				[0.1, -0.1],
				[0.4, 0.2],
			],
			[[1], [0]],
		];
		const once = dense.batchGradients(small, X, Y, "half-squared");
		expectAgreement(
			dense.batchGradients(small, [...X, ...X], [...Y, ...Y], "half-squared"),
			once,
			{ absolute: 1e-15, relative: 1e-12 },
		);
	});

	const x = [0.1, -0.1];
	const misplaced: dense.Layer[] = [
		{ W: [[1, 2]], b: [0], act: "softmax" },
		{ W: [[1]], b: [0], act: "linear" },
	];
	itRefuses([
		[
			"layers that are no array",
			() => dense.forward(wrong(1), x),
			TypeError,
			"layers must be an array of layers",
		],
		[
			"no layers",
			() => dense.forward([], x),
			RangeError,
			"layers must not be empty",
		],
		[
			"an input that does not fit",
			() => dense.forward(small, [1]),
			RangeError,
			"x must have length 2, got 1",
		],
		[
			"an input of text",
			() => dense.predict(small, wrong("12")),
			TypeError,
			"x must be an array of numbers, got string",
		],
		[
			"too few biases",
			() => dense.forward([{ W: [[1], [2]], b: [1], act: "relu" }], [1]),
			RangeError,
			"b must have length 2, got 1",
		],
		[
			"biases of text",
			() => dense.layerForward([[1]], [[1]], wrong("1"), identity),
			TypeError,
			"b must be an array of numbers, got string",
		],
		[
			"weights of text",
			() => dense.layerForward([[1]], wrong("1"), [1], identity),
			TypeError,
			"a must be an array of rows, got string",
		],
		[
			"samples of text",
			() => dense.layerForward(wrong("1"), [[1]], [1], identity),
			TypeError,
			"X must be an array of rows, got string",
		],
		[
			"no activation",
			() => dense.layerForward([[1]], [[1]], [1], wrong("tanh")),
			TypeError,
			"activation must be a function, got string",
		],
		[
			"an unknown activation",
			() => dense.forward([{ W: [[1, 2]], b: [0], act: wrong("gelu") }], x),
			RangeError,
			"an activation must be sigmoid, tanh, relu, linear or softmax, got gelu",
		],
		[
			"an activation every object has",
			() => dense.forward([{ W: [[1, 2]], b: [0], act: wrong("toString") }], x),
			RangeError,
			"an activation must be sigmoid, tanh, relu, linear or softmax, got toString",
		],
		[
			"softmax before the last layer",
			() => dense.forward(misplaced, x),
			RangeError,
			"softmax may stand in the last layer only",
		],
		[
			"softmax behind a hidden delta",
			() => dense.backDelta([[1]], [1], [1], "softmax"),
			RangeError,
			"softmax may stand in the last layer only",
		],
		[
			"an unknown cost",
			() => dense.sampleCost([1], [1], "linear", wrong("mse")),
			RangeError,
			"cost must be half-squared or cross-entropy, got mse",
		],
		[
			"cross-entropy behind tanh",
			() => dense.outputDelta([1], [1], [1], "tanh", "cross-entropy"),
			RangeError,
			"cross-entropy needs sigmoid or softmax outputs, got tanh",
		],
		[
			"outputs and labels of two lengths",
			() => dense.sampleCost([1], [1, 0], "linear", "half-squared"),
			RangeError,
			"b must have length 1, got 2",
		],
		[
			"weighted inputs of another length",
			() => dense.outputDelta([1], [1], [1, 2], "linear", "half-squared"),
			RangeError,
			"z must have length 1, got 2",
		],
		[
			"weighted inputs of text",
			() => dense.outputDelta([1], [1], wrong("1"), "linear", "half-squared"),
			TypeError,
			"z must be an array of numbers, got string",
		],
		[
			"a delta that does not fit the next weights",
			() => dense.backDelta([[1, 2]], [1, 2], [1, 2], "relu"),
			RangeError,
			"nextDelta must have length 1, got 2",
		],
		[
			"a delta of text",
			() => dense.backDelta([[1]], wrong("1"), [1], "relu"),
			TypeError,
			"nextDelta must be an array of numbers, got string",
		],
		[
			"next weights of text",
			() => dense.backDelta(wrong("1"), [1], [1], "relu"),
			TypeError,
			"nextW must be an array of rows, got string",
		],
		[
			"weighted inputs that do not fit the next weights",
			() => dense.backDelta([[1, 2]], [1], [1], "relu"),
			RangeError,
			"b must have length 2, got 1",
		],
		[
			"labels that do not fit",
			() => dense.backprop(small, x, [1, 2], "half-squared"),
			RangeError,
			"b must have length 1, got 2",
		],
		[
			"an empty batch",
			() => dense.batchGradients(small, [], [], "half-squared"),
			RangeError,
			"X must not be empty",
		],
		[
			"a cost over an empty batch",
			() => dense.batchCost(small, [], [], "half-squared"),
			RangeError,
			"X must not be empty",
		],
		[
			"labels of text",
			() => dense.batchCost(small, [x], wrong("1"), "half-squared"),
			TypeError,
			"Y must be an array of rows, got string",
		],
		[
			"fewer labels than samples",
			() => dense.batchGradients(small, [x, x], [[1]], "half-squared"),
			RangeError,
			"Y must have length 2, got 1",
		],
		[
			"a rate of text",
			() => dense.trainStep(small, [x], [[1]], wrong("1"), "half-squared"),
			TypeError,
			"eta must be a number, got string",
		],
	]);
});
