import { describe, expect, expectTypeOf, it } from "vitest";
import { fixed } from "../../../exercises/authoring/cases.ts";
import { returnsValue } from "../../../exercises/authoring/exported.ts";
import {
	aFunction,
	buildFunction,
	type CallArguments,
	type FunctionArgument,
	isFunctionArgument,
} from "../../../exercises/authoring/functions.ts";
import { sigmoid } from "../../../reference/activations.ts";
import { numericGradient } from "../../../reference/central-difference.ts";
import * as graph from "../../../reference/linear-graph.ts";
import * as net222 from "../../../reference/net222.ts";
import { network342Task } from "../../../reference/training-tasks.ts";

/** A library function of one vector. */
function ofPoint(name: string, ...parameters: number[]) {
	const built = buildFunction(name, parameters);
	return (p: readonly number[]) =>
		Reflect.apply(built, undefined, [p]) as number;
}

describe("the library's sequence", () => {
	it("counts its terms from 1 and has none elsewhere", () => {
		const term = buildFunction("sequence", [5, -2]);
		const at = (k: number) => Reflect.apply(term, undefined, [k]);
		expect([0, 1, 2, 3, 1.5].map(at)).toEqual([
			Number.NaN,
			5,
			-2,
			Number.NaN,
			Number.NaN,
		]);
	});
});

describe("the library's functions of several variables", () => {
	it("have the values their lines state", () => {
		expect(ofPoint("linearForm", 5, 2, -1)([3, 4])).toBe(7);
		expect(ofPoint("linearForm", 5)([])).toBe(5);
		expect(ofPoint("weightedSquares", 1, 1)([3, -4])).toBe(25);
		expect(ofPoint("weightedSquares", 2, 0, -1)([1, 9, 3])).toBe(-7);
		// x² + 2xy + 3yx + 4y² at (1, 10)
		expect(ofPoint("quadraticForm", 2, 1, 2, 3, 4)([1, 10])).toBe(451);
		expect(ofPoint("squarePlusSineSquare")([3, 1])).toBeCloseTo(
			9.708073418273571,
			12,
		);
		expect(ofPoint("neuronError", 1, 3, -2)([2, 3])).toBe(0.125);
	});

	it("agree with the reference where it has them", () => {
		const z = ofPoint("linearGraph");
		expect(z([3, 4])).toBe(graph.forward(3, 4).z);
		expect(z([-2.5, 0.75])).toBe(graph.forward(-2.5, 0.75).z);
		expect(ofPoint("neuronError", 0.2, 1.5, -1)([0.4, 0.9])).toBeCloseTo(
			(sigmoid(0.4 * 1.5 - 0.9) - 0.2) ** 2 / 2,
			15,
		);
		const net = {
			w: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45],
			b1: 0.35,
			b2: 0.6,
		};
		const { outO } = net222.forward(net, [0.05, 0.1]);
		expect(
			ofPoint("network222Error", 0.05, 0.1, 0.01, 0.99)([...net.w, 0.35, 0.6]),
		).toBe(net222.errors(outO, [0.01, 0.99]).total);
	});

	it("have gradients that couple their variables where the line says so", () => {
		const [first, second] = numericGradient(
			ofPoint("quadraticForm", 2, 1, 2, 3, 4),
			[1, 10],
			1e-4,
		);
		expect(first).toBeCloseTo(52, 8);
		expect(second).toBeCloseTo(85, 8);
	});

	it.each([
		["quadraticForm", [2, 1, 2, 3, 4]],
		["quadraticForm", [3, 1, 0, -2, 0.5, 4, 1, 1, 2, -1]],
		["squarePlusSineSquare", []],
	])("have the gradient of that name: %s %j", (name, parameters) => {
		const f = ofPoint(name, ...parameters);
		const p = Object.freeze([0.7, -1.2, 0.4].slice(0, parameters[0] ?? 2));
		const gradient: unknown = Reflect.apply(
			buildFunction(`${name}Gradient`, parameters),
			undefined,
			[p],
		);
		const expected = numericGradient(f, p, 1e-4).map((slope) =>
			expect.closeTo(slope, 7),
		);
		expect(gradient).toEqual(expected);
		expect(
			Reflect.apply(buildFunction(`${name}Gradient`, parameters), undefined, [
				[],
			]),
		).toEqual(expected.map(() => Number.NaN));
	});

	it.each([
		["linearForm", [1, 2, 3]],
		["weightedSquares", [1, 2]],
		["quadraticForm", [2, 1, 2, 3, 4]],
		["squarePlusSineSquare", []],
		["linearGraph", []],
		["neuronError", [1, 2, 3]],
		["network222Error", [1, 2, 3, 4]],
	])(
		"give NaN or refuse when a variable is missing: %s",
		(name, parameters) => {
			const missing = ofPoint(name, ...parameters);
			if (name === "network222Error")
				expect(() => missing([1])).toThrow(RangeError);
			else expect(missing([1])).toBeNaN();
		},
	);

	it("leave the vector they are given alone", () => {
		const p = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		for (const name of [
			"linearForm",
			"weightedSquares",
			"quadraticForm",
			"squarePlusSineSquare",
			"linearGraph",
			"neuronError",
			"network222Error",
		])
			expect(ofPoint(name, 2, 1, 1, 1)(p)).not.toBeUndefined();
	});
});

