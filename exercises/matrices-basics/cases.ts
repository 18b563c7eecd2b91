import * as matrix from "../../reference/matrix.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsValue,
} from "../authoring/index.ts";

type Rows = number[][];

const add = returnsValue(
	"add",
	["A", "B"],
	"(A + B)_{ij} = a_{ij} + b_{ij}",
	(A: Rows, B: Rows) => matrix.add(A, B),
);

const subtract = returnsValue(
	"subtract",
	["A", "B"],
	"(A - B)_{ij} = a_{ij} - b_{ij}",
	(A: Rows, B: Rows) => matrix.subtract(A, B),
);

const scale = returnsValue(
	"scale",
	["k", "A"],
	"(kA)_{ij} = k\\,a_{ij}",
	(k: number, A: Rows) => matrix.scale(A, k),
);

const multiply = returnsValue(
	"multiply",
	["A", "B"],
	"(AB)_{ij} = \\sum_k a_{ik} b_{kj}",
	(A: Rows, B: Rows) => matrix.multiply(A, B),
);

const hadamard = returnsValue(
	"hadamard",
	["A", "B"],
	"(A \\odot B)_{ij} = a_{ij} b_{ij}",
	(A: Rows, B: Rows) => matrix.hadamard(A, B),
);

const transpose = returnsValue(
	"transpose",
	["A"],
	"(A^{\\mathsf T})_{ij} = a_{ji}",
	(A: Rows) => matrix.transpose(A),
);

function areEqual(A: Rows, B: Rows): boolean {
	const [left, right] = [matrix.shape(A), matrix.shape(B)];
	return (
		left.rows === right.rows &&
		left.columns === right.columns &&
		A.flat().every((entry, at) => entry === B.flat()[at])
	);
}

const equal = returnsValue(
	"equal",
	["A", "B"],
	"a_{ij} = b_{ij} \\text{ for all } i, j",
	areEqual,
);

/** The matrices of the text. */
const A = [
	[1, 2, 3],
	[4, 5, 6],
];
const B = [
	[2, 0, -1],
	[1, 3, 0.5],
];
const C = [
	[1, 0],
	[2, -1],
	[0, 3],
];
const P = [
	[1, 2],
	[3, 4],
];
const Q = [
	[5, 6],
	[7, 8],
];

const size = (draw: Draw) => draw.integer(1, 5);
const aMatrix = (draw: Draw) => draw.matrix(size(draw), size(draw), -5, 5);

/** Two matrices of one shape. */
function likeMatrices(draw: Draw): [Rows, Rows] {
	const [rows, columns] = [size(draw), size(draw)];
	return [draw.matrix(rows, columns, -5, 5), draw.matrix(rows, columns, -5, 5)];
}

/** n × k and k × m. */
function factors(draw: Draw): [Rows, Rows] {
	const [n, k, m] = [size(draw), size(draw), size(draw)];
	return [draw.matrix(n, k, -5, 5), draw.matrix(k, m, -5, 5)];
}

/** A matrix and its copy, or a copy in which one entry was moved. */
function nearlyEqual(draw: Draw): [Rows, Rows] {
	const original = aMatrix(draw);
	const copy = original.map((row) => [...row]);
	const row = draw.pick(copy);
	if (draw.boolean()) row[draw.integer(0, row.length - 1)] = 9;
	return [original, copy];
}

const shapes = {
	en: "shapes up to 5 × 5, entries in [−5, 5]",
	zh: "至多 5 × 5，元素 ∈ [−5, 5]",
};

