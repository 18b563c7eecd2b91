/** A picture in words: one sentence and one table, made from the same numbers as the drawing. */
import type { createTranslator } from "next-intl";
import type { Language } from "../../exercises/bundle.ts";
import { formatNumber } from "../exercise/format-value.ts";
import type en from "../messages/en.json";
import { type Cell, writeApart } from "./cell.ts";
import { isFiniteNumber } from "./data.ts";
import type { GraphModel } from "./describe-graph.ts";
import type { MatrixModel, PixelsModel } from "./describe-grid.ts";
import type { NetworkModel } from "./describe-network.ts";
import type { PictureModel } from "./describe-picture.ts";
import type { PlaneMark, PlaneModel, Point } from "./describe-plane.ts";
import type { BarsModel, LossModel, Series } from "./describe-series.ts";
import type { Who } from "./read-quantity.ts";

export interface PictureTable {
	columns: string[];
	/** Longer tables are thinned out; the first and the last row always stay. */
	rows: string[][];
	/** How many rows were left out. */
	omitted: number;
}

export interface PictureWords {
	sentence: string;
	/** Null for a picture whose sentence says everything. */
	table: PictureTable | null;
}

/** How a picture is told in one language: next-intl's `t` for the messages under "pictures", and marks of punctuation. */
export interface Speaker {
	t: ReturnType<typeof createTranslator<typeof en, "pictures">>;
	comma: string;
	semicolon: string;
	stop: string;
	colon: string;
}

const punctuation = {
	en: { comma: ", ", semicolon: "; ", stop: ".", colon: ": " },
	zh: { comma: "、", semicolon: "；", stop: "。", colon: "：" },
} as const satisfies Record<Language, Omit<Speaker, "t">>;

export function makeSpeaker(t: Speaker["t"], language: Language): Speaker {
	return { t, ...punctuation[language] };
}

const digits = 5;
const mostRows = 40;
/** More points than this are not listed in the sentence; the table has them. */
const mostListed = 6;

const write = (value: number): string => formatNumber(value, digits);
const writePoint = ({ x, y }: Point): string => `(${write(x)}, ${write(y)})`;

/** The name of a mark or series, with whose it is where there are two. */
export function nameOf(
	{ label, who }: { label: string; who: Who },
	say: Speaker,
): string {
	if (who === "given") return label;
	return label === "" ? say.t(`whose.${who}`) : say.t(who, { label });
}

/** A number as it stands in a picture; what was expected follows where it differs. */
export function writeCell(cell: Cell, say: Speaker): string {
	const { value, expected } = writeApart(cell, digits);
	const shown = value ?? say.t("noValue");
	return expected === null ? shown : say.t("insteadOf", { shown, expected });
}

/** Says what a picture shows. */
export function tellPicture(model: PictureModel, say: Speaker): PictureWords {
	switch (model.kind) {
		case "plane":
			return tellPlane(model, say);
		case "loss":
			return tellLoss(model, say);
		case "bars":
			return tellBars(model, say);
		case "network":
			return tellNetwork(model, say);
		case "graph":
			return tellGraph(model, say);
		case "matrix":
			return tellMatrix(model, say);
		case "pixels":
			return tellPixels(model, say);
	}
}

function makeTable(columns: string[], rows: string[][]): PictureTable | null {
	if (rows.length === 0) return null;
	if (rows.length <= mostRows) return { columns, rows, omitted: 0 };
	const kept = Array.from({ length: mostRows }, (_, index) =>
		Math.round((index * (rows.length - 1)) / (mostRows - 1)),
	).flatMap((index) => {
		const row = rows[index];
		return row === undefined ? [] : [row];
	});
	return { columns, rows: kept, omitted: rows.length - kept.length };
}

function joinSentences(parts: string[], say: Speaker): string {
	return parts.length === 0
		? say.t("nothing")
		: parts.join(say.semicolon) + say.stop;
}

function tellPlane(model: PlaneModel, say: Speaker): PictureWords {
	const x = model.x.label ?? "x";
	const y = model.y.label ?? "y";
	const field = model.marks.find((mark) => mark.mark === "field");
	const rows = model.marks.flatMap((mark): string[][] => {
		const name = nameOf(mark, say);
		return tabulate(mark).map((point, index) => [
			name,
			String(index + 1),
			write(point.x),
			write(point.y),
			...(field?.mark === "field"
				? [write(field.field(point.x, point.y))]
				: []),
		]);
	});
	const columns = [say.t("part"), say.t("number"), x, y];
	if (field) columns.push(field.label);
	return {
		sentence: joinSentences(
			model.marks.map((mark) => tellMark(mark, model, x, say)),
			say,
		),
		table: makeTable(columns, rows),
	};
}

