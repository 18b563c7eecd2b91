import type { Term } from "../../exercises/pictures.ts";
import { isFiniteNumber } from "./data.ts";
import {
	type Curve,
	type Field,
	makeCurve,
	makeField,
	slopeAt,
} from "./functions.ts";
import type { MarkView, MarkViewOf, PictureViewOf } from "./picture-view.ts";
import {
	type PictureCase,
	Reader,
	readersFor,
	type SliderValues,
	type Who,
} from "./read-quantity.ts";

export interface Point {
	x: number;
	y: number;
}

export interface Segment {
	from: Point;
	to: Point;
}

interface Named {
	label: string;
	who: Who;
}

/** What is drawn in a coordinate frame. Points keep their order; what is not finite is left out and counted. */
export type PlaneMark =
	| (Named & { mark: "curve"; f: Curve; points: Point[] })
	| (Named & {
			mark: "points";
			points: Point[];
			classes: number[] | null;
			lost: number;
	  })
	| (Named & { mark: "path"; points: Point[]; lost: number })
	| (Named & { mark: "line"; points: Point[]; isStairs: boolean; lost: number })
	| (Named & {
			mark: "tangents";
			f: Curve;
			touches: Point[];
			until: number | null;
			isLong: boolean;
			segments: Segment[];
	  })
	| (Named & { mark: "arrows"; segments: Segment[] })
	| (Named & { mark: "level"; axis: "x" | "y"; values: number[] })
	| (Named & { mark: "straight"; slope: number; intercept: number })
	| (Named & { mark: "boundary"; w: [number, number]; b: number })
	| (Named & { mark: "circle"; center: Point; radius: number })
	| (Named & {
			mark: "residuals";
			segments: Segment[];
			isSquared: boolean;
			squareSum: number;
	  })
	| (Named & {
			mark: "field";
			field: Field;
			levels: number[] | null;
			target: number | null;
			isProbability: boolean;
	  });

export interface Axis {
	label: string | null;
	from: number;
	to: number;
	isLog: boolean;
}

export interface PlaneModel {
	kind: "plane";
	x: Axis;
	y: Axis;
	isEqual: boolean;
	marks: PlaneMark[];
	/** How many rounds the longest path has beyond its start; 0 where there is nothing to step through. */
	rounds: number;
}

type PlaneView = PictureViewOf<"curve" | "contour" | "scatter">;
type Ends = Pick<Axis, "from" | "to">;
type Fixed = { from: number | null; to: number | null };

/** Points of a curve over the width of the picture. */
const samples = 241;
/** A student's own values may widen an axis by this many times its length to each side; what lies beyond is cut off. */
const mostWidening = 1;

/**
 * Turns a declaration and a case's values into what is drawn.
 *
 * @param shownRounds paths and tangents are shown up to this round; null shows all
 */
export function describePlane(
	picture: PlaneView,
	from: PictureCase,
	sliders: SliderValues,
	shownRounds: number | null,
): PlaneModel {
	const first = picture.marks.find(
		(mark): mark is MarkViewOf<"function"> => mark.mark === "function",
	);
	const all = picture.marks.flatMap((mark) =>
		readersFor(mark, from, sliders).flatMap((reader) => {
			const ground = first === undefined ? null : readCurve(first, reader);
			return describeMark(mark, reader, ground);
		}),
	);
	const rounds = Math.max(0, ...all.map(roundsOf));
	const plain = new Reader("given", from, from.expected, sliders);
	const isLog = {
		x: picture.x?.scale === "log",
		y: picture.y?.scale === "log",
	};
	const x = spread("x", all, readEnds(picture.x, plain), isLog.x);
	const drawn = all.map((mark) => fill(mark, x, isLog.x));
	const y = spread("y", drawn, readEnds(picture.y, plain), isLog.y);
	return {
		kind: "plane",
		x: { label: picture.x?.label ?? null, ...x, isLog: isLog.x },
		y: { label: picture.y?.label ?? null, ...y, isLog: isLog.y },
		isEqual: picture.equal ?? false,
		marks:
			shownRounds === null
				? drawn
				: drawn.map((mark) => trim(mark, rounds, shownRounds)),
		rounds: rounds > 1 ? rounds : 0,
	};
}

