import { describe, expect, it } from "vitest";
import { z } from "zod";
import { exerciseSchema } from "../../exercises/bundle.ts";
import { type Picture, picturesSchema } from "../../exercises/pictures.ts";

const caption = { en: "A picture", zh: "一幅图" };
const declare = (kind: string, rest: object) => [
	{ kind, function: "solve", caption, ...rest },
];

/** One small declaration of each kind. */
const examples: Record<Picture["kind"], unknown[]> = {
	graph: declare("graph", {
		nodes: [
			{ id: "x", label: "x", value: "input.x", gradient: "result.deltaX" },
			{ id: "c", label: "c", value: { apply: "chain", to: "input.x" } },
		],
		edges: [{ from: "x", to: "c", label: "dc/dx", factor: 0.5, path: 1 }],
	}),
	network: declare("network", {
		layers: [{ values: "input.i" }, { values: "result.outH", below: [1, 2] }],
		weights: [{ rows: "input.net.w[0:4]", columns: 2 }],
		biases: ["input.net.b1"],
	}),
	curve: declare("curve", {
		sliders: [{ name: "b", label: "b", from: -2, to: 2, step: 0.1, start: 0 }],
		x: { from: -3, to: 3, label: "z" },
		marks: [
			{
				mark: "function",
				name: "sigmoid",
				parameters: ["slider.b"],
				label: "σ",
			},
			{ mark: "path", x: "result.xs", label: caption },
		],
	}),
	contour: declare("contour", {
		equal: true,
		marks: [
			{ mark: "field", name: "valley", label: "J" },
			{
				mark: "path",
				x: "result.points[][0]",
				y: "result.points[][1]",
				label: "w",
			},
		],
	}),
	scatter: declare("scatter", {
		marks: [
			{ mark: "points", x: "input.xs", y: "input.ys", label: "data" },
			{
				mark: "slope",
				slope: "result.w",
				intercept: "result.b",
				label: "line",
			},
		],
	}),
	loss: declare("loss", {
		series: [{ label: "E", values: { absolute: "result.errors" } }],
		first: 1,
		log: true,
	}),
	bars: declare("bars", {
		series: [{ label: "p", values: "input.p" }],
		names: ["a", caption],
	}),
	matrix: declare("matrix", {
		blocks: [
			{ label: "A", values: "input.A" },
			{ label: "B", values: "input.B" },
			{ label: "AB", values: "result" },
		],
		signs: ["·", "="],
		product: true,
	}),
	pixels: declare("pixels", {
		images: [{ label: "W₁", values: "result.net.W1" }],
		columns: 3,
	}),
};

/** Where the schema finds fault and what it says. */
function faultsOf(pictures: unknown): string {
	const parsed = picturesSchema.safeParse(pictures);
	if (parsed.success) return "";
	return parsed.error.issues
		.map(({ path, message }) => `${path.join(".")}: ${message}`)
		.join("\n");
}

