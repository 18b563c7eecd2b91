import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
	FunctionView,
	StepView,
} from "../../../web/exercise/exercise-view.ts";
import {
	formatApart,
	formatBriefly,
	formatLines,
	formatValue,
	valueAt,
} from "../../../web/exercise/format-value.ts";
import {
	describeParts,
	findCalledFunction,
	findFunction,
	type StepNode,
	type StepValues,
} from "../../../web/verdict/describe-steps.ts";
import { drawRoute, layOutSteps } from "../../../web/verdict/lay-out-steps.ts";

function step(id: string, from: string[], isReturned = true): StepView {
	return {
		id,
		label: id,
		symbolHtml: "",
		formulaHtml: "",
		isShort: true,
		from,
		isReturned,
	};
}

/** The nodes of a case that has one part. */
function describeNodes(
	graph: FunctionView,
	values: {
		input: unknown[];
		steps: Omit<StepValues["steps"][number], "path">[];
	},
): StepNode[] {
	const steps = values.steps.map((shown) => ({ ...shown, path: shown.id }));
	return describeParts(graph, { input: values.input, steps })[0]?.nodes ?? [];
}

/** The five people's way back. */
const backward: FunctionView = {
	name: "backward",
	parameters: ["x", "values", "y"],
	inputs: ["x", "a", "b", "c", "y"],
	steps: [
		step("deltaC", ["c", "y"]),
		step("deltaB", ["deltaC", "b"]),
		step("deltaA", ["deltaB", "a"]),
		step("deltaX", ["deltaA", "x"]),
	],
};

describe("findCalledFunction", () => {
	const one = (name: string): FunctionView => ({
		name,
		parameters: [],
		inputs: [],
		steps: [step(name, [])],
	});
	const visible = (checkId: string, name: string) => ({
		checkId,
		caseId: `${checkId}.${name}`,
		title: name,
		function: name,
		input: [],
		expected: 1,
		steps: [],
	});
	const exercise = {
		functions: [one("loss"), one("gradient"), one("other")],
		cases: [visible("both", "loss"), visible("both", "gradient")],
	};
	const shown = (id: string) => ({
		input: [],
		expected: 1,
		actual: 2,
		steps: [
			{ id, path: "", status: "first-wrong" as const, expected: 1, actual: 2 },
		],
	});

	it("takes the one of a check's several functions whose step is shown", () => {
		const check = { id: "both", shown: shown("gradient") };
		expect(findCalledFunction(exercise, check)?.name).toBe("gradient");
	});

	it("takes a visible check's function where no step is shown", () => {
		expect(findCalledFunction(exercise, { id: "both" })?.name).toBe("loss");
	});

	it("goes by the steps alone for a hidden check, and knows when it does not know", () => {
		const hidden = { id: "hidden", shown: shown("other") };
		expect(findCalledFunction(exercise, hidden)?.name).toBe("other");
		expect(findCalledFunction(exercise, { id: "hidden" })).toBeNull();
	});
});

describe("describeParts", () => {
	const values = {
		input: [2, { a: 4, b: 1.386, c: 1.177 }, 2.13],
		steps: [
			{
				id: "deltaC",
				status: "right" as const,
				expected: -0.95,
				actual: -0.95,
			},
			{
				id: "deltaB",
				status: "first-wrong" as const,
				expected: -2.24,
				actual: -1.12,
			},
			{
				id: "deltaA",
				status: "follow-through" as const,
				expected: -8.97,
				actual: -4.49,
			},
		],
	};

	it("finds arguments and fields of arguments by name", () => {
		const given = describeNodes(backward, values).filter(
			({ status }) => status === "given",
		);
		expect(given.map(({ id, actual }) => [id, actual])).toEqual([
			["c", 1.177],
			["y", 2.13],
			["b", 1.386],
			["a", 4],
			["x", 2],
		]);
	});

	it("marks steps without a value as missing, or as in between when they need not be returned", () => {
		const graph = {
			...backward,
			steps: [...backward.steps, step("inner", ["x"], false)],
		};
		const statuses = new Map(
			describeNodes(graph, values).map(({ id, status }) => [id, status]),
		);
		expect(statuses.get("deltaB")).toBe("first-wrong");
		expect(statuses.get("deltaX")).toBe("missing");
		expect(statuses.get("inner")).toBe("inner");
	});

	it("shows a run round by round, and its result last", () => {
		const right = { status: "right" as const, expected: 1, actual: 1 };
		const graph = {
			...backward,
			steps: [step("x", ["previousX"]), step("c", ["x"]), step("c", ["lastC"])],
		};
		const parts = describeParts(graph, {
			input: [],
			steps: [
				{ ...right, id: "x", path: "trace[0].x" },
				{ ...right, id: "c", path: "trace[0].c" },
				{ ...right, id: "x", path: "trace[1].x", status: "first-wrong" },
				{ ...right, id: "trace", path: "trace.length" },
				{ ...right, id: "c", path: "c" },
			],
		});
		expect(parts.map(({ place, round }) => [place, round])).toEqual([
			["trace[0]", 1],
			["trace[1]", 2],
			["", null],
		]);
		expect(parts[0]?.nodes.find(({ id }) => id === "c")?.from).toEqual(["x"]);
		expect(parts[2]?.nodes.map(({ label }) => label)).toEqual([
			"lastC",
			"c",
			"trace.length",
		]);
	});

	it("finds the function a case belongs to by its steps", () => {
		const other = { ...backward, name: "nextX", steps: [step("next", ["x"])] };
		expect(findFunction([other, backward], ["deltaA"])?.name).toBe("backward");
		expect(findFunction([other, backward], ["unknown"])).toBeNull();
	});
});