function readEnds(axis: PlaneView["x"], reader: Reader): Fixed {
	const read = (end: number | string | undefined): number | null => {
		const value = end === undefined ? null : reader.number(end);
		return isFiniteNumber(value) ? value : null;
	};
	return { from: read(axis?.from), to: read(axis?.to) };
}

function readCurve(
	{ name, parameters = [] }: { name: string; parameters?: Term[] | undefined },
	reader: Reader,
): Curve | null {
	return makeCurve(
		name,
		parameters.map((parameter) => reader.read(parameter)),
		name.startsWith("input.") ? reader.value(name) : undefined,
	);
}

function describeMark(
	mark: MarkView,
	reader: Reader,
	ground: Curve | null,
): PlaneMark[] {
	const named = { label: mark.label ?? "", who: reader.who };
	switch (mark.mark) {
		case "function":
			return describeCurves(mark, reader);
		case "tangents": {
			const f = readCurve(mark, reader);
			if (f === null) return [];
			const touches = reader
				.list(mark.x)
				.filter(isFiniteNumber)
				.map((x) => ({ x, y: f(x) }))
				.filter(({ y }) => isFiniteNumber(y));
			const until = mark.until === undefined ? null : reader.number(mark.until);
			return [
				{
					...named,
					mark: "tangents",
					f,
					touches,
					until,
					isLong: mark.long ?? false,
					segments: [],
				},
			];
		}
		case "points": {
			const { points, lost, kept } = readPoints(mark, reader, ground);
			const classes = mark.classes && reader.list(mark.classes);
			return [
				{
					...named,
					mark: "points",
					points,
					lost,
					classes: classes ? kept.map((index) => classes[index] ?? 0) : null,
				},
			];
		}
		case "path": {
			const { points, lost } = readPoints(mark, reader, ground);
			return [{ ...named, mark: "path", points, lost }];
		}
		case "line": {
			const { points, lost } = readPoints(mark, reader, ground);
			const isStairs = mark.shape === "stairs";
			return [{ ...named, mark: "line", points, isStairs, lost }];
		}
		case "level": {
			const axis = mark.x === undefined ? "y" : "x";
			const values = reader.list(mark[axis] ?? []).filter(isFiniteNumber);
			return [{ ...named, mark: "level", axis, values }];
		}
		case "slope": {
			const slope = reader.number(mark.slope);
			const intercept = reader.number(mark.intercept);
			return isFiniteNumber(slope) && isFiniteNumber(intercept)
				? [{ ...named, mark: "straight", slope, intercept }]
				: [];
		}
		case "boundary": {
			const [w1, w2] = reader.list(mark.w);
			const b = reader.number(mark.b);
			return isFiniteNumber(w1) && isFiniteNumber(w2) && isFiniteNumber(b)
				? [{ ...named, mark: "boundary", w: [w1, w2], b }]
				: [];
		}
		case "arrow":
			return [{ ...named, mark: "arrows", segments: readArrows(mark, reader) }];
		case "circle": {
			const [x, y] = mark.center.map((part) => reader.number(part));
			const radius = reader.number(mark.radius);
			return isFiniteNumber(x) && isFiniteNumber(y) && isFiniteNumber(radius)
				? [{ ...named, mark: "circle", center: { x, y }, radius }]
				: [];
		}
		case "residuals":
			return describeResiduals(mark, reader);
		case "field": {
			const field = makeField(
				mark.name,
				(mark.parameters ?? []).map((parameter) => reader.read(parameter)),
				mark.name.startsWith("input.") ? reader.value(mark.name) : undefined,
			);
			if (field === null) return [];
			const target =
				mark.target === undefined ? null : reader.number(mark.target);
			return [
				{
					...named,
					mark: "field",
					field,
					levels: mark.levels
						? reader.list(mark.levels).filter(isFiniteNumber)
						: null,
					target: isFiniteNumber(target) ? target : null,
					isProbability: mark.name === "logisticProbability",
				},
			];
		}
	}
}

