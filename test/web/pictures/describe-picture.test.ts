import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { type Picture, pictureSchema } from "../../../exercises/pictures.ts";
import type { FunctionView } from "../../../web/exercise/exercise-view.ts";
import en from "../../../web/messages/en.json" with { type: "json" };
import zh from "../../../web/messages/zh.json" with { type: "json" };
import {
	describePicture,
	type PictureModel,
} from "../../../web/pictures/describe-picture.ts";
import type {
	PlaneMark,
	PlaneModel,
} from "../../../web/pictures/describe-plane.ts";
import {
	pictureCasesOf,
	shownPictureCase,
} from "../../../web/pictures/picture-cases.ts";
import { viewPictures } from "../../../web/pictures/picture-view.ts";
import type { PictureCase } from "../../../web/pictures/read-quantity.ts";
import {
	makeSpeaker,
	tellPicture,
} from "../../../web/pictures/tell-picture.ts";

const english = makeSpeaker(
	createTranslator({ locale: "en", messages: en, namespace: "pictures" }),
	"en",
);
const chinese = makeSpeaker(
	createTranslator({ locale: "zh", messages: zh, namespace: "pictures" }),
	"zh",
);

const caption = { en: "A picture", zh: "一幅图" };

/** Draws one picture; declarations go through the schema, as authors' do. */
function draw(
	declared: object,
	values: Partial<PictureCase>,
	{
		sliders = {},
		round = null as number | null,
		graph = null as FunctionView | null,
	} = {},
): PictureModel {
	const picture: Picture = pictureSchema.parse({
		function: "f",
		caption,
		...declared,
	});
	const [view] = viewPictures([picture], "en");
	if (view === undefined) throw new Error("the declaration was refused");
	return describePicture(
		view,
		graph,
		{
			parameters: ["x", "y"],
			input: [],
			expected: null,
			others: {},
			...values,
		},
		sliders,
		round,
	);
}

function plane(
	marks: object[],
	values: Partial<PictureCase>,
	more: object = {},
	round: number | null = null,
): PlaneModel {
	const model = draw({ kind: "scatter", marks, ...more }, values, { round });
	if (model.kind !== "plane") throw new Error("expected a plane");
	return model;
}

function markOf<Name extends PlaneMark["mark"]>(
	model: PlaneModel,
	name: Name,
): Extract<PlaneMark, { mark: Name }> {
	const found = model.marks.find((mark) => mark.mark === name);
	if (found === undefined) throw new Error(`there is no ${name}`);
	return found as Extract<PlaneMark, { mark: Name }>;
}

const run = [
	{ x: 2, c: 1 },
	{ x: 4, c: 1.5 },
	{ x: 5, c: 1.75 },
];
const track = { mark: "path", x: "result[].x", y: "result[].c", label: "run" };

