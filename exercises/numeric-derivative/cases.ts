import * as quotients from "../../reference/central-difference.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	refuses,
	returnsValue,
} from "../authoring/index.ts";

const forwardDifference = returnsValue(
	"forwardDifference",
	["f", "x", "h"],
	"\\frac{f(x+h) - f(x)}{h}",
	quotients.forwardDifference,
);

const centralDifference = returnsValue(
	"centralDifference",
	["f", "x", "h"],
	"\\frac{f(x+h) - f(x-h)}{2h}",
	quotients.centralDifference,
);

/** The lines of the table: each function's derivative. */
const table = {
	const: () => 0,
	x: () => 1,
	"x^2": (x: number) => 2 * x,
	exp: Math.exp,
	"exp(-x)": (x: number) => -Math.exp(-x),
};
type TableName = keyof typeof table;

const tableDerivative = returnsValue(
	"tableDerivative",
	["name", "x"],
	"c' = 0,\\ x' = 1,\\ (x^2)' = 2x,\\ (e^x)' = e^x,\\ (e^{-x})' = -e^{-x}",
	(name: TableName, x: number) => table[name](x),
);

const square = aFunction("polynomial", 0, 0, 1);

/** Curved functions: on a straight line the two quotients agree, and so does a quotient with another step. */
const drawQuotient = (draw: Draw) => {
	const cubic = [
		...draw.vector(2, -3, 3),
		draw.pick([-1, 1]) * draw.number(1, 3),
		draw.number(1, 3),
	];
	const f = draw.pick([
		aFunction("polynomial", ...cubic),
		aFunction("polynomial", ...cubic, draw.number(-2, 2)),
		aFunction("exp"),
		aFunction("sin"),
	]);
	const h = draw.pick([0.1, 1e-2, 1e-3, 1e-4]);
	return [f, draw.number(-2, 2), h] as const;
};

export default cases({
	"forward-visible": [
		fixed(
			forwardDifference,
			{ en: "x² at 2, step 0.0001", zh: "x² 在 2 处，步长 0.0001" },
			[square, 2, 1e-4],
			{ "": "4.0001" },
		),
		fixed(
			forwardDifference,
			{ en: "eˣ at 1, step 0.0001", zh: "eˣ 在 1 处，步长 0.0001" },
			[aFunction("exp"), 1, 1e-4],
			{ "": "2.71841774708" },
		),
	],
	"central-visible": [
		fixed(
			centralDifference,
			{ en: "x² at 2, step 0.0001", zh: "x² 在 2 处，步长 0.0001" },
			[square, 2, 1e-4],
			{ "": "4.0000" },
		),
		fixed(
			centralDifference,
			{ en: "eˣ at 1, step 0.0001", zh: "eˣ 在 1 处，步长 0.0001" },
			[aFunction("exp"), 1, 1e-4],
			{ "": "2.71828183299" },
		),
	],
	"table-visible": [
		fixed(tableDerivative, { en: "a constant", zh: "常数" }, ["const", 2], {
			"": "0",
		}),
		fixed(tableDerivative, { en: "x itself", zh: "x 本身" }, ["x", 2], {
			"": "1",
		}),
		fixed(tableDerivative, { en: "x² at 2", zh: "x² 在 2 处" }, ["x^2", 2], {
			"": "4",
		}),
		fixed(tableDerivative, { en: "eˣ at 1", zh: "eˣ 在 1 处" }, ["exp", 1], {
			"": "2.71828182846",
		}),
		fixed(
			tableDerivative,
			{ en: "e⁻ˣ at 1", zh: "e⁻ˣ 在 1 处" },
			["exp(-x)", 1],
			{ "": "-0.367879441171" },
		),
	],
	"forward-random": [
		property(
			forwardDifference,
			{
				en: "polynomials, eˣ and sin x on [−2, 2]",
				zh: "[−2, 2] 上的多项式、eˣ 与 sin x",
			},
			16,
			drawQuotient,
		),
	],
	"central-random": [
		property(
			centralDifference,
			{
				en: "polynomials, eˣ and sin x on [−2, 2]",
				zh: "[−2, 2] 上的多项式、eˣ 与 sin x",
			},
			16,
			drawQuotient,
		),
	],
	"table-random": [
		property(
			tableDerivative,
			{ en: "the curved lines of the table", zh: "公式表中的曲线函数" },
			12,
			(draw) => [
				draw.pick<TableName>(["x^2", "exp", "exp(-x)"]),
				draw.number(-3, 3),
			],
		),
		fixed(
			tableDerivative,
			{ en: "a constant, elsewhere", zh: "常数，另一处" },
			["const", -1.5],
		),
		fixed(tableDerivative, { en: "x, elsewhere", zh: "x，另一处" }, [
			"x",
			-1.5,
		]),
	],
	"forward-edge": [
		fixed(forwardDifference, { en: "|x| at its corner", zh: "|x| 的尖点" }, [
			aFunction("abs"),
			0,
			1e-4,
		]),
		fixed(
			forwardDifference,
			{ en: "|x| at its corner, from the left", zh: "|x| 的尖点，从左侧" },
			[aFunction("abs"), 0, -1e-4],
		),
		fixed(forwardDifference, { en: "a negative step", zh: "负步长" }, [
			square,
			2,
			-1e-2,
		]),
		fixed(forwardDifference, { en: "a long step", zh: "很长的一步" }, [
			square,
			2,
			3,
		]),
		refuses(
			forwardDifference,
			{ en: "step 0 throws", zh: "步长为 0 时抛出错误" },
			[square, 2, 0],
		),
	],
	"central-edge": [
		fixed(
			centralDifference,
			{ en: "|x| beside its corner", zh: "|x| 的尖点附近" },
			[aFunction("abs"), 0.5, 1],
		),
		fixed(centralDifference, { en: "|x| at its corner", zh: "|x| 的尖点" }, [
			aFunction("abs"),
			0,
			1e-4,
		]),
		fixed(centralDifference, { en: "a negative step", zh: "负步长" }, [
			aFunction("exp"),
			1,
			-1e-2,
		]),
		fixed(centralDifference, { en: "a long step", zh: "很长的一步" }, [
			aFunction("polynomial", 0, 0, 0, 1),
			2,
			3,
		]),
		refuses(
			centralDifference,
			{ en: "step 0 throws", zh: "步长为 0 时抛出错误" },
			[square, 2, 0],
		),
	],
});
