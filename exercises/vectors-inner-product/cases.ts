import type { Vector } from "../../reference/vector.ts";
import * as vectors from "../../reference/vector.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

const norm = returnsValue(
	"norm",
	["a"],
	"|a| = \\sqrt{\\sum_i a_i^2}",
	vectors.norm,
);

const dot = returnsValue(
	"dot",
	["a", "b"],
	"a \\cdot b = \\sum_i a_i b_i",
	vectors.dot,
);

const cosAngle = returnsValue(
	"cosAngle",
	["a", "b"],
	"\\cos\\theta = \\frac{a \\cdot b}{|a|\\,|b|}",
	vectors.cosine,
);

const schwarzBounds = returnsSteps(
	"schwarzBounds",
	["a", "b"],
	(a: Vector, b: Vector) => ({ a, b }),
	stepGraph<{ a: Vector; b: Vector }>()
		.inner("normA", "|a|", ["a"], ({ a }) => vectors.norm(a))
		.inner("normB", "|b|", ["b"], ({ b }) => vectors.norm(b))
		.step(
			"upper",
			"\\mathrm{upper} = |a|\\,|b|",
			["normA", "normB"],
			({ normA, normB }) => normA * normB,
		)
		.step("lower", "\\mathrm{lower} = -|a|\\,|b|", ["upper"], ({ upper }) => {
			return -upper;
		})
		.step("product", "a \\cdot b", ["a", "b"], ({ a, b }) => vectors.dot(a, b)),
);

/** Index of the least inner product, the first of equals. */
function leastProduct(a: Vector, candidates: readonly Vector[]): number {
	if (candidates.length === 0)
		throw new RangeError("there must be at least one candidate");
	const products = candidates.map((candidate) => vectors.dot(a, candidate));
	return products.indexOf(Math.min(...products));
}

const mostOpposite = returnsValue(
	"mostOpposite",
	["a", "candidates"],
	"\\arg\\min_k\\; a \\cdot c_k",
	leastProduct,
);

/** Eight directions of length 1; −(3, 4)/5 stands among them. */
const compass = [
	[1, 0],
	[0.8, -0.6],
	[0, 1],
	[0.6, 0.8],
	[-1, 0],
	[-0.6, -0.8],
	[0, -1],
	[-0.8, 0.6],
];

/** Two vectors of one length whose lengths are not nearly 0, so that a cosine has its digits. */
function twoVectors(draw: Draw): [number[], number[]] | null {
	const length = draw.integer(1, 10);
	const a = draw.vector(length, -5, 5);
	const b = draw.vector(length, -5, 5);
	return vectors.norm(a) < 0.1 || vectors.norm(b) < 0.1 ? null : [a, b];
}

/** A direction and candidates, the two least products apart by more than any rounding. */
function aChoice(draw: Draw): [number[], number[][]] | null {
	const length = draw.integer(1, 6);
	const a = draw.vector(length, -5, 5);
	const candidates = draw.matrix(draw.integer(2, 8), length, -5, 5);
	const [least = 0, next = 0] = candidates
		.map((candidate) => vectors.dot(a, candidate))
		.sort((p, q) => p - q);
	return next - least < 1e-6 ? null : [a, candidates];
}