describe("pictures in exercise.json", () => {
	it.each(Object.entries(examples))("take a %s", (_, pictures) => {
		expect(faultsOf(pictures)).toBe("");
	});

	it("take a step graph without caption or nodes", () => {
		expect(faultsOf([{ kind: "graph", function: "backward" }])).toBe("");
	});

	it.each<[string, unknown[], RegExp]>([
		[
			"an unknown kind",
			declare("photo", {}),
			/^0\.kind: expected a "kind": graph, network/,
		],
		[
			"an unknown field",
			declare("pixels", {
				images: [{ label: "a", values: "result" }],
				columns: 3,
				size: 2,
			}),
			/Unrecognized key: "size"/,
		],
		[
			"a picture without caption",
			[
				{
					kind: "bars",
					function: "f",
					series: [{ label: "p", values: "result" }],
				},
			],
			/^0\.caption: /,
		],
		[
			"a caption in one language",
			[{ ...(examples.bars[0] as object), caption: { en: "A picture" } }],
			/^0\.caption\.zh: /,
		],
		[
			"a path that begins nowhere",
			declare("bars", { series: [{ label: "p", values: "output.p" }] }),
			/^0\.series\.0\.values: expected a path such as "input\.x"/,
		],
		[
			"an unknown function",
			declare("curve", {
				marks: [{ mark: "function", name: "gauss", label: "f" }],
			}),
			/^0\.marks\.0\.name: expected one of linear, parabola/,
		],
		[
			"a function of one variable as a field",
			declare("contour", {
				marks: [{ mark: "field", name: "sigmoid", label: "f" }],
			}),
			/^0\.marks\.0\.name: expected one of plane, quadraticForm/,
		],
		[
			"an unknown mark",
			declare("scatter", { marks: [{ mark: "dots", label: "f" }] }),
			/^0\.marks\.0\.mark: expected a "mark": function, tangents/,
		],
		[
			"a contour without a field",
			declare("contour", {
				marks: [{ mark: "points", x: 1, y: 2, label: "p" }],
			}),
			/^0\.marks: expected a mark "field" in a contour/,
		],
		[
			"a curve without a curve",
			declare("curve", { marks: [{ mark: "points", x: 1, y: 2, label: "p" }] }),
			/^0\.marks: expected a mark "function" or "line" in a curve/,
		],
		[
			"a level in both directions",
			declare("scatter", {
				marks: [{ mark: "level", x: 1, y: 2, label: "p" }],
			}),
			/^0\.marks\.0: expected either x \(a vertical line\) or y/,
		],
		[
			"weights that do not fit the layers",
			declare("network", {
				layers: [{ values: [1] }, { values: [1] }],
				weights: [],
			}),
			/^0\.weights: expected 1 entries, one for each gap between 2 layers; got 0/,
		],
		[
			"biases that do not fit the layers",
			declare("network", {
				layers: [{ values: [1] }, { values: [1] }],
				weights: [null],
				biases: [1, 2],
			}),
			/^0\.biases: expected 1 entries, one for each gap between 2 layers; got 2/,
		],
		[
			"an edge to no node",
			declare("graph", {
				nodes: [
					{ id: "x", label: "x" },
					{ id: "y", label: "y" },
				],
				edges: [{ from: "x", to: "z" }],
			}),
			/^0\.edges\.0\.to: expected the id of a node \(x, y\); got "z"/,
		],
		[
			"edges without nodes",
			declare("graph", { edges: [{ from: "x", to: "z" }] }),
			/^0\.edges: expected "nodes" where there are edges/,
		],
		[
			"a product of two blocks",
			declare("matrix", {
				blocks: [{ label: "A", values: "result" }],
				product: true,
			}),
			/^0\.product: expected three blocks, two factors and their product; got 1/,
		],
		[
			"signs that do not fit the blocks",
			declare("matrix", {
				blocks: [{ label: "A", values: "result" }],
				signs: ["="],
			}),
			/^0\.signs: expected 0 signs between 1 blocks; got 1/,
		],
		[
			"a slider that is not there",
			declare("bars", { series: [{ label: "p", values: "slider.eta" }] }),
			/^0\.sliders: expected a slider called "eta", which is used/,
		],
		[
			"a slider that starts outside",
			declare("bars", {
				series: [{ label: "p", values: "result" }],
				sliders: [
					{ name: "b", label: "b", from: 0, to: 1, step: 0.1, start: 2 },
				],
			}),
			/^0\.sliders\.0: expected from ≤ start ≤ to, and from < to/,
		],
	])("refuse %s", (_, pictures, message) => {
		expect(faultsOf(pictures)).toMatch(message);
	});

	it("can be published as a JSON Schema", () => {
		const schema = JSON.stringify(z.toJSONSchema(exerciseSchema));
		for (const kind of Object.keys(examples)) expect(schema).toContain(kind);
	});
});