/** One curve, or one for each entry of the parameters that are lists. */
function describeCurves(
	mark: MarkViewOf<"function">,
	reader: Reader,
): PlaneMark[] {
	const parameters = (mark.parameters ?? []).map((one) => reader.read(one));
	const count = mark.each
		? Math.min(
				20,
				Math.max(
					0,
					...parameters.map((one) => (Array.isArray(one) ? one.length : 1)),
				),
			)
		: 1;
	return Array.from({ length: count }, (_, index) => {
		const own = mark.each
			? parameters.map((one) =>
					Array.isArray(one) ? (one[index] ?? null) : one,
				)
			: parameters;
		const passed = mark.name.startsWith("input.")
			? reader.value(mark.name)
			: undefined;
		const f = makeCurve(mark.name, own, passed);
		const label = count > 1 ? `${mark.label} ${index + 1}` : mark.label;
		return f === null
			? []
			: [{ mark: "curve" as const, label, who: reader.who, f, points: [] }];
	}).flat();
}

/** @returns finite points, their places in the lists, and how many were not finite */
function readPoints(
	mark: { x: Term; y?: Term | undefined },
	reader: Reader,
	ground: Curve | null,
): { points: Point[]; kept: number[]; lost: number } {
	const xs = reader.list(mark.x);
	const ys =
		mark.y === undefined
			? xs.map((x) => (ground && isFiniteNumber(x) ? ground(x) : null))
			: reader.list(mark.y);
	const points: Point[] = [];
	const kept: number[] = [];
	const count = Math.max(xs.length, ys.length);
	for (let index = 0; index < count; index++) {
		const [x, y] = [xs[index], ys[index]];
		if (!isFiniteNumber(x) || !isFiniteNumber(y)) continue;
		points.push({ x, y });
		kept.push(index);
	}
	return { points, kept, lost: count - points.length };
}

function readArrows(mark: MarkViewOf<"arrow">, reader: Reader): Segment[] {
	const [x1, y1, x2, y2] = [...mark.from, ...mark.to].map((part) =>
		reader.list(part),
	);
	const count = Math.max(x2?.length ?? 0, y2?.length ?? 0);
	const at = (list: (number | null)[] | undefined, index: number) =>
		list?.length === 1 ? list[0] : list?.[index];
	return Array.from({ length: count }, (_, index) => {
		const ends = [x1, y1, x2, y2].map((list) => at(list, index));
		const [fromX, fromY, toX, toY] = ends.filter(isFiniteNumber);
		return fromX === undefined ||
			fromY === undefined ||
			toX === undefined ||
			toY === undefined
			? []
			: [{ from: { x: fromX, y: fromY }, to: { x: toX, y: toY } }];
	}).flat();
}

function describeResiduals(
	mark: MarkViewOf<"residuals">,
	reader: Reader,
): PlaneMark[] {
	const slope = reader.number(mark.slope);
	const intercept = reader.number(mark.intercept);
	if (!isFiniteNumber(slope) || !isFiniteNumber(intercept)) return [];
	const segments = readPoints(mark, reader, null).points.map((point) => ({
		from: point,
		to: { x: point.x, y: slope * point.x + intercept },
	}));
	return [
		{
			mark: "residuals",
			label: mark.label,
			who: reader.who,
			segments,
			isSquared: mark.squares ?? false,
			squareSum: segments.reduce(
				(sum, { from, to }) => sum + (to.y - from.y) ** 2,
				0,
			),
		},
	];
}