describe("a picture in the plane", () => {
	it("joins abscissas and ordinates, and counts what is not finite", () => {
		const model = plane([{ ...track, mark: "points" }], {
			expected: [...run, { x: "NaN", c: 1 }, { x: 7 }],
		});
		const points = markOf(model, "points");
		expect(points.points).toHaveLength(3);
		expect(points.lost).toBe(2);
		expect(tellPicture(model, english).sentence).toContain(
			"2 without a finite value",
		);
	});

	it("lays the student's run over the expected one, each by its name", () => {
		const model = plane([track], {
			expected: run,
			actual: {
				value: [
					{ x: 2, c: 1 },
					{ x: 9, c: 3 },
				],
			},
		});
		expect(model.marks.map(({ who }) => who)).toEqual(["expected", "yours"]);
		expect(tellPicture(model, english).sentence).toBe(
			"run (expected): 3 points in a row, (2, 1), (4, 1.5), (5, 1.75); run (yours): 2 points in a row, (2, 1), (9, 3).",
		);
		expect(tellPicture(model, chinese).sentence).toContain("run（你的值）");
	});

	it("draws what no result decides only once", () => {
		const model = plane(
			[{ mark: "level", y: "input.y", label: "target" }, track],
			{
				input: [0, 3],
				expected: run,
				actual: { value: run },
			},
		);
		expect(model.marks.map(({ mark, who }) => `${mark} ${who}`)).toEqual([
			"level given",
			"path expected",
			"path yours",
		]);
	});

	it("survives whatever a student returns", () => {
		for (const value of [null, "text", 7, [[[]]], { length: 3 }, [{ x: {} }]]) {
			const model = plane([track], { expected: run, actual: { value } });
			expect(tellPicture(model, english).sentence).toContain(
				"run (yours): no values",
			);
		}
	});

	it("widens its axes for the student's values, but not without bound", () => {
		const model = plane([track], {
			expected: run,
			actual: { value: [{ x: 1e300, c: 1 }] },
		});
		expect(model.x.from).toBeGreaterThan(1);
		expect(model.x.to).toBeLessThan(10);
	});

	it("keeps declared ends, and takes them from the case", () => {
		const model = plane(
			[track],
			{ input: [0, 12], expected: run },
			{ x: { from: 1, to: "input.y", label: "x" } },
		);
		expect([model.x.from, model.x.to]).toEqual([1, 12]);
	});

	it("leaves room around points, also around a single one", () => {
		const model = plane([track], { expected: run });
		expect(model.x.from).toBeLessThan(2);
		expect(model.x.to).toBeGreaterThan(5);
		const single = plane([track], { expected: [{ x: 3, c: 3 }] });
		expect(single.x.from).toBeLessThan(3);
		expect(single.x.to).toBeGreaterThan(3);
	});

	it("puts points without ordinate on its first function", () => {
		const model = draw(
			{
				kind: "curve",
				marks: [
					{
						mark: "function",
						name: "parabola",
						parameters: [1, 0],
						label: "J",
					},
					{ mark: "path", x: "result", label: "descent" },
				],
			},
			{ expected: [3, 2] },
		) as PlaneModel;
		expect(markOf(model, "path").points).toEqual([
			{ x: 3, y: 4 },
			{ x: 2, y: 1 },
		]);
		const curve = markOf(model, "curve").points;
		expect(curve[0]?.x).toBe(model.x.from);
		expect(curve.at(-1)?.x).toBe(model.x.to);
	});

	it("draws one curve for each entry where asked", () => {
		const model = draw(
			{
				kind: "curve",
				marks: [
					{
						mark: "function",
						name: "halfSquaredLoss",
						parameters: ["input.y"],
						each: true,
						label: "label",
					},
				],
			},
			{ input: [0, [1, 4]] },
		) as PlaneModel;
		expect(model.marks.map(({ label }) => label)).toEqual([
			"label 1",
			"label 2",
		]);
	});

	it("draws tangents as far as the height they lead to", () => {
		const model = draw(
			{
				kind: "curve",
				marks: [
					{
						mark: "function",
						name: "parabola",
						parameters: [0, 0],
						label: "f",
					},
					{
						mark: "tangents",
						name: "parabola",
						parameters: [0, 0],
						x: "result",
						until: 0,
					},
				],
			},
			{ expected: [2] },
		) as PlaneModel;
		const [segment] = markOf(model, "tangents").segments;
		expect(segment?.from).toEqual({ x: 2, y: 4 });
		// Newton's step on x²: half of x.
		expect(segment?.to.x).toBeCloseTo(1, 6);
		expect(segment?.to.y).toBeCloseTo(0, 6);
	});

	it("steps through a path, and points go with it", () => {
		const marks = [track, { ...track, mark: "points", label: "rounds" }];
		const whole = plane(marks, { expected: run });
		expect(whole.rounds).toBe(2);
		const part = plane(marks, { expected: run }, {}, 1);
		expect(markOf(part, "path").points).toHaveLength(2);
		expect(markOf(part, "points").points).toHaveLength(2);
		expect([part.x, part.y]).toEqual([whole.x, whole.y]);
	});

	it("keeps classes with their points", () => {
		const model = plane(
			[
				{
					mark: "points",
					x: "input.x",
					y: "input.y",
					classes: "result",
					label: "class",
				},
			],
			{
				input: [
					[1, "NaN", 3],
					[1, 2, 3],
				],
				expected: [0, 5, 1],
			},
		);
		expect(markOf(model, "points").classes).toEqual([0, 1]);
	});

	it("adds up the squares of residuals", () => {
		const model = plane(
			[
				{
					mark: "residuals",
					x: "input.x",
					y: "input.y",
					slope: "result.w",
					intercept: "result.b",
					squares: true,
					label: "residuals",
				},
				{
					mark: "slope",
					slope: "result.w",
					intercept: "result.b",
					label: "line",
				},
			],
			{
				input: [
					[0, 1],
					[1, 4],
				],
				expected: { w: 2, b: 0 },
			},
		);
		expect(markOf(model, "residuals").squareSum).toBe(5);
		expect(tellPicture(model, english).sentence).toBe(
			"residuals: 2, the sum of their squares is 5; line: slope 2, intercept 0.",
		);
	});

	it("names the height of each point on a field in the table", () => {
		const model = draw(
			{
				kind: "contour",
				marks: [
					{ mark: "field", name: "linearGraph", target: 150, label: "z" },
					{ mark: "points", x: 3, y: 4, label: "start" },
					{ mark: "arrow", from: [3, 4], to: [2, 3], label: "step" },
				],
			},
			{},
		);
		const words = tellPicture(model, english);
		expect(words.table?.columns).toEqual(["Part", "No.", "x", "y", "z"]);
		expect(words.table?.rows[0]).toEqual(["start", "1", "3", "4", "162"]);
		expect(words.sentence).toContain("the line at 150 drawn thick");
		expect(words.sentence).toContain("step: 1 arrow, (3, 4) → (2, 3)");
	});

	it("leaves out lines that have no numbers", () => {
		const model = plane(
			[
				{
					mark: "slope",
					slope: "result.w",
					intercept: "result.b",
					label: "line",
				},
				{ mark: "boundary", w: "result.w", b: "result.b", label: "border" },
				{ mark: "circle", center: [0, 0], radius: "result.r", label: "circle" },
				{ mark: "points", x: 1, y: 1, label: "one" },
			],
			{ expected: { w: "NaN" } },
		);
		expect(model.marks.map(({ label }) => label)).toEqual(["one"]);
	});
});