/** The points of a mark that a table lists; of a curve, nine. */
function tabulate(mark: PlaneMark): Point[] {
	switch (mark.mark) {
		case "curve":
			return Array.from({ length: 9 }, (_, index) => {
				const at = Math.round((index * (mark.points.length - 1)) / 8);
				return mark.points[at] ?? [];
			}).flat();
		case "points":
		case "path":
		case "line":
			return mark.points;
		case "tangents":
			return mark.touches;
		case "arrows":
			return mark.segments.map(({ to }) => to);
		case "residuals":
			return mark.segments.map(({ from }) => from);
		default:
			return [];
	}
}

function tellMark(
	mark: PlaneMark,
	model: PlaneModel,
	x: string,
	say: Speaker,
): string {
	const label = nameOf(mark, say);
	switch (mark.mark) {
		case "curve": {
			const [first] = mark.points;
			const last = mark.points.at(-1);
			if (first === undefined || last === undefined)
				return say.t("noPoints", { label });
			const heights = mark.points.map((point) => point.y);
			return say.t("curve", {
				label,
				x,
				startX: write(first.x),
				startY: write(first.y),
				endX: write(last.x),
				endY: write(last.y),
				least: write(Math.min(...heights)),
				most: write(Math.max(...heights)),
			});
		}
		case "points":
		case "path":
		case "line":
			return tellPoints(mark, label, say);
		case "tangents":
			return say.t("tangents", {
				label,
				list: mark.touches.map((touch) => write(touch.x)).join(say.comma),
				x,
			});
		case "arrows":
			return say.t("arrows", {
				label,
				list: mark.segments
					.slice(0, mostListed)
					.map(({ from, to }) => `${writePoint(from)} → ${writePoint(to)}`)
					.join(say.comma),
				count: mark.segments.length,
			});
		case "level":
			return say.t("level", {
				label,
				axis: (mark.axis === "x" ? model.x.label : model.y.label) ?? mark.axis,
				list: mark.values.map(write).join(say.comma),
			});
		case "straight":
			return say.t("straight", {
				label,
				slope: write(mark.slope),
				intercept: write(mark.intercept),
			});
		case "boundary":
			return say.t("boundary", {
				label,
				w1: write(mark.w[0]),
				w2: write(mark.w[1]),
				b: write(mark.b),
			});
		case "circle":
			return say.t("circle", {
				label,
				center: writePoint(mark.center),
				radius: write(mark.radius),
			});
		case "residuals":
			return say.t("residuals", {
				label,
				count: mark.segments.length,
				sum: write(mark.squareSum),
			});
		case "field":
			return tellField(mark, model, label, say);
	}
}

function tellPoints(
	mark: Extract<PlaneMark, { mark: "points" | "path" | "line" }>,
	label: string,
	say: Speaker,
): string {
	const { points, lost } = mark;
	const [first] = points;
	const last = points.at(-1);
	if (first === undefined || last === undefined)
		return say.t("noPoints", { label });
	const list =
		points.length <= mostListed
			? points.map(writePoint).join(say.comma)
			: say.t("fromTo", { from: writePoint(first), to: writePoint(last) });
	const kind = mark.mark === "points" ? "points" : "path";
	return say.t(kind, { label, count: points.length, list, lost });
}

function tellField(
	mark: Extract<PlaneMark, { mark: "field" }>,
	model: PlaneModel,
	label: string,
	say: Speaker,
): string {
	const side = 24;
	const heights: number[] = [];
	for (let i = 0; i <= side; i++)
		for (let j = 0; j <= side; j++)
			heights.push(
				mark.field(
					model.x.from + ((model.x.to - model.x.from) * i) / side,
					model.y.from + ((model.y.to - model.y.from) * j) / side,
				),
			);
	const finite = heights.filter(isFiniteNumber);
	if (finite.length === 0) return say.t("noPoints", { label });
	const facts = {
		label,
		least: write(Math.min(...finite)),
		most: write(Math.max(...finite)),
	};
	return mark.target === null
		? say.t("field", facts)
		: say.t("fieldWithTarget", { ...facts, target: write(mark.target) });
}

const isKnown = (value: number | null): value is number => value !== null;

function tellLoss({ series, first, x }: LossModel, say: Speaker): PictureWords {
	const rounds = Math.max(0, ...series.map(({ values }) => values.length));
	const sentences = series.map((one) => {
		const label = nameOf(one, say);
		const known = one.values.filter(isKnown);
		const start = known[0];
		const end = known.at(-1);
		if (start === undefined || end === undefined)
			return say.t("noPoints", { label });
		return say.t("loss", {
			label,
			start: write(start),
			end: write(end),
			count: known.length,
		});
	});
	return {
		sentence: joinSentences(sentences, say),
		table: makeTable(
			[x ?? say.t("round"), ...series.map((one) => nameOf(one, say))],
			Array.from({ length: rounds }, (_, index) => [
				String(index + first),
				...series.map((one) => writeEntry(one, index, say)),
			]),
		),
	};
}