export default cases({
	"add-visible": [
		fixed(add, { en: "A + B", zh: "A + B" }, [A, B], {
			"[0][0]": "3",
			"[1][2]": "6.5",
		}),
	],
	"subtract-visible": [
		fixed(subtract, { en: "A − B", zh: "A − B" }, [A, B], {
			"[0][2]": "4",
			"[1][2]": "5.5",
		}),
	],
	"scale-visible": [
		fixed(scale, { en: "2.5 A", zh: "2.5 A" }, [2.5, A], {
			"[0][0]": "2.5",
			"[1][2]": "15",
		}),
	],
	"multiply-visible": [
		fixed(
			multiply,
			{ en: "two square matrices, P Q", zh: "两个方阵，P Q" },
			[P, Q],
			{
				"[0][0]": "19",
				"[0][1]": "22",
				"[1][0]": "43",
				"[1][1]": "50",
			},
		),
		fixed(
			multiply,
			{ en: "A C: 2 × 3 times 3 × 2", zh: "A C：2 × 3 乘 3 × 2" },
			[A, C],
			{
				"[0][0]": "5",
				"[0][1]": "7",
				"[1][0]": "14",
				"[1][1]": "13",
			},
		),
	],
	"hadamard-visible": [
		fixed(hadamard, { en: "P ⊙ Q", zh: "P ⊙ Q" }, [P, Q], {
			"[0][0]": "5",
			"[0][1]": "12",
			"[1][0]": "21",
			"[1][1]": "32",
		}),
		fixed(hadamard, { en: "A ⊙ B", zh: "A ⊙ B" }, [A, B], {
			"[0][2]": "-3",
			"[1][2]": "3",
		}),
	],
	"transpose-visible": [
		fixed(
			transpose,
			{ en: "2 × 3 becomes 3 × 2", zh: "2 × 3 变为 3 × 2" },
			[A],
			{
				"[0][1]": "4",
				"[2][0]": "3",
				"[2][1]": "6",
			},
		),
		fixed(transpose, { en: "a square matrix", zh: "方阵" }, [P], {
			"[0][1]": "3",
			"[1][0]": "2",
		}),
	],
	"equal-visible": [
		fixed(
			equal,
			{ en: "A and a copy of it", zh: "A 与它的副本" },
			[A, A.map((row) => [...row])],
			{ "": "true" },
		),
		fixed(equal, { en: "A and B", zh: "A 与 B" }, [A, B], { "": "false" }),
	],
	"add-random": [property(add, shapes, 10, likeMatrices)],
	"subtract-random": [property(subtract, shapes, 10, likeMatrices)],
	"scale-random": [
		property(scale, shapes, 10, (draw) => [draw.number(-5, 5), aMatrix(draw)]),
	],
	"multiply-random": [property(multiply, shapes, 16, factors)],
	"hadamard-random": [property(hadamard, shapes, 12, likeMatrices)],
	"transpose-random": [
		property(transpose, shapes, 12, (draw) => [aMatrix(draw)]),
	],
	"equal-random": [
		property(
			equal,
			{
				en: "a matrix and its copy, often with one entry changed",
				zh: "矩阵与它的副本，其中往往改动了一个元素",
			},
			16,
			nearlyEqual,
		),
	],
	"multiply-edge": [
		fixed(
			multiply,
			{ en: "row times column: one number", zh: "行乘列：一个数" },
			[[[1, -2, 3, 0.5]], [[4], [5], [-6], [8]]],
		),
		fixed(
			multiply,
			{ en: "column times row: a whole table", zh: "列乘行：一张表" },
			[[[2], [-1], [0.5]], [[3, 0, -4, 1]]],
		),
		fixed(multiply, { en: "a matrix times a column", zh: "矩阵乘一列" }, [
			A,
			[[1], [0.5], [-2]],
		]),
		fixed(
			multiply,
			{ en: "the unit matrix changes nothing", zh: "乘单位矩阵，结果不变" },
			[
				Q,
				[
					[1, 0],
					[0, 1],
				],
			],
		),
		refuses(multiply, { en: "2 × 3 times 2 × 3", zh: "2 × 3 乘 2 × 3" }, [
			A,
			B,
		]),
		refuses(multiply, { en: "3 × 2 times 3 × 2", zh: "3 × 2 乘 3 × 2" }, [
			C,
			C,
		]),
	],
	"transpose-edge": [
		fixed(transpose, { en: "a row becomes a column", zh: "行变成列" }, [
			[[1, 2, 3, 4]],
		]),
		fixed(transpose, { en: "a column becomes a row", zh: "列变成行" }, [
			[[5], [6], [7]],
		]),
		fixed(transpose, { en: "a single number", zh: "只有一个数" }, [[[-2.5]]]),
	],
	"equal-edge": [
		fixed(equal, { en: "A and its transpose", zh: "A 与它的转置" }, [
			A,
			matrix.transpose(A),
		]),
		fixed(equal, { en: "the second has a row more", zh: "后者多一行" }, [
			[[1, 2]],
			P,
		]),
		fixed(equal, { en: "the first has a row more", zh: "前者多一行" }, [
			P,
			[[1, 2]],
		]),
		fixed(equal, { en: "the second has a column more", zh: "后者多一列" }, [
			[[1], [3]],
			P,
		]),
		fixed(equal, { en: "the first has a column more", zh: "前者多一列" }, [
			P,
			[[1], [3]],
		]),
		fixed(equal, { en: "equal single numbers", zh: "相等的单个数" }, [
			[[7]],
			[[7]],
		]),
		fixed(
			equal,
			{ en: "only the last entry differs", zh: "只有最后一个元素不同" },
			[
				P,
				[
					[1, 2],
					[3, 5],
				],
			],
		),
	],
	"shapes-edge": [
		refuses(add, { en: "2 × 3 plus 3 × 2", zh: "2 × 3 加 3 × 2" }, [A, C]),
		refuses(add, { en: "another number of columns", zh: "列数不同" }, [
			P,
			[[1], [2]],
		]),
		refuses(subtract, { en: "another number of rows", zh: "行数不同" }, [
			P,
			[
				[1, 2],
				[3, 4],
				[5, 6],
			],
		]),
		refuses(subtract, { en: "another number of columns", zh: "列数不同" }, [
			[[1], [2]],
			P,
		]),
		refuses(hadamard, { en: "2 × 3 with 3 × 2", zh: "2 × 3 与 3 × 2" }, [A, C]),
		refuses(hadamard, { en: "another number of columns", zh: "列数不同" }, [
			[[1], [2]],
			P,
		]),
	],
	pure: [
		pure(
			{
				en: "matrices are left as they were, and results are new",
				zh: "矩阵保持不变，结果是新的数组",
			},
			add,
			subtract,
			scale,
			multiply,
			hadamard,
			transpose,
			equal,
		),
	],
});