describe("the library's tasks for a training loop", () => {
	it("take parameters and a batch of sample numbers", () => {
		const task = (name: string, ...parameters: number[]) => {
			const built = buildFunction(name, parameters);
			return (params: number[], batch: number[]) =>
				Reflect.apply(built, undefined, [params, batch]);
		};
		// The points (1, 4), (2, 7) and (3, 1) under the line 2x.
		const points = [1, 2, 3, 4, 7, 1];
		expect(task("lineCost", ...points)([2, 0], [0, 2])).toBe(7.25);
		expect(task("lineGradient", ...points)([2, 0], [1])).toEqual([-6, -3]);
		const start = Array.from({ length: 26 }, (_, k) => k / 26 - 0.4);
		const { cost, gradient } = network342Task();
		expect(task("network342Cost")(start, [0, 1])).toBe(cost(start, [0, 1]));
		expect(task("network342Gradient")(start, [2])).toEqual(
			gradient(start, [2]),
		);
	});
});

describe("the library's errors of one sample", () => {
	it.each([
		["signedError", -2.5],
		["absoluteError", 2.5],
		["squaredError", 6.25],
	])("take the prediction first, then the label: %s", (name, value) => {
		const error = buildFunction(name, []) as (a?: number, y?: number) => number;
		expect(error(-1.5, 1)).toBe(value);
		expect(error(1)).toBeNaN();
		expect(error(undefined, 1)).toBeNaN();
	});
});

describe("a function as an argument", () => {
	it("is written by its name in a case and reaches the steps as a function", () => {
		const atTwo = returnsValue(
			"atTwo",
			["f"],
			"f(2)",
			(f: (x: number) => number) => f(2),
		);
		const square = aFunction("polynomial", 0, 0, 1);
		expect(fixed(atTwo, { en: "square", zh: "平方" }, [square]).args).toEqual([
			square,
		]);
		// @ts-expect-error a live function cannot cross into an isolate
		fixed(atTwo, { en: "square", zh: "平方" }, [(x: number) => x * x]);
		expectTypeOf<
			CallArguments<[f: (p: number[]) => number, p: number[]]>
		>().toEqualTypeOf<[f: FunctionArgument, p: number[]]>();
	});

	it("is refused when the library has none of that name, by the author's side and by the builder", () => {
		expect(() => aFunction("toString")).toThrow('got the function "toString"');
		expect(() => buildFunction("nothing", [])).toThrow(
			'no library function is called "nothing"',
		);
		expect(isFunctionArgument({ $function: "exp", parameters: ["1"] })).toBe(
			false,
		);
	});
});