function writeEntry({ values }: Series, index: number, say: Speaker): string {
	const value = values[index] ?? null;
	return value === null ? say.t("noValue") : write(value);
}

function tellBars({ series, names }: BarsModel, say: Speaker): PictureWords {
	return {
		sentence: joinSentences(
			series.map((one) => {
				const list = one.values
					.slice(0, 2 * mostListed)
					.map(
						(value, index) =>
							`${names[index] ?? ""}${say.colon}${value === null ? say.t("noValue") : write(value)}`,
					)
					.join(say.comma);
				return say.t("bars", { label: nameOf(one, say), list });
			}),
			say,
		),
		table: makeTable(
			[say.t("place"), ...series.map((one) => nameOf(one, say))],
			names.map((name, index) => [
				name,
				...series.map((one) => writeEntry(one, index, say)),
			]),
		),
	};
}

function tellNetwork(
	{ layers, edges }: NetworkModel,
	say: Speaker,
): PictureWords {
	const sentences = layers.map(({ label, neurons }, index) => {
		const list = neurons
			.slice(0, 2 * mostListed)
			.map(({ name, cell, below, bias }) => {
				const facts = [
					cell.value === null ? null : writeCell(cell, say),
					below && say.t("below", { value: writeCell(below, say) }),
					bias && say.t("bias", { value: writeCell(bias, say) }),
				].filter((fact) => fact !== null);
				return facts.length === 0 ? name : `${name} ${facts.join(" ")}`;
			})
			.join(say.comma);
		return say.t("layer", {
			label: label ?? say.t("layerNumber", { number: index + 1 }),
			list,
		});
	});
	const nameAt = (layer: number, place: number) =>
		layers[layer]?.neurons[place]?.name ?? String(place + 1);
	return {
		sentence: joinSentences(sentences, say),
		table: makeTable(
			[say.t("from"), say.t("to"), say.t("weight")],
			edges.flatMap(({ gap, from, to, weight, isHighlighted }) =>
				weight === null
					? []
					: [
							[
								nameAt(gap, from),
								nameAt(gap + 1, to),
								isHighlighted
									? say.t("highlighted", { value: writeCell(weight, say) })
									: writeCell(weight, say),
							],
						],
			),
		),
	};
}

function tellGraph({ nodes, edges }: GraphModel, say: Speaker): PictureWords {
	const sentences = nodes.map(({ label, value, text, gradient }) => {
		const facts = [
			value === null ? text : writeCell(value, say),
			gradient && say.t("gradient", { value: writeCell(gradient, say) }),
		].filter((fact) => fact !== null);
		return facts.length === 0
			? label
			: say.t("node", { label, facts: facts.join(say.comma) });
	});
	const labelOf = (id: string) =>
		nodes.find((node) => node.id === id)?.label ?? id;
	return {
		sentence: joinSentences(sentences, say),
		table: makeTable(
			[say.t("from"), say.t("to"), say.t("factor")],
			edges.map(({ from, to, label, factor, path }) => [
				labelOf(from),
				labelOf(to),
				[
					label,
					factor && writeCell(factor, say),
					path !== null && say.t("onPath", { number: path }),
				]
					.filter((fact) => typeof fact === "string")
					.join(say.comma),
			]),
		),
	};
}

function tellMatrix(
	{ blocks, signs }: MatrixModel,
	say: Speaker,
): PictureWords {
	const sentence = blocks
		.map(({ label, rows }, index) => {
			const shape = say.t("shape", {
				label,
				rows: rows.length,
				columns: Math.max(0, ...rows.map((row) => row.length)),
			});
			const sign = index === 0 ? "" : (signs[index - 1] ?? "");
			return index === 0
				? shape
				: `${sign === "" ? say.comma : ` ${sign} `}${shape}`;
		})
		.join("");
	return {
		sentence: sentence === "" ? say.t("nothing") : sentence + say.stop,
		table: makeTable(
			[say.t("matrix"), say.t("row"), say.t("values")],
			blocks.flatMap(({ label, rows }) =>
				rows.map((row, index) => [
					label,
					String(index + 1),
					row.map((cell) => writeCell(cell, say)).join("  "),
				]),
			),
		),
	};
}

function tellPixels(
	{ images, isUnit }: PixelsModel,
	say: Speaker,
): PictureWords {
	return {
		sentence: joinSentences(
			images.map(({ label, rows }) =>
				say.t("image", {
					label,
					rows: rows.length,
					columns: Math.max(0, ...rows.map((row) => row.length)),
				}),
			),
			say,
		),
		table: makeTable(
			[say.t("imageColumn"), say.t("row"), say.t("values")],
			images.flatMap(({ label, rows }) =>
				rows.map((row, index) => [
					label,
					String(index + 1),
					row
						.map((cell) =>
							isUnit && (cell.value === 0 || cell.value === 1)
								? String(cell.value)
								: writeCell(cell, say),
						)
						.join(" "),
				]),
			),
		),
	};
}