describe("a network", () => {
	const declared = {
		kind: "network",
		layers: [
			{ names: ["i₁", "i₂"], values: "input.x" },
			{
				label: { en: "hidden", zh: "隐藏层" },
				names: ["h"],
				values: "result.a",
				below: "result.z",
			},
		],
		weights: [{ rows: "input.y.w", columns: 2 }],
		biases: ["input.y.b"],
		highlight: [{ gap: 1, to: 1, from: 2 }],
	};
	const input = [[1, 2], { w: [3, 4], b: 0.5 }];

	it("joins every neuron with every one of the next layer by its weight", () => {
		const model = draw(declared, { input, expected: { a: [7], z: [6] } });
		if (model.kind !== "network") throw new Error("expected a network");
		expect(model.edges.map(({ weight }) => weight?.value)).toEqual([3, 4]);
		expect(model.edges.map(({ isHighlighted }) => isHighlighted)).toEqual([
			false,
			true,
		]);
		expect(model.largestWeight).toBe(4);
		expect(tellPicture(model, english)).toEqual({
			sentence: "Layer 1: i₁ 1, i₂ 2; hidden: h 7 (below 6) (bias 0.5).",
			table: {
				columns: ["From", "To", "Weight"],
				rows: [
					["i₁", "h", "3"],
					["i₂", "h", "4, drawn thick"],
				],
				omitted: 0,
			},
		});
	});

	it("shows the student's number and the expected one where they differ", () => {
		const model = draw(declared, {
			input,
			expected: { a: [7], z: [6] },
			actual: { value: { a: [5], z: [6] } },
		});
		if (model.kind !== "network") throw new Error("expected a network");
		expect(model.layers[1]?.neurons[0]?.cell).toEqual({
			value: 5,
			expected: 7,
			isOff: true,
		});
		expect(model.layers[1]?.neurons[0]?.below?.isOff).toBe(false);
		expect(tellPicture(model, english).sentence).toContain("h 5 instead of 7");
	});

	it("keeps its places when the student returns too little", () => {
		const model = draw(declared, {
			input,
			expected: { a: [7], z: [6] },
			actual: { value: null },
		});
		expect(tellPicture(model, english).sentence).toContain(
			"h (below none instead of 6)",
		);
	});
});

