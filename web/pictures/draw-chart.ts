/**
 * Charts through Observable Plot. Fetched only when a picture is to be drawn. Colours are the theme's variables, so that a
 * chart follows the theme without being drawn again; dashes and shapes say the same as colours.
 */
import * as Plot from "@observablehq/plot";
import { formatNumber } from "../exercise/format-value.ts";
import { isFiniteNumber } from "./data.ts";
import type {
	PlaneMark,
	PlaneModel,
	Point,
	Segment,
} from "./describe-plane.ts";
import type { BarsModel, LossModel } from "./describe-series.ts";
import { dashOf, symbolOf, toneOf, toneOfClass } from "./tones.ts";

/** What a chart can be drawn from. */
export type ChartModel = PlaneModel | LossModel | BarsModel;
type Chart = SVGSVGElement | HTMLElement;

/** Texts of the interface that stand inside a chart. */
export interface ChartTexts {
	round: string;
}

const margins = {
	marginLeft: 52,
	marginRight: 14,
	marginTop: 22,
	marginBottom: 38,
};
const style = {
	background: "transparent",
	color: "var(--ink-soft)",
	fontFamily: "var(--sans)",
	fontSize: "12px",
	overflow: "visible",
};
/** Narrower charts are higher for their width; `pictures.css` keeps the same room. */
const narrow = 340;
/** Longer paths are drawn as a line: their arrows would be all heads. */
const mostArrows = 40;

/** Draws a chart of a given width in CSS pixels. */
export function drawChart(
	model: ChartModel,
	width: number,
	texts: ChartTexts,
): Chart {
	const chart = draw(model, width, texts);
	// The frame around it says what it shows; the library's own names for its parts would only be in the way.
	for (const part of chart.querySelectorAll("[aria-label]"))
		part.removeAttribute("aria-label");
	return chart;
}

function draw(model: ChartModel, width: number, texts: ChartTexts): Chart {
	switch (model.kind) {
		case "plane":
			return drawPlane(model, width);
		case "loss":
			return drawLoss(model, width, texts);
		case "bars":
			return drawBars(model, width);
	}
}

/** Height of a chart, known before it is drawn so that the page does not jump. */
export function heightOf(width: number, isEqual: boolean): number {
	const share = width < narrow ? 0.86 : isEqual ? 0.82 : 0.62;
	return Math.round(Math.min(width * share, 420));
}

interface Frame {
	x: [number, number];
	y: [number, number];
	/** Length of a unit of x on the screen over that of y. */
	aspect: number;
}

function drawPlane(model: PlaneModel, width: number): Chart {
	const height = heightOf(width, model.isEqual);
	const inner = {
		width: width - margins.marginLeft - margins.marginRight,
		height: height - margins.marginTop - margins.marginBottom,
	};
	const frame = frameOf(model, inner);
	const tones = toneOf(model.marks);
	return Plot.plot({
		width,
		height,
		...margins,
		style,
		ariaHidden: "true",
		x: {
			domain: frame.x,
			type: model.x.isLog ? "log" : "linear",
			label: model.x.label,
			...(model.x.isLog
				? logAxis(frame.x)
				: {
						ticks: Math.max(3, Math.round(inner.width / 80)),
						tickFormat: writeTick,
					}),
		},
		y: {
			domain: frame.y,
			type: model.y.isLog ? "log" : "linear",
			label: model.y.label,
			...(model.y.isLog
				? logAxis(frame.y)
				: {
						ticks: Math.max(3, Math.round(inner.height / 50)),
						tickFormat: writeTick,
					}),
		},
		marks: [
			Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
			Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
			...model.marks.flatMap((mark) => drawMark(mark, tones(mark), frame)),
			Plot.frame({ stroke: "var(--line-strong)" }),
		],
	} as Plot.PlotOptions);
}

/** With equal scales the shorter axis is lengthened to both sides. */
function frameOf(
	{ x, y, isEqual }: PlaneModel,
	inner: { width: number; height: number },
): Frame {
	const xs: [number, number] = [x.from, x.to];
	const ys: [number, number] = [y.from, y.to];
	if (isEqual) {
		const unit = Math.max(
			(x.to - x.from) / inner.width,
			(y.to - y.from) / inner.height,
		);
		for (const [ends, length] of [
			[xs, inner.width],
			[ys, inner.height],
		] as const) {
			const middle = (ends[0] + ends[1]) / 2;
			ends[0] = middle - (unit * length) / 2;
			ends[1] = middle + (unit * length) / 2;
		}
	}
	return {
		x: xs,
		y: ys,
		aspect: inner.width / (xs[1] - xs[0]) / (inner.height / (ys[1] - ys[0])),
	};
}

