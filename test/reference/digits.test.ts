import { describe, expect, it } from "vitest";
import * as dense from "../../reference/dense-network.ts";
import {
	type DigitNet,
	digitLayers,
	digitNet,
	learningImages,
	startNet,
	unseenImages,
} from "../../reference/digits.ts";
import { networkError } from "../../reference/losses.ts";
import { sum } from "../../reference/vector.ts";
import { expectAgreement, longRun, onePass } from "./agreement.ts";

const { X, Y, labels } = learningImages();

function costsOf(
	net: DigitNet,
	eta: number,
	epochs: number,
	cost: dense.Cost,
): { costs: number[]; accuracy: number } {
	let layers = digitLayers(net);
	const costs = [dense.batchCost(layers, X, Y, cost)];
	while (costs.length <= epochs) {
		layers = dense.trainStep(layers, X, Y, eta, cost);
		costs.push(dense.batchCost(layers, X, Y, cost));
	}
	const hits = X.filter((x, n) => {
		const [nought = 0, one = 0] = dense.predict(layers, x);
		return (one > nought ? 1 : 0) === labels[n];
	});
	return { costs, accuracy: hits.length / X.length };
}

describe("the digit images", () => {
	it("are 64 different ones to learn from, half of them noughts", () => {
		expect(new Set(X.map((x) => x.join(""))).size).toBe(64);
		expect(X.every((x) => x.length === 12)).toBe(true);
		expect(sum(labels)).toBe(32);
		expect(Y.map(([nought, one]) => one === 1 && nought === 0)).toEqual(
			labels.map((label) => label === 1),
		);
		expect(X[0]?.join("")).toBe("111101101111");
	});

	it("are 240 unseen ones, none of them twice or to learn from", () => {
		const unseen = unseenImages().X.map((x) => x.join(""));
		expect(unseen).toHaveLength(240);
		expect(new Set([...unseen, ...X.map((x) => x.join(""))]).size).toBe(
			240 + 64,
		);
	});
});

describe("the 12-3-2 network", () => {
	const layers = digitLayers(startNet());

	it("gives the numbers of CL-03 for a nought and a one", () => {
		const nought = dense.forward(layers, [1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1]);
		expectAgreement(nought.z[0], [-1.2, 1, 1], onePass);
		expectAgreement(
			nought.a[1],
			[0.6349754277471565, 0.4960656791389045],
			onePass,
		);
		expectAgreement(
			dense.predict(layers, [0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0]),
			[0.5821644257427163, 0.44237575382299177],
			onePass,
		);
	});

	it("gives the costs of LO-18 and LO-19 and the slopes beside them", () => {
		const { cost, gradB } = dense.batchGradients(layers, X, Y, "cross-entropy");
		expectAgreement(cost, 1.415472689972598, onePass);
		expectAgreement(
			gradB[1],
			[0.1116282546994021, -0.027042434310636052],
			onePass,
		);
		const errors = X.map((x, n) =>
			networkError(dense.predict(layers, x), Y[n] ?? []),
		);
		expectAgreement(sum(errors), 16.469597793102356, onePass);
	});

	it("learns as CL-06 says", () => {
		const { costs, accuracy } = costsOf(startNet(), 1, 200, "cross-entropy");
		expectAgreement(
			[1, 2, 5, 10, 20, 50, 100, 200].map((epoch) => costs[epoch]),
			[
				1.37396130060911, 1.3465232406979502, 1.2580643054687148,
				0.9923895178898429, 0.44621463749304685, 0.11090546016116769,
				0.04356475368302619, 0.018608111594776572,
			],
			longRun,
		);
		expect(accuracy).toBe(1);
	});

	it("learns under the squared error too, more slowly", () => {
		const { costs, accuracy } = costsOf(startNet(), 3, 200, "half-squared");
		expectAgreement(
			[0, 10, 50, 200].map((epoch) => costs[epoch]),
			[
				0.2573374655172243, 0.18978574386271338, 0.015980038794614293,
				0.002141535303956297,
			],
			longRun,
		);
		expect(accuracy).toBe(1);
	});

	it("learns nothing when it starts at 0", () => {
		const { costs, accuracy } = costsOf(
			digitNet(() => 0),
			1,
			200,
			"cross-entropy",
		);
		expectAgreement(costs[200], 1.3862943611198904, longRun);
		expect(accuracy).toBe(0.5);
	});
});