export default cases({
	"norm-visible": [
		fixed(norm, { en: "(1, 2, 2)", zh: "(1, 2, 2)" }, [[1, 2, 2]], {
			"": "3",
		}),
		fixed(norm, { en: "(3, 0, 4)", zh: "(3, 0, 4)" }, [[3, 0, 4]], {
			"": "5",
		}),
	],
	"dot-visible": [
		fixed(
			dot,
			{ en: "the two vectors of the text", zh: "正文中的两个向量" },
			[
				[1, 2, 2],
				[3, 0, 4],
			],
			{ "": "11" },
		),
		fixed(
			dot,
			{ en: "perpendicular vectors", zh: "互相垂直的向量" },
			[
				[3, 4],
				[-4, 3],
			],
			{ "": "0" },
		),
	],
	"cos-angle-visible": [
		fixed(
			cosAngle,
			{ en: "the two vectors of the text", zh: "正文中的两个向量" },
			[
				[1, 2, 2],
				[3, 0, 4],
			],
			{ "": "0.733333333333" },
		),
		fixed(
			cosAngle,
			{ en: "opposite directions", zh: "方向相反" },
			[
				[3, 4],
				[-6, -8],
			],
			{ "": "-1" },
		),
	],
	"schwarz-bounds-visible": [
		fixed(
			schwarzBounds,
			{ en: "somewhere in between", zh: "介于两者之间" },
			[
				[1, 2, 2],
				[3, 0, 4],
			],
			{ lower: "-15", product: "11", upper: "15" },
		),
		fixed(
			schwarzBounds,
			{ en: "opposite: the lower bound is met", zh: "方向相反：取到下界" },
			[
				[3, 4],
				[-6, -8],
			],
			{ lower: "-50", product: "-50", upper: "50" },
		),
		fixed(
			schwarzBounds,
			{ en: "parallel: the upper bound is met", zh: "方向相同：取到上界" },
			[
				[3, 4],
				[6, 8],
			],
			{ lower: "-50", product: "50", upper: "50" },
		),
		fixed(
			schwarzBounds,
			{ en: "perpendicular: half way", zh: "互相垂直：正中间" },
			[
				[3, 4],
				[-4, 3],
			],
			{ lower: "-25", product: "0", upper: "25" },
		),
	],
	"most-opposite-visible": [
		fixed(
			mostOpposite,
			{
				en: "opposite, parallel and perpendicular to (3, 4)",
				zh: "与 (3, 4) 相反、相同、垂直的三个向量",
			},
			[
				[3, 4],
				[
					[6, 8],
					[-4, 3],
					[-6, -8],
				],
			],
			{ "": "2" },
		),
		fixed(
			mostOpposite,
			{
				en: "eight directions of length 1",
				zh: "八个长度为 1 的方向",
			},
			[[3, 4], compass],
			{ "": "5" },
		),
	],
	"norm-random": [
		property(
			norm,
			{ en: "1 to 10 components in [−5, 5]", zh: "1 到 10 个分量 ∈ [−5, 5]" },
			12,
			(draw) => [draw.vector(draw.integer(1, 10), -5, 5)],
		),
	],
	"dot-random": [
		property(
			dot,
			{ en: "1 to 10 components in [−5, 5]", zh: "1 到 10 个分量 ∈ [−5, 5]" },
			12,
			twoVectors,
		),
	],
	"cos-angle-random": [
		property(
			cosAngle,
			{ en: "1 to 10 components in [−5, 5]", zh: "1 到 10 个分量 ∈ [−5, 5]" },
			16,
			twoVectors,
		),
	],
	"schwarz-bounds-random": [
		property(
			schwarzBounds,
			{ en: "1 to 10 components in [−5, 5]", zh: "1 到 10 个分量 ∈ [−5, 5]" },
			12,
			twoVectors,
		),
	],
	"most-opposite-random": [
		property(
			mostOpposite,
			{
				en: "2 to 8 candidates of 1 to 6 components in [−5, 5]",
				zh: "2 到 8 个候选向量，1 到 6 个分量 ∈ [−5, 5]",
			},
			16,
			aChoice,
		),
	],
	"norm-edge": [
		fixed(norm, { en: "one component: its size", zh: "一个分量：绝对值" }, [
			[-2.5],
		]),
		fixed(norm, { en: "negative components", zh: "分量为负" }, [[-2, -3, -6]]),
	],
	"dot-edge": [
		fixed(dot, { en: "one component", zh: "一个分量" }, [[-3], [2.5]]),
		refuses(dot, { en: "a is longer", zh: "a 更长" }, [
			[1, 2, 3],
			[4, 5],
		]),
		refuses(dot, { en: "b is longer", zh: "b 更长" }, [
			[1, 2],
			[3, 4, 5],
		]),
	],
	"cos-angle-edge": [
		fixed(
			cosAngle,
			{ en: "parallel, of other lengths", zh: "方向相同而长度不同" },
			[
				[0.1, 0.2, 0.3],
				[0.7, 1.4, 2.1],
			],
		),
		refuses(cosAngle, { en: "a is the zero vector", zh: "a 为零向量" }, [
			[0, 0],
			[1, 2],
		]),
		refuses(cosAngle, { en: "b is the zero vector", zh: "b 为零向量" }, [
			[1, 2],
			[0, 0],
		]),
		refuses(cosAngle, { en: "lengths that differ", zh: "维数不同" }, [
			[1, 2],
			[1, 2, 3],
		]),
	],
	"schwarz-bounds-edge": [
		fixed(
			schwarzBounds,
			{
				en: "one component: a bound is always met",
				zh: "一个分量：必取到边界",
			},
			[[-3], [0.5]],
		),
		refuses(schwarzBounds, { en: "lengths that differ", zh: "维数不同" }, [
			[1, 2, 3],
			[1, 2],
		]),
	],
	"most-opposite-edge": [
		fixed(
			mostOpposite,
			{ en: "a tie: the first one counts", zh: "并列：取第一个" },
			[
				[1, 0],
				[
					[2, 0],
					[-3, 1],
					[-3, -7],
					[0, 5],
				],
			],
		),
		fixed(
			mostOpposite,
			{
				en: "none is opposite: the least product still counts",
				zh: "没有相反的：内积仍取最小者",
			},
			[
				[1, 1],
				[
					[4, 5],
					[2, 1],
					[3, 3],
				],
			],
		),
		fixed(mostOpposite, { en: "a single candidate", zh: "只有一个候选" }, [
			[1, 2],
			[[3, 4]],
		]),
		fixed(
			mostOpposite,
			{
				en: "a short opposite one loses to a long oblique one",
				zh: "较长的斜向量胜过较短的反向量",
			},
			[
				[3, 4],
				[
					[-0.3, -0.4],
					[-9, 0],
				],
			],
		),
		refuses(mostOpposite, { en: "no candidates", zh: "没有候选" }, [
			[1, 2],
			[],
		]),
		refuses(
			mostOpposite,
			{ en: "a candidate of another length", zh: "某个候选的维数不同" },
			[
				[1, 2],
				[
					[1, 2],
					[1, 2, 3],
				],
			],
		),
	],
	pure: [
		pure(
			{ en: "all vectors are left as they were", zh: "各向量保持不变" },
			norm,
			dot,
			cosAngle,
			schwarzBounds,
			mostOpposite,
		),
	],
});