describe("a graph", () => {
	it("has values above, gradients below and factors on edges", () => {
		const model = draw(
			{
				kind: "graph",
				nodes: [
					{ id: "x", label: "x", value: "input.x", gradient: "result.deltaX" },
					{ id: "c", label: "c" },
				],
				edges: [
					{
						from: "x",
						to: "c",
						label: "dc/dx",
						factor: "result.slope",
						path: 2,
					},
				],
			},
			{ input: [2], expected: { deltaX: -1.5, slope: 0.5 } },
		);
		expect(tellPicture(model, english)).toEqual({
			sentence: "x: 2, gradient −1.5; c.",
			table: {
				columns: ["From", "To", "On the edge"],
				rows: [["x", "c", "dc/dx, 0.5, path 2"]],
				omitted: 0,
			},
		});
	});

	it("is the function's step graph where no nodes are declared", () => {
		const step = (id: string, from: string[]) => ({
			id,
			from,
			label: `Δ${id}`,
			symbolHtml: "",
			formulaHtml: "",
			isShort: true,
			isReturned: true,
		});
		const graph = {
			name: "f",
			parameters: ["x", "y"],
			inputs: ["x"],
			steps: [step("a", ["x"]), step("b", ["a"])],
		};
		const model = draw(
			{ kind: "graph" },
			{ input: [3], expected: { a: 9, b: [1, 2] } },
			{ graph },
		);
		if (model.kind !== "graph") throw new Error("expected a graph");
		expect(model.edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
			"x a",
			"a b",
		]);
		expect(tellPicture(model, english).sentence).toBe(
			"x: 3; Δa: 9; Δb: [1, 2].",
		);
	});
});

describe("losses and bars", () => {
	it("count rounds from the declared first one", () => {
		const model = draw(
			{ kind: "loss", series: [{ label: "E", values: "result" }], first: 1 },
			{ expected: [0.5, 0.25], actual: { value: [0.5, "Infinity", 2] } },
		);
		expect(tellPicture(model, english).table).toEqual({
			columns: ["Round", "E (expected)", "E (yours)"],
			rows: [
				["1", "0.5", "0.5"],
				["2", "0.25", "∞"],
				["3", "none", "2"],
			],
			omitted: 0,
		});
	});

	it("thin a long table out, and say so", () => {
		const model = draw(
			{ kind: "loss", series: [{ label: "E", values: "result" }] },
			{ expected: Array.from({ length: 201 }, (_, index) => index) },
		);
		const { table } = tellPicture(model, english);
		expect(table?.rows).toHaveLength(40);
		expect(table?.rows[0]).toEqual(["0", "0"]);
		expect(table?.rows.at(-1)).toEqual(["200", "200"]);
		expect(table?.omitted).toBe(161);
	});

	it("name places, and number those without a name", () => {
		const model = draw(
			{
				kind: "bars",
				series: [{ label: "p", values: "result" }],
				names: ["cat"],
			},
			{ expected: [0.75, 0.25] },
		);
		expect(tellPicture(model, english).sentence).toBe(
			"p – cat: 0.75, 2: 0.25.",
		);
		expect(tellPicture(model, chinese).sentence).toBe(
			"p：各项为 cat：0.75、2：0.25。",
		);
	});
});