describe("layOutSteps", () => {
	const nodes = describeNodes(backward, { input: [], steps: [] });

	it("goes from left to right where there is room", () => {
		const picture = layOutSteps(nodes, 2000);
		const x = new Map(
			picture.nodes.map((placed) => [placed.node.id, placed.x]),
		);
		expect(x.get("deltaX")).toBeGreaterThan(x.get("deltaC") ?? 0);
		expect(picture.width).toBeGreaterThan(picture.height);
	});

	it("fits a chain of steps into a phone", () => {
		expect(layOutSteps(nodes, 320).width).toBeLessThanOrEqual(320);
	});

	it("never puts one node on another and keeps all inside the picture", () => {
		const chain = fc.array(fc.array(fc.nat(8), { maxLength: 3 }), {
			minLength: 1,
			maxLength: 9,
		});
		fc.assert(
			fc.property(chain, fc.constantFrom(300, 3000), (edges, width) => {
				const made = edges.map(
					(from, index): StepNode => ({
						id: `s${index}`,
						label: "",
						status: "right",
						step: null,
						actual: 0,
						expected: 0,
						from: from
							.filter((other) => other < index)
							.map((other) => `s${other}`),
					}),
				);
				const picture = layOutSteps(made, width);
				for (const [index, one] of picture.nodes.entries()) {
					expect(one.x).toBeGreaterThanOrEqual(0);
					expect(one.x + one.width).toBeLessThanOrEqual(picture.width + 1);
					for (const other of picture.nodes.slice(index + 1)) {
						const isApart =
							one.x + one.width <= other.x ||
							other.x + other.width <= one.x ||
							one.y + one.height <= other.y ||
							other.y + other.height <= one.y;
						expect(isApart).toBe(true);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("draws a route from its first to its last point", () => {
		expect(
			drawRoute([
				{ x: 0, y: 0 },
				{ x: 10, y: 5 },
				{ x: 20, y: 0 },
			]),
		).toBe("M0 0 Q10 5 20 0");
		expect(
			drawRoute([
				{ x: 0, y: 0 },
				{ x: 20, y: 0 },
			]),
		).toBe("M0 0 L20 0");
		expect(drawRoute([])).toBe("");
	});
});

describe("shown values", () => {
	it("are written as a student would", () => {
		expect(formatValue({ a: 4, b: 1.3862943611198906 })).toBe(
			"{ a: 4, b: 1.386294361 }",
		);
		expect(formatValue([[1, -2], []])).toBe("[[1, −2], []]");
		expect(formatValue(["NaN", "-Infinity", "text", null, true])).toBe(
			'[NaN, −∞, "text", null, true]',
		);
		expect(formatValue(-1e-12)).toBe("−1e−12");
		expect(formatValue(undefined)).toBe("—");
		expect(formatValue({ a: "undefined" })).toBe("{ a: undefined }");
	});

	it("are broken into lines where they are long", () => {
		const round = { x: 2.243177973676141, a: 4.123456789, b: 1.386294361119 };
		expect(formatLines([round, round])).toBe(
			`[\n  ${formatValue(round)},\n  ${formatValue(round)}\n]`,
		);
		expect(formatLines({ a: 1 })).toBe("{ a: 1 }");
	});

	it("are found by their path", () => {
		const value = { trace: [{ x: 1 }, { x: 2 }] };
		expect(valueAt(value, "trace[1].x")).toBe(2);
		expect(valueAt([5, 6], "[1]")).toBe(6);
		expect(valueAt(value, "trace.length")).toBe(2);
		expect(valueAt(value, "none[3].x")).toBeUndefined();
		expect(valueAt(7, "")).toBe(7);
	});

	it("show in the picture wherein they differ", () => {
		expect(
			formatApart([0.858127579, 0.917755], [0.858310299, 0.917998]),
		).toEqual({ actual: "[0.8581, 0.9178]", expected: "[0.8583, 0.918]" });
		expect(formatApart(1.00000001, 1)).toEqual({
			actual: "1.00000001",
			expected: "1",
		});
		expect(formatApart(2, 3)).toEqual({ actual: "2", expected: "3" });
	});

	it("are cut for the picture", () => {
		expect(formatBriefly(-2.243177973676141)).toBe("−2.2432");
		expect(formatBriefly([1.5, 2.5, 3.5, 4.5, 5.5])).toMatch(/…$/);
	});
});