/** Computes what depends on the axis: the points of a curve, the pieces of tangents. */
function fill(mark: PlaneMark, x: Ends, isLog: boolean): PlaneMark {
	if (mark.mark === "curve") {
		const points = Array.from({ length: samples }, (_, index) => {
			const share = index / (samples - 1);
			const at = isLog
				? x.from * (x.to / x.from) ** share
				: x.from + (x.to - x.from) * share;
			return { x: at, y: mark.f(at) };
		}).filter(({ y }) => isFiniteNumber(y));
		return { ...mark, points };
	}
	if (mark.mark === "tangents") {
		const reach = (x.to - x.from) * (mark.isLong ? 1 : 0.07);
		return {
			...mark,
			segments: mark.touches.flatMap((touch) => {
				const slope = slopeAt(mark.f, touch.x);
				const along = (by: number): Point => ({
					x: touch.x + by,
					y: touch.y + slope * by,
				});
				if (mark.until === null)
					return [{ from: along(-reach), to: along(reach) }];
				const by = (mark.until - touch.y) / slope;
				return isFiniteNumber(by) ? [{ from: touch, to: along(by) }] : [];
			}),
		};
	}
	return mark;
}

function pointsOf(mark: PlaneMark): Point[] {
	switch (mark.mark) {
		case "curve":
		case "points":
		case "path":
		case "line":
			return mark.points;
		case "tangents":
			return mark.touches;
		case "arrows":
		case "residuals":
			return mark.segments.flatMap(({ from, to }) => [from, to]);
		case "circle": {
			const { center, radius } = mark;
			return [
				{ x: center.x - radius, y: center.y - radius },
				{ x: center.x + radius, y: center.y + radius },
			];
		}
		default:
			return [];
	}
}

/** The axis that shows everything, with a little room; declared ends stay as they are. */
function spread(
	axis: "x" | "y",
	marks: PlaneMark[],
	declared: Fixed,
	isLog: boolean,
): Ends {
	const valuesOf = (wanted: (who: Who) => boolean): number[] =>
		marks
			.filter(({ who }) => wanted(who))
			.flatMap((mark) => [
				...pointsOf(mark).map((point) => point[axis]),
				...(mark.mark === "level" && mark.axis === axis ? mark.values : []),
			])
			.filter((value) => isFiniteNumber(value) && !(isLog && value <= 0));
	const right = valuesOf((who) => who !== "yours");
	const own = valuesOf((who) => who === "yours");
	const known = right.length > 0 ? right : own;
	let [from, to] = known.reduce<[number, number]>(
		([least, most], value) => [Math.min(least, value), Math.max(most, value)],
		[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
	);
	if (from > to) [from, to] = isLog ? [0.1, 10] : [-4, 4];
	if (from === to) [from, to] = isLog ? [from / 2, to * 2] : [from - 1, to + 1];
	if (!isLog && own.length > 0) {
		const most = mostWidening * (to - from);
		const [leftEnd, rightEnd] = [from - most, to + most];
		for (const value of own) {
			from = Math.min(from, Math.max(value, leftEnd));
			to = Math.max(to, Math.min(value, rightEnd));
		}
	}
	// A map is read by its contour lines, and those need room.
	const share = marks.some(({ mark }) => mark === "field") ? 0.16 : 0.06;
	const room = isLog ? 0 : (to - from) * share;
	return { from: declared.from ?? from - room, to: declared.to ?? to + room };
}

function roundsOf(mark: PlaneMark): number {
	if (mark.mark === "path") return mark.points.length - 1;
	return mark.mark === "tangents" ? mark.touches.length - 1 : 0;
}

/** Leaves out what comes after a round; points go with the path they mark. */
function trim(mark: PlaneMark, rounds: number, shown: number): PlaneMark {
	const count = shown + 1;
	if (mark.mark === "path")
		return { ...mark, points: mark.points.slice(0, count) };
	if (mark.mark === "tangents") {
		return {
			...mark,
			touches: mark.touches.slice(0, count),
			segments: mark.segments.slice(0, count),
		};
	}
	const isAlong = mark.mark === "points" && mark.classes === null;
	return isAlong && mark.points.length === rounds + 1
		? { ...mark, points: mark.points.slice(0, count) }
		: mark;
}