const ends = {
	x1: ({ from }: Segment) => from.x,
	y1: ({ from }: Segment) => from.y,
	x2: ({ to }: Segment) => to.x,
	y2: ({ to }: Segment) => to.y,
};

function drawMark(mark: PlaneMark, tone: number, frame: Frame): Plot.Markish[] {
	const isGhost = mark.who === "expected";
	const line = {
		stroke: `var(--series-${tone})`,
		strokeWidth: isGhost ? 1.5 : 2.25,
		strokeOpacity: isGhost ? 0.75 : 1,
		strokeDasharray: dashOf(tone, mark.who),
		clip: true,
	};
	switch (mark.mark) {
		case "curve":
			return [Plot.line(mark.points, { x: "x", y: "y", ...line })];
		case "line":
			return [
				Plot.line(mark.points, {
					x: "x",
					y: "y",
					...line,
					curve: mark.isStairs ? "step-after" : "linear",
				}),
			];
		case "points":
			return drawPoints(mark, tone);
		case "path":
			return drawPath(mark.points, tone, isGhost);
		case "tangents":
			return [Plot.link(mark.segments, { ...ends, ...line, strokeWidth: 1.5 })];
		case "arrows":
			return [
				Plot.arrow(mark.segments, {
					...ends,
					stroke: line.stroke,
					strokeOpacity: line.strokeOpacity,
					strokeWidth: 2,
					headLength: 7,
					clip: true,
				}),
			];
		case "level":
			return [
				mark.axis === "y"
					? Plot.ruleY(mark.values, line)
					: Plot.ruleX(mark.values, line),
			];
		case "straight": {
			const at = (x: number) => ({ x, y: mark.slope * x + mark.intercept });
			return [
				Plot.link([{ from: at(frame.x[0]), to: at(frame.x[1]) }], {
					...ends,
					...line,
				}),
			];
		}
		case "boundary":
			return [
				Plot.link(boundaryIn(mark.w, mark.b, frame), { ...ends, ...line }),
			];
		case "circle":
			return [
				Plot.line(
					Array.from({ length: 121 }, (_, index): Point => {
						const angle = (index / 60) * Math.PI;
						return {
							x: mark.center.x + mark.radius * Math.cos(angle),
							y: mark.center.y + mark.radius * Math.sin(angle),
						};
					}),
					{ x: "x", y: "y", ...line },
				),
			];
		case "residuals":
			return drawResiduals(mark, tone, frame, isGhost);
		case "field":
			return drawField(mark, tone, frame);
	}
}

function drawPoints(
	mark: Extract<PlaneMark, { mark: "points" }>,
	tone: number,
): Plot.Markish[] {
	const groups = new Map<number, Point[]>();
	for (const [index, point] of mark.points.entries()) {
		const group = mark.classes?.[index] ?? -1;
		groups.set(group, [...(groups.get(group) ?? []), point]);
	}
	const isGhost = mark.who === "expected";
	return [...groups].map(([group, points]) => {
		const colour = `var(--series-${mark.classes ? toneOfClass(group) : tone})`;
		return Plot.dot(points, {
			x: "x",
			y: "y",
			r: isGhost ? 6 : 4.5,
			symbol: symbolOf(mark.classes ? toneOfClass(group) : tone),
			fill: isGhost ? "none" : colour,
			stroke: isGhost ? colour : "var(--surface)",
			strokeWidth: isGhost ? 1.5 : 1,
			clip: true,
		});
	});
}

function drawPath(
	points: Point[],
	tone: number,
	isGhost: boolean,
): Plot.Markish[] {
	const colour = `var(--series-${tone})`;
	const steps = points.slice(1).map((to, index): Segment => {
		const from = points[index] ?? to;
		return { from, to };
	});
	const common = {
		stroke: colour,
		strokeOpacity: isGhost ? 0.6 : 1,
		strokeWidth: isGhost ? 1.25 : 1.75,
		clip: true as const,
	};
	return [
		steps.length <= mostArrows
			? Plot.arrow(steps, {
					...ends,
					...common,
					...(isGhost ? { strokeDasharray: "4 3" } : {}),
					headLength: 6,
					insetEnd: 4,
				})
			: Plot.line(points, { x: "x", y: "y", ...common }),
		Plot.dot(points, {
			x: "x",
			y: "y",
			r: points.length > mostArrows ? 2 : 3.5,
			fill: isGhost ? "none" : colour,
			stroke: colour,
			strokeOpacity: isGhost ? 0.6 : 1,
			clip: true,
		}),
		// The end, where it all leads to.
		Plot.dot(points.slice(-1), {
			x: "x",
			y: "y",
			r: 6,
			fill: isGhost ? "none" : colour,
			stroke: "var(--surface)",
			strokeWidth: 2,
			clip: true,
		}),
	];
}

