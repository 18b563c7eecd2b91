/**
 * The pictures of an exercise, declared as data in `exercise.json`: a closed set of kinds, each drawn from the values of a
 * case. Before submitting these are a visible case's inputs and expected result; in a verdict the student's own result lies
 * over the expected one. A declaration holds no code: it names functions of a closed list and paths into the values.
 *
 * A *path* begins with where a value comes from: `input.<parameter>`, `result` (what the function returns),
 * `of.<function>` (what another exported function returns for the same inputs; on the exercise page else in its first
 * visible case) or `slider.<name>`. Then follow `.key`, `[2]`, `[]` (of every entry) and `[0:4]` (entries 0 to 3).
 * Example: `result.trace[].x` is the list of x of all rounds.
 */
import { z } from "zod";
import { localizedSchema } from "./localized.ts";

/** Functions of one variable; what they compute and take stands in `web/pictures/functions.ts`. */
export const curveNames = [
	"linear",
	"parabola",
	"quadratic",
	"polynomial",
	"unitStep",
	"sigmoid",
	"sigmoidSlope",
	"tanh",
	"tanhSlope",
	"relu",
	"reluSlope",
	"identity",
	"exp",
	"sin",
	"cos",
	"normalPdf",
	"chain",
	"chainSlope",
	"linearGraphOfB",
	"zeroOneLoss",
	"absoluteLoss",
	"hingeLoss",
	"exponentialLoss",
	"squaredLoss",
	"halfSquaredLoss",
	"logLoss",
	"meanHalfSquaredLoss",
	"ln",
	"negativeLn",
] as const;

/** Functions of two variables; what they compute and take stands in `web/pictures/functions.ts`. */
export const fieldNames = [
	"plane",
	"quadraticForm",
	"valley",
	"linearGraph",
	"regressionCost",
	"logisticProbability",
] as const;

/** Lists that the reference computes; what they hold and take stands in `web/pictures/functions.ts`. */
export const seriesNames = [
	"range",
	"powersOfTen",
	"compassX",
	"compassY",
	"descentOnParabola",
	"factorErrors",
	"differenceErrors",
	"regressionPathW",
	"regressionPathB",
] as const;

export type CurveName = (typeof curveNames)[number];
export type FieldName = (typeof fieldNames)[number];
export type SeriesName = (typeof seriesNames)[number];

/** @example "input.x", "result", "result.trace[].x", "input.net.w[0:4]", "of.errors.total", "slider.eta" */
export const pathPattern =
	/^(?:(?:input|of|slider)\.[A-Za-z_]\w*|result)(?:\.[A-Za-z_]\w*|\[\d*(?::\d*)?\])*$/;

const pathSchema = z
	.string()
	.regex(
		pathPattern,
		'expected a path such as "input.x", "result.trace[].x", "of.errors.total" or "slider.eta"',
	);
const functionNameSchema = z
	.string()
	.regex(/^[A-Za-z_]\w*$/, "expected the name of an exported function");

const operandSchema = z.union([z.number(), pathSchema], {
	error:
		'expected a number or a path such as "input.x", "result.trace[].x" or "slider.eta"',
});
/** A number, a path, a list, or what is computed from these: number by number; a number goes with every entry of a list. */
export type Term =
	| number
	| string
	| Term[]
	| { absolute: Term }
	| { square: Term }
	| { sum: Term[] }
	| { product: Term[] }
	| { difference: [Term, Term] }
	/** The inner product of two lists. */
	| { dot: [Term, Term] }
	/** A list divided by its length as a vector. */
	| { unit: Term }
	/** One entry of a list, counted from 0. */
	| { entry: Term; at: Term }
	| { transpose: Term }
	/** The gradient of a function that is passed in, by central differences of the reference. */
	| { gradient: string; at: Term }
	/** A flat list cut into rows. */
	| { rows: Term; columns: number }
	/** A curve's function applied to every number. */
	| { apply: CurveName; parameters?: Term[] | undefined; to: Term }
	/** A named list of the reference, e.g. the x of a descent for a slider's rate. */
	| { series: SeriesName; parameters: Term[] };

const termForms =
	'a number, a path such as "result.trace[].x", or one of {"absolute": …}, {"square": …}, {"sum": […]}, {"product": […]}, {"difference": [a, b]}, {"dot": [a, b]}, {"unit": …}, {"entry": …, "at": n}, {"transpose": …}, {"gradient": path, "at": …}, {"rows": …, "columns": n}, {"apply": …, "to": …}, {"series": …, "parameters": […]}';