describe("matrices and images", () => {
	it("stand row by row, a column upright where asked", () => {
		const model = draw(
			{
				kind: "matrix",
				blocks: [
					{ label: "W", values: "input.x" },
					{ label: "x", values: "input.y", column: true },
					{ label: "z", values: "result" },
				],
				signs: ["·", "="],
			},
			{
				input: [
					[
						[1, 2],
						[3, 4],
					],
					[5, 6],
				],
				expected: 17,
				actual: { value: 18 },
			},
		);
		if (model.kind !== "matrix") throw new Error("expected matrices");
		expect(model.blocks[1]?.rows).toHaveLength(2);
		expect(tellPicture(model, english)).toEqual({
			sentence: "W (2 × 2) · x (2 × 1) = z (1 × 1).",
			table: {
				columns: ["Matrix", "Row", "Values"],
				rows: [
					["W", "1", "1  2"],
					["W", "2", "3  4"],
					["x", "1", "5"],
					["x", "2", "6"],
					["z", "1", "18 instead of 17"],
				],
				omitted: 0,
			},
		});
	});

	it("shows a missing row of the student's as missing", () => {
		const model = draw(
			{ kind: "matrix", blocks: [{ label: "A", values: "result" }] },
			{ expected: [[1], [2]], actual: { value: [[1]] } },
		);
		expect(tellPicture(model, english).table?.rows[1]).toEqual([
			"A",
			"2",
			"none instead of 2",
		]);
	});

	it("are one image for a list, one for each row of a matrix, and rows of text as they are", () => {
		const pixels = (values: unknown) => {
			const model = draw(
				{
					kind: "pixels",
					images: [{ label: "w", values: "result" }],
					columns: 2,
				},
				{ expected: values },
			);
			if (model.kind !== "pixels") throw new Error("expected pixels");
			return model;
		};
		expect(pixels([1, 0, 0, 1]).images.map(({ rows }) => rows.length)).toEqual([
			2,
		]);
		expect(
			pixels([
				[1, 0],
				[0, 1],
			]).images.map(({ label }) => label),
		).toEqual(["w 1", "w 2"]);
		expect(
			pixels(["10", "01"]).images[0]?.rows[1]?.map(({ value }) => value),
		).toEqual([0, 1]);
		expect(pixels([1, 0]).isUnit).toBe(true);
		expect(pixels([1, -3]).isUnit).toBe(false);
	});
});

describe("the cases of pictures", () => {
	const exercise = {
		functions: [
			{ name: "f", parameters: ["x"], inputs: [], steps: [] },
			{ name: "g", parameters: ["x"], inputs: [], steps: [] },
		],
		cases: [
			{
				checkId: "a",
				caseId: "a.1",
				title: "one",
				function: "f",
				input: [1],
				expected: 10,
				steps: [],
			},
			{
				checkId: "a",
				caseId: "a.2",
				title: "two",
				function: "f",
				input: [2],
				expected: 20,
				steps: [],
			},
			{
				checkId: "a",
				caseId: "a.3",
				title: "no",
				function: "f",
				input: [-1],
				expected: null,
				throws: "RangeError",
				steps: [],
			},
			{
				checkId: "b",
				caseId: "b.1",
				title: "g",
				function: "g",
				input: [2],
				expected: 40,
				steps: [],
			},
		],
	};

	it("are those that return something, with what other functions return for the same inputs", () => {
		const cases = pictureCasesOf(exercise, "f");
		expect(cases.map(({ id }) => id)).toEqual(["a.1", "a.2"]);
		expect(cases[1]?.others).toEqual({ g: 40 });
		// Nothing has the inputs of the first: the first case of g stands in.
		expect(cases[0]?.others).toEqual({ g: 40 });
	});

	it("take from a verdict only what belongs to the same inputs", () => {
		const shown = { input: [7], expected: 70, actual: 71 };
		expect(shownPictureCase(exercise, "f", shown)).toMatchObject({
			parameters: ["x"],
			expected: 70,
			actual: { value: 71 },
			others: {},
		});
		expect(
			shownPictureCase(exercise, "f", { ...shown, input: [2] }).others,
		).toEqual({ g: 40 });
	});
});

describe("declarations for one reader", () => {
	it("speak the reader's language", () => {
		const [view] = viewPictures(
			[
				{
					kind: "bars",
					function: "f",
					caption,
					series: [{ label: caption, values: "result" }],
				},
			],
			"zh",
		);
		expect(view).toMatchObject({
			caption: "一幅图",
			series: [{ label: "一幅图" }],
		});
	});

	it("leave out what an earlier release declared in another form", () => {
		expect(
			viewPictures([{ kind: "curve", function: "forward" }], "en"),
		).toEqual([]);
	});
});