function boundaryIn(
	[w1, w2]: [number, number],
	b: number,
	frame: Frame,
): Segment[] {
	if (w2 === 0) {
		if (w1 === 0) return [];
		const x = -b / w1;
		return [{ from: { x, y: frame.y[0] }, to: { x, y: frame.y[1] } }];
	}
	const at = (x: number): Point => ({ x, y: -(w1 * x + b) / w2 });
	return [{ from: at(frame.x[0]), to: at(frame.x[1]) }];
}

function drawResiduals(
	mark: Extract<PlaneMark, { mark: "residuals" }>,
	tone: number,
	frame: Frame,
	isGhost: boolean,
): Plot.Markish[] {
	const colour = `var(--series-${tone})`;
	const links = Plot.link(mark.segments, {
		...ends,
		stroke: colour,
		strokeWidth: 1.5,
		strokeDasharray: isGhost ? "3 3" : "none",
		clip: true,
	});
	if (!mark.isSquared || isGhost) return [links];
	return [
		Plot.rect(mark.segments, {
			x1: ({ from }: Segment) => from.x,
			// As wide on the screen as high.
			x2: ({ from, to }: Segment) =>
				from.x + Math.abs(to.y - from.y) / frame.aspect,
			y1: ({ from }: Segment) => from.y,
			y2: ({ to }: Segment) => to.y,
			fill: colour,
			fillOpacity: 0.18,
			stroke: colour,
			strokeOpacity: 0.6,
			clip: true,
		}),
		links,
	];
}

/** Contour lines, with a shade that deepens by every line. */
function drawField(
	mark: Extract<PlaneMark, { mark: "field" }>,
	tone: number,
	frame: Frame,
): Plot.Markish[] {
	const colour = `var(--series-${tone})`;
	// A little beyond the frame: contours close along the border of their area, which is not to be seen.
	const [roomX, roomY] = [frame.x, frame.y].map(
		([from, to]) => (to - from) * 0.04,
	) as [number, number];
	const area = {
		value: mark.field,
		x1: frame.x[0] - roomX,
		x2: frame.x[1] + roomX,
		y1: frame.y[0] - roomY,
		y2: frame.y[1] + roomY,
		pixelSize: 4,
		clip: true as const,
	};
	const thresholds = mark.levels ?? levelsOf(mark, frame);
	const target = mark.target;
	return [
		Plot.contour({
			...area,
			thresholds,
			fill: colour,
			fillOpacity: mark.isProbability ? 0.07 : 0.045,
		}),
		Plot.contour({
			...area,
			thresholds,
			stroke: colour,
			strokeOpacity: mark.isProbability ? 0.25 : 0.6,
			strokeWidth: 1,
		}),
		target === null
			? null
			: Plot.contour({
					...area,
					thresholds: [target],
					stroke: "var(--follow)",
					strokeWidth: 2.75,
				}),
	];
}

/** Heights closer together near the bottom, where a bowl is flat; a probability by tenths. */
function levelsOf(
	{ field, isProbability }: Extract<PlaneMark, { mark: "field" }>,
	{ x, y }: Frame,
): number[] {
	if (isProbability) return Array.from({ length: 9 }, (_, i) => (i + 1) / 10);
	const side = 32;
	const heights: number[] = [];
	for (let i = 0; i <= side; i++)
		for (let j = 0; j <= side; j++)
			heights.push(
				field(
					x[0] + ((x[1] - x[0]) * i) / side,
					y[0] + ((y[1] - y[0]) * j) / side,
				),
			);
	const finite = heights.filter(isFiniteNumber);
	if (finite.length === 0) return [];
	const [least, most] = [Math.min(...finite), Math.max(...finite)];
	const count = 11;
	return Array.from(
		{ length: count },
		(_, index) => least + (most - least) * ((index + 0.35) / count) ** 2,
	);
}

/** Ticks of a logarithmic axis: the powers of ten, where there are at least two. */
function logTicks(values: readonly number[]): object {
	const logs = values.filter((value) => value > 0).map(Math.log10);
	const [least, most] = [Math.min(...logs), Math.max(...logs)];
	const from = Math.floor(least);
	const count = Math.ceil(most) - from + 1;
	if (logs.length === 0 || count < 3) return { ticks: 5, nice: true };
	const apart = Math.ceil(count / 6);
	const powers = Array.from(
		{ length: Math.ceil(count / apart) },
		(_, index) => from + index * apart,
	);
	return {
		domain: [10 ** from, 10 ** Math.ceil(most)],
		ticks: powers.map((power) => 10 ** power),
		tickFormat: (tick: number) => writePower(Math.round(Math.log10(tick))),
	};
}