export const termSchema: z.ZodType<Term, Term> = z.lazy(() =>
	z.union(
		[
			operandSchema,
			z.array(termSchema),
			z.strictObject({ absolute: termSchema }),
			z.strictObject({ square: termSchema }),
			z.strictObject({ sum: z.array(termSchema).min(1) }),
			z.strictObject({ product: z.array(termSchema).min(1) }),
			z.strictObject({ difference: z.tuple([termSchema, termSchema]) }),
			z.strictObject({ dot: z.tuple([termSchema, termSchema]) }),
			z.strictObject({ unit: termSchema }),
			z.strictObject({ entry: termSchema, at: termSchema }),
			z.strictObject({ transpose: termSchema }),
			z.strictObject({ gradient: pathSchema, at: termSchema }),
			z.strictObject({ rows: termSchema, columns: z.int().min(1).max(64) }),
			z.strictObject({
				apply: z.enum(curveNames),
				parameters: z.array(termSchema).optional(),
				to: termSchema,
			}),
			z.strictObject({
				series: z.enum(seriesNames),
				parameters: z.array(termSchema),
			}),
		],
		{ error: `expected ${termForms}, or a list of these` },
	),
);
const labelSchema = z.union([z.string().min(1).max(60), localizedSchema], {
	error: 'expected a short text, or one in both languages: {"en": …, "zh": …}',
});

/** A function of the plane: a name of the closed list, or the path of a library function among the inputs. */
function functionSchema<const Names extends readonly string[]>(names: Names) {
	const error = `expected one of ${names.join(", ")}, or "input.<parameter>" of a function that is passed in`;
	return z.union(
		[z.enum(names), z.string().regex(/^input\.[A-Za-z_]\w*$/, error)],
		{ error },
	);
}

const axisSchema = z.strictObject({
	label: labelSchema.optional(),
	/** Ends of the axis; without them the drawn points decide. */
	from: operandSchema.optional(),
	to: operandSchema.optional(),
	scale: z.enum(["linear", "log"]).optional(),
});

const curveMark = z.strictObject({
	mark: z.literal("function"),
	name: functionSchema(curveNames),
	parameters: z.array(termSchema).optional(),
	/** One curve for each entry of the parameters that are lists. */
	each: z.boolean().optional(),
	label: labelSchema,
});
const tangentMark = z.strictObject({
	mark: z.literal("tangents"),
	name: functionSchema(curveNames),
	parameters: z.array(termSchema).optional(),
	/** Where they touch. */
	x: termSchema,
	/** They are drawn as far as this height; without it a short piece to both sides, or, where asked, the whole width. */
	until: operandSchema.optional(),
	long: z.boolean().optional(),
	label: labelSchema.optional(),
});
const fieldMark = z.strictObject({
	mark: z.literal("field"),
	name: functionSchema(fieldNames),
	parameters: z.array(termSchema).optional(),
	/** Heights of the contour lines; without them they are chosen by the drawing. */
	levels: termSchema.optional(),
	/** Levels drawn thick, e.g. a target. */
	target: operandSchema.optional(),
	label: labelSchema,
});
const pointsMark = z.strictObject({
	mark: z.literal("points"),
	x: termSchema,
	/** Without it the points lie on the picture's first function. */
	y: termSchema.optional(),
	/** One whole number for each point: its class, by colour and by shape. */
	classes: termSchema.optional(),
	label: labelSchema,
});
const pathMark = z.strictObject({
	mark: z.literal("path"),
	x: termSchema,
	y: termSchema.optional(),
	label: labelSchema,
});
const lineMark = z.strictObject({
	mark: z.literal("line"),
	x: termSchema,
	y: termSchema.optional(),
	shape: z.enum(["straight", "stairs"]).optional(),
	label: labelSchema,
});
/** y = slope·x + intercept. */
const slopeMark = z.strictObject({
	mark: z.literal("slope"),
	slope: termSchema,
	intercept: termSchema,
	label: labelSchema,
});
/** w₁x + w₂y + b = 0, the border between two classes. */
const boundaryMark = z.strictObject({
	mark: z.literal("boundary"),
	w: termSchema,
	b: termSchema,
	label: labelSchema,
});
/** A horizontal (y) or vertical (x) line. */
const levelMark = z
	.strictObject({
		mark: z.literal("level"),
		x: termSchema.optional(),
		y: termSchema.optional(),
		label: labelSchema,
	})
	.refine((level) => (level.x === undefined) !== (level.y === undefined), {
		message: "expected either x (a vertical line) or y (a horizontal one)",
	});
/** From one point to another; lists give several arrows. */
const arrowMark = z.strictObject({
	mark: z.literal("arrow"),
	from: z.tuple([termSchema, termSchema]),
	to: z.tuple([termSchema, termSchema]),
	label: labelSchema,
});
const circleMark = z.strictObject({
	mark: z.literal("circle"),
	center: z.tuple([operandSchema, operandSchema]),
	radius: operandSchema,
	label: labelSchema,
});
/** From each point straight up or down to the line y = slope·x + intercept, with the square over it where asked. */
const residualMark = z.strictObject({
	mark: z.literal("residuals"),
	x: termSchema,
	y: termSchema,
	slope: operandSchema,
	intercept: operandSchema,
	squares: z.boolean().optional(),
	label: labelSchema,
});

