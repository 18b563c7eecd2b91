import * as line from "../../reference/line-fit.ts";
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

const mean = (values: number[]) =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

const intercept = returnsValue(
	"intercept",
	["xs", "ys", "w"],
	"b = \\frac{1}{m} \\sum_i (y_i - w x_i)",
	(xs: number[], ys: number[], w: number) => line.intercept(xs, ys, w),
);

const slopeByMeans = returnsValue(
	"slopeByMeans",
	["xs", "ys"],
	"w = \\frac{\\sum x_i (y_i - \\bar y)}{\\sum x_i (x_i - \\bar x)}",
	(xs: number[], ys: number[]) => line.slopeByMeans(xs, ys),
);

const slopeBySums = returnsValue(
	"slopeBySums",
	["xs", "ys"],
	"w = \\frac{m \\sum x_i y_i - \\sum x_i \\sum y_i}{m \\sum x_i^2 - (\\sum x_i)^2}",
	(xs: number[], ys: number[]) => line.slopeBySums(xs, ys),
);

const fit = returnsSteps(
	"fit",
	["xs", "ys"],
	(xs: number[], ys: number[]) => ({ xs, ys }),
	stepGraph<{ xs: number[]; ys: number[] }>()
		.inner("xMean", "\\bar x = \\frac{1}{m} \\sum x_i", ["xs"], ({ xs }) =>
			mean(xs),
		)
		.inner("yMean", "\\bar y = \\frac{1}{m} \\sum y_i", ["ys"], ({ ys }) =>
			mean(ys),
		)
		.step(
			"w",
			"w = \\frac{\\sum x_i (y_i - \\bar y)}{\\sum x_i (x_i - \\bar x)}",
			["xs", "ys"],
			({ xs, ys }) => line.slopeByMeans(xs, ys),
		)
		.step(
			"b",
			"b = \\bar y - w \\bar x",
			["yMean", "w", "xMean"],
			({ yMean, w, xMean }) => yMean - w * xMean,
		),
);

const predict = returnsValue(
	"predict",
	["model", "x"],
	"\\hat y = w x + b",
	(model: line.Line, x: number) => line.valueOnLine(model, x),
);

const exactXs = [1, 2, 3, 4];
const exactYs = [4, 7, 10, 13];
const serverXs = [0.05, 0.12, 0.2, 0.28, 0.35, 0.47, 0.55, 0.66, 0.78, 0.92];
const serverYs = [3.04, 3.31, 3.35, 3.62, 3.64, 3.99, 4.05, 4.38, 4.51, 4.87];
/** Their sums are not exact in binary, so neither formula's denominator is 0. */
const tenths = Array.from({ length: 6 }, () => 0.1);

interface Drawing {
	integer: (min: number, max: number) => number;
	number: (min: number, max: number) => number;
	vector: (length: number, min: number, max: number) => number[];
}

/** Scattered points about some line; null when the x lie so close together that rounding would count. */
function drawPoints(draw: Drawing): [number[], number[]] | null {
	const xs = draw.vector(draw.integer(2, 40), -5, 5);
	const w = draw.number(-3, 3);
	const b = draw.number(-4, 4);
	const centre = mean(xs);
	if (mean(xs.map((x) => (x - centre) ** 2)) < 0.05) return null;
	return [xs, xs.map((x) => w * x + b + draw.number(-1, 1))];
}

const anyPoints = {
	en: "2 to 40 points, x in [−5, 5], scattered about any line",
	zh: "2 至 40 个点，x ∈ [−5, 5]，散布在任意直线附近",
};