/** A logarithmic axis with given ends: only the powers of ten between them are written. */
function logAxis(ends: [number, number]): object {
	const axis: { ticks?: unknown } = logTicks(ends);
	const ticks = Array.isArray(axis.ticks)
		? axis.ticks.filter((tick: number) => tick >= ends[0] && tick <= ends[1])
		: axis.ticks;
	return { ...axis, ticks, domain: ends, nice: false };
}

/** 10⁻⁴ for −4; 0.01 to 1000 as they are. */
function writePower(power: number): string {
	if (power >= -2 && power <= 3) return String(Number(`1e${power}`));
	return `10${raise(power)}`;
}

function raise(power: number): string {
	const signs = [...String(power)].map((sign) =>
		sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(sign)),
	);
	return signs.join("");
}

/** Short enough to stand beside an axis: 0.25, 1500, 2·10⁶. */
function writeTick(tick: number): string {
	const size = Math.abs(tick);
	if (size !== 0 && (size >= 1e5 || size < 1e-3)) {
		const power = Math.floor(Math.log10(size));
		return `${formatNumber(tick / 10 ** power, 3)}·10${raise(power)}`;
	}
	return formatNumber(tick, 6);
}

/** Of a single series, which has no legend. */
function onlyLabel(series: readonly { label: string }[]): string | null {
	const [only, ...others] = series;
	return only && others.length === 0 ? only.label : null;
}

interface Entry {
	x: number;
	y: number;
}

function drawLoss(model: LossModel, width: number, texts: ChartTexts): Chart {
	const tones = toneOf(model.series);
	const lines = model.series.map((one) => ({
		one,
		tone: tones(one),
		entries: one.values.flatMap((y, index): Entry[] =>
			isFiniteNumber(y) && !(model.isLog && y <= 0)
				? [{ x: index + model.first, y }]
				: [],
		),
	}));
	const longest = Math.max(
		1,
		...model.series.map(({ values }) => values.length),
	);
	const last = model.first + longest - 1;
	return Plot.plot({
		width,
		height: heightOf(width, false),
		...margins,
		style,
		ariaHidden: "true",
		x: {
			domain: [model.first, Math.max(last, model.first + 1)],
			label: model.x ?? texts.round,
			ticks: Math.max(1, Math.min(longest - 1, Math.round(width / 70))),
			tickFormat: (round: number) =>
				Number.isInteger(round) ? String(round) : "",
		},
		y: {
			type: model.isLog ? "log" : "linear",
			label: model.y ?? onlyLabel(model.series),
			...(model.isLog
				? logTicks(lines.flatMap(({ entries }) => entries.map(({ y }) => y)))
				: { nice: true, zero: true, ticks: 5, tickFormat: writeTick }),
		},
		marks: [
			Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
			...lines.flatMap(({ one, tone, entries }) => {
				const isGhost = one.who === "expected";
				const colour = `var(--series-${tone})`;
				return [
					Plot.line(entries, {
						x: "x",
						y: "y",
						stroke: colour,
						strokeWidth: isGhost ? 1.5 : 2.25,
						strokeOpacity: isGhost ? 0.75 : 1,
						strokeDasharray: dashOf(tone, one.who),
					}),
					entries.length <= mostArrows
						? Plot.dot(entries, {
								x: "x",
								y: "y",
								r: isGhost ? 5 : 3.5,
								symbol: symbolOf(tone),
								fill: isGhost ? "none" : colour,
								stroke: colour,
							})
						: null,
				];
			}),
			Plot.frame({ stroke: "var(--line-strong)" }),
		],
	} as Plot.PlotOptions);
}

function drawBars(model: BarsModel, width: number): Chart {
	const tones = toneOf(model.series);
	const keys = model.series.map(({ label, who }) => `${label} ${who}`);
	return Plot.plot({
		width,
		height: heightOf(width, false),
		...margins,
		style,
		ariaHidden: "true",
		fx: { domain: model.names, label: null, padding: 0.2 },
		x: { domain: keys, axis: null, padding: 0.1 },
		y: {
			label: model.y ?? onlyLabel(model.series),
			nice: true,
			ticks: 5,
			tickFormat: writeTick,
			zero: true,
		},
		marks: [
			Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
			...model.series.map((one, index) => {
				const colour = `var(--series-${tones(one)})`;
				const isGhost = one.who === "expected";
				return Plot.barY(
					one.values.flatMap((value, place) =>
						isFiniteNumber(value)
							? [{ place: model.names[place], key: keys[index], value }]
							: [],
					),
					{
						fx: "place",
						x: "key",
						y: "value",
						fill: colour,
						fillOpacity: isGhost ? 0.15 : 0.85,
						stroke: colour,
						strokeDasharray: isGhost ? "4 3" : "none",
					},
				);
			}),
			Plot.ruleY([0], { stroke: "var(--line-strong)" }),
		],
	} as Plot.PlotOptions);
}