const markSchema = z.discriminatedUnion(
	"mark",
	[
		curveMark,
		tangentMark,
		fieldMark,
		pointsMark,
		pathMark,
		lineMark,
		slopeMark,
		boundaryMark,
		levelMark,
		arrowMark,
		circleMark,
		residualMark,
	],
	{
		error:
			'expected a "mark": function, tangents, field, points, path, line, slope, boundary, level, arrow, circle or residuals',
	},
);

const common = {
	/** The exported function whose visible cases give the values. */
	function: functionNameSchema,
	/** Which of its visible cases is shown first, counted from 1. */
	case: z.int().min(1).optional(),
	caption: localizedSchema,
	/** Takes half the width where there is room, to stand beside its neighbour. */
	half: z.boolean().optional(),
	/** Numbers the reader may move; a path reads one as `slider.<name>`. */
	sliders: z
		.array(
			z
				.strictObject({
					name: z.string().regex(/^[A-Za-z_]\w*$/),
					label: labelSchema,
					from: z.number(),
					to: z.number(),
					step: z.number().positive(),
					start: z.number(),
				})
				.refine(
					({ from, to, start }) => from <= start && start <= to && from < to,
					{ message: "expected from ≤ start ≤ to, and from < to" },
				),
		)
		.max(3)
		.optional(),
};

const plane = {
	...common,
	x: axisSchema.optional(),
	y: axisSchema.optional(),
	/** The same scale on both axes, so that circles are round. */
	equal: z.boolean().optional(),
	marks: z.array(markSchema).min(1).max(12),
};

/**
 * The step graph of a function, or nodes and edges of one's own with values above, gradients below and factors on edges.
 */
const graphSchema = z.strictObject({
	kind: z.literal("graph"),
	...common,
	caption: localizedSchema.optional(),
	nodes: z
		.array(
			z.strictObject({
				id: z.string().min(1).max(20),
				label: labelSchema,
				value: termSchema.optional(),
				gradient: termSchema.optional(),
			}),
		)
		.min(2)
		.max(40)
		.optional(),
	edges: z
		.array(
			z.strictObject({
				from: z.string(),
				to: z.string(),
				factor: termSchema.optional(),
				label: labelSchema.optional(),
				/** Edges of one path share a number; each path has its colour. */
				path: z.int().min(1).max(4).optional(),
			}),
		)
		.max(80)
		.optional(),
});

const networkSchema = z.strictObject({
	kind: z.literal("network"),
	...common,
	layers: z
		.array(
			z.strictObject({
				label: labelSchema.optional(),
				/** Names of its neurons, e.g. ["h₁", "h₂"]. */
				names: z.array(labelSchema).optional(),
				/** What stands in the circles: a list, one number for each neuron. */
				values: termSchema,
				/** What stands below them, e.g. the errors δ. */
				below: termSchema.optional(),
			}),
		)
		.min(2)
		.max(8),
	/** One for each gap between layers: a matrix, to × from; null where edges carry no weight. */
	weights: z.array(termSchema.nullable()),
	/** One for each layer after the first: a list or one number for all its neurons. */
	biases: z.array(termSchema.nullable()).optional(),
	/** Edges drawn thick: the gap, and the neurons it joins, all counted from 1. */
	highlight: z
		.array(
			z.strictObject({
				gap: z.int().min(1),
				to: z.int().min(1),
				from: z.int().min(1),
			}),
		)
		.optional(),
});

const lossSchema = z.strictObject({
	kind: z.literal("loss"),
	...common,
	series: z
		.array(z.strictObject({ label: labelSchema, values: termSchema }))
		.min(1)
		.max(6),
	/** The round of the first value; 0 when it was measured before the first update. */
	first: z.union([z.literal(0), z.literal(1)]).optional(),
	/** Rounds, epochs, updates …; "round" when left out. */
	x: labelSchema.optional(),
	y: labelSchema.optional(),
	log: z.boolean().optional(),
});

const barsSchema = z.strictObject({
	kind: z.literal("bars"),
	...common,
	series: z
		.array(z.strictObject({ label: labelSchema, values: termSchema }))
		.min(1)
		.max(6),
	/** What each place is called; its number when left out. */
	names: z.array(labelSchema).optional(),
	y: labelSchema.optional(),
});