export default cases({
	"intercept-visible": [
		fixed(
			intercept,
			{ en: "Four points on a line", zh: "一条直线上的四个点" },
			[exactXs, exactYs, 3],
			{ "": "1" },
		),
		fixed(
			intercept,
			{ en: "The same points, a wrong slope", zh: "同样的点，斜率不对" },
			[exactXs, exactYs, 2],
			{ "": "3.5" },
		),
	],
	"slope-by-means-visible": [
		fixed(
			slopeByMeans,
			{ en: "Four points on a line", zh: "一条直线上的四个点" },
			[exactXs, exactYs],
			{ "": "3" },
		),
		fixed(
			slopeByMeans,
			{ en: "The server room", zh: "服务器机房" },
			[serverXs, serverYs],
			{ "": "2.02044718254" },
		),
	],
	"slope-by-sums-visible": [
		fixed(
			slopeBySums,
			{ en: "Four points on a line", zh: "一条直线上的四个点" },
			[exactXs, exactYs],
			{ "": "3" },
		),
		fixed(
			slopeBySums,
			{ en: "The server room", zh: "服务器机房" },
			[serverXs, serverYs],
			{ "": "2.02044718254" },
		),
	],
	"fit-visible": [
		fixed(
			fit,
			{ en: "Four points on a line", zh: "一条直线上的四个点" },
			[exactXs, exactYs],
			{ w: "3", b: "1" },
		),
		fixed(
			fit,
			{ en: "The server room", zh: "服务器机房" },
			[serverXs, serverYs],
			{ w: "2.02044718254", b: "2.99104413405" },
		),
	],
	"predict-visible": [
		fixed(
			predict,
			{ en: "346 servers are x = 0.346", zh: "346 台服务器即 x = 0.346" },
			[{ w: 2.0204471825375734, b: 2.9910441340485425 }, 0.346],
			{ "": "3.69011885921" },
		),
		fixed(
			predict,
			{ en: "x = 5 on the line of the four points", zh: "四点直线上 x = 5 处" },
			[{ w: 3, b: 1 }, 5],
			{ "": "16" },
		),
	],
	"intercept-random": [
		property(intercept, anyPoints, 12, (draw) => {
			const points = drawPoints(draw);
			return points && [...points, draw.number(-3, 3)];
		}),
	],
	"slope-by-means-random": [
		property(slopeByMeans, anyPoints, 12, (draw) => drawPoints(draw)),
	],
	"slope-by-sums-random": [
		property(slopeBySums, anyPoints, 12, (draw) => drawPoints(draw)),
	],
	"fit-random": [property(fit, anyPoints, 16, (draw) => drawPoints(draw))],
	"predict-random": [
		property(
			predict,
			{ en: "any line, any x in [−20, 20]", zh: "任意直线，x ∈ [−20, 20]" },
			10,
			(draw) => [
				{ w: draw.number(-3, 3), b: draw.number(-4, 4) },
				draw.number(-20, 20),
			],
		),
	],
	"slopes-edge": [
		fixed(slopeByMeans, { en: "two points", zh: "只有两个点" }, [
			[-1, 3],
			[2, -6],
		]),
		fixed(slopeBySums, { en: "two points", zh: "只有两个点" }, [
			[-1, 3],
			[2, -6],
		]),
		refuses(slopeByMeans, { en: "one point", zh: "只有一个点" }, [[2], [5]]),
		refuses(slopeBySums, { en: "one point", zh: "只有一个点" }, [[2], [5]]),
		refuses(slopeByMeans, { en: "all x are 2", zh: "所有 x 都是 2" }, [
			[2, 2, 2],
			[1, 4, 7],
		]),
		refuses(slopeBySums, { en: "all x are 2", zh: "所有 x 都是 2" }, [
			[2, 2, 2],
			[1, 4, 7],
		]),
		refuses(
			slopeByMeans,
			{
				en: "all x are 0.1, where the denominator is only nearly 0",
				zh: "所有 x 都是 0.1，分母只是近似为 0",
			},
			[tenths, [1, 2, 3, 4, 5, 6]],
		),
		refuses(
			slopeBySums,
			{
				en: "all x are 0.1, where the denominator is only nearly 0",
				zh: "所有 x 都是 0.1，分母只是近似为 0",
			},
			[tenths, [1, 2, 3, 4, 5, 6]],
		),
		refuses(slopeByMeans, { en: "no points", zh: "没有点" }, [[], []]),
		refuses(slopeBySums, { en: "no points", zh: "没有点" }, [[], []]),
		refuses(slopeByMeans, { en: "one y too many", zh: "多出一个 y" }, [
			[1, 2],
			[1, 2, 3],
		]),
		refuses(slopeBySums, { en: "one y too few", zh: "缺少一个 y" }, [
			[1, 2, 3],
			[1, 2],
		]),
	],
	"fit-edge": [
		fixed(
			fit,
			{ en: "two points: the line through them", zh: "两个点：过两点的直线" },
			[
				[-1, 3],
				[2, -6],
			],
		),
		fixed(fit, { en: "horizontal data: w is 0", zh: "水平的数据：w 为 0" }, [
			[1, 2, 4],
			[5, 5, 5],
		]),
		fixed(fit, { en: "x unsorted and repeated", zh: "x 未排序且有重复" }, [
			[3, -1, 3, 0, 3],
			[2, 7, -1, 4, 0.5],
		]),
		refuses(fit, { en: "all x are equal", zh: "所有 x 相等" }, [
			[4, 4],
			[1, 3],
		]),
		refuses(fit, { en: "one y too few", zh: "缺少一个 y" }, [
			[1, 2, 3],
			[1, 2],
		]),
	],
	"intercept-edge": [
		fixed(intercept, { en: "one point is enough here", zh: "这里一个点就够" }, [
			[2],
			[5],
			3,
		]),
		fixed(
			intercept,
			{ en: "all x equal is allowed here", zh: "这里允许所有 x 相等" },
			[[2, 2, 2], [1, 4, 7], 0.5],
		),
		refuses(intercept, { en: "no points", zh: "没有点" }, [[], [], 1]),
		refuses(intercept, { en: "one y too few", zh: "缺少一个 y" }, [
			[1, 2],
			[1],
			1,
		]),
		refuses(intercept, { en: "one y too many", zh: "多出一个 y" }, [
			[1, 2],
			[1, 2, 3],
			1,
		]),
	],
	pure: [
		pure(
			{
				en: "the lists of points are left as they were",
				zh: "点的列表保持不变",
			},
			intercept,
			slopeByMeans,
			slopeBySums,
			fit,
			predict,
		),
	],
});