const matrixSchema = z.strictObject({
	kind: z.literal("matrix"),
	...common,
	/** Matrices, vectors (a row, or a column where asked) and numbers, side by side. */
	blocks: z
		.array(
			z.strictObject({
				label: labelSchema,
				values: termSchema,
				column: z.boolean().optional(),
			}),
		)
		.min(1)
		.max(6),
	/** Signs between the blocks, e.g. ["·", "="]. */
	signs: z.array(z.string().max(3)).optional(),
	/** The third block is the product of the first two: an entry can be chosen, and its row and its column light up. */
	product: z.boolean().optional(),
});

const pixelsSchema = z.strictObject({
	kind: z.literal("pixels"),
	...common,
	/** Lists of numbers row by row (0 … 1, or weights of both signs), or rows of text such as "101"; a matrix is one image a row. */
	images: z
		.array(z.strictObject({ label: labelSchema, values: termSchema }))
		.min(1)
		.max(12),
	columns: z.int().min(1).max(32),
});

export const pictureSchema = z
	.discriminatedUnion(
		"kind",
		[
			graphSchema,
			networkSchema,
			z.strictObject({ kind: z.literal("curve"), ...plane }),
			z.strictObject({ kind: z.literal("contour"), ...plane }),
			z.strictObject({ kind: z.literal("scatter"), ...plane }),
			lossSchema,
			barsSchema,
			matrixSchema,
			pixelsSchema,
		],
		{
			error:
				'expected a "kind": graph, network, curve, contour, scatter, loss, bars, matrix or pixels',
		},
	)
	.superRefine((picture, context) => {
		for (const [path, message] of findFaults(picture))
			context.addIssue({ code: "custom", path, message });
	});

export const picturesSchema = z.array(pictureSchema).max(8);

export type Picture = z.infer<typeof pictureSchema>;
export type PictureKind = Picture["kind"];
export type PictureOf<Kind extends PictureKind> = Extract<
	Picture,
	{ kind: Kind }
>;
export type PlanePicture = PictureOf<"curve" | "contour" | "scatter">;
export type Mark = z.infer<typeof markSchema>;
export type Operand = z.infer<typeof operandSchema>;
export type Label = z.infer<typeof labelSchema>;

type Fault = [path: (string | number)[], message: string];

/** What the shape of the data alone does not rule out. */
function findFaults(picture: Picture): Fault[] {
	return [...findKindFaults(picture), ...findSliderFaults(picture)];
}

/** The mark without which a picture of the kind would be another kind. */
const essential = { curve: ["function", "line"], contour: ["field"] } as const;

function findKindFaults(picture: Picture): Fault[] {
	switch (picture.kind) {
		case "curve":
		case "contour": {
			const wanted: readonly string[] = essential[picture.kind];
			return picture.marks.some(({ mark }) => wanted.includes(mark))
				? []
				: [
						[
							["marks"],
							`expected a mark "${wanted.join('" or "')}" in a ${picture.kind}`,
						],
					];
		}
		case "network": {
			const gaps = picture.layers.length - 1;
			const faults: Fault[] = [];
			for (const key of ["weights", "biases"] as const) {
				const count = picture[key]?.length ?? gaps;
				if (count !== gaps)
					faults.push([
						[key],
						`expected ${gaps} entries, one for each gap between ${gaps + 1} layers; got ${count}`,
					]);
			}
			return faults;
		}
		case "graph":
			return findEdgeFaults(picture);
		case "matrix":
			return [
				...(picture.product && picture.blocks.length !== 3
					? ([
							[
								["product"],
								`expected three blocks, two factors and their product; got ${picture.blocks.length}`,
							],
						] satisfies Fault[])
					: []),
				...(picture.signs && picture.signs.length !== picture.blocks.length - 1
					? ([
							[
								["signs"],
								`expected ${picture.blocks.length - 1} signs between ${picture.blocks.length} blocks; got ${picture.signs.length}`,
							],
						] satisfies Fault[])
					: []),
			];
		default:
			return [];
	}
}

function findEdgeFaults({ nodes, edges = [] }: PictureOf<"graph">): Fault[] {
	if (nodes === undefined)
		return edges.length === 0
			? []
			: [[["edges"], 'expected "nodes" where there are edges']];
	const ids = new Set(nodes.map(({ id }) => id));
	return edges.flatMap((edge, index) =>
		(["from", "to"] as const).flatMap((end): Fault[] =>
			ids.has(edge[end])
				? []
				: [
						[
							["edges", index, end],
							`expected the id of a node (${[...ids].join(", ")}); got "${edge[end]}"`,
						],
					],
		),
	);
}

function findSliderFaults(picture: Picture): Fault[] {
	const known = new Set(picture.sliders?.map(({ name }) => name));
	const used = [...JSON.stringify(picture).matchAll(/"slider\.(\w+)/g)];
	return used.flatMap(([, name = ""]): Fault[] =>
		known.has(name)
			? []
			: [[["sliders"], `expected a slider called "${name}", which is used`]],
	);
}
