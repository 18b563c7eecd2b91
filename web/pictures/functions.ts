/** What the names in a picture's declaration compute: a closed list over the reference, for curves, contours and lists. */
import { buildFunction } from "../../exercises/authoring/functions.ts";
import type {
	CurveName,
	FieldName,
	SeriesName,
} from "../../exercises/pictures.ts";
import {
	dRelu,
	dSigmoid,
	dTanh,
	relu,
	sigmoid,
	step,
} from "../../reference/activations.ts";
import { centralDifference } from "../../reference/central-difference.ts";
import * as graph from "../../reference/linear-graph.ts";
import * as losses from "../../reference/losses.ts";
import * as chain from "../../reference/nonlinear-chain.ts";
import { type Data, isFiniteNumber, toList } from "./data.ts";

export type Curve = (x: number) => number;
export type Field = (x: number, y: number) => number;

type Parameters = readonly Data[];

/** The numbers of all parameters in order. */
function numbersOf(parameters: Parameters): number[] {
	return parameters.flatMap((parameter) =>
		toList(parameter).map((value) => value ?? Number.NaN),
	);
}

/** f(x + b): a bias moves the whole curve to the left. */
const shifted =
	(f: Curve) =>
	(parameters: Parameters): Curve => {
		const [b = 0] = numbersOf(parameters);
		return (x) => f(x + b);
	};

/** A loss over the prediction, for one label. */
const lossOf =
	(loss: (a: number, y: number) => number) =>
	(parameters: Parameters): Curve => {
		const [label = 1] = numbersOf(parameters);
		return (a) => loss(a, label);
	};

const plain = (f: Curve) => (): Curve => f;

/** What each curve takes, in order, stands in brackets. */
const curves: Record<CurveName, (parameters: Parameters) => Curve> = {
	/** (slope, intercept) */
	linear: (parameters) => {
		const [slope = 1, intercept = 0] = numbersOf(parameters);
		return (x) => slope * x + intercept;
	},
	/** (x − centre)² + offset; (centre, offset) */
	parabola: (parameters) => {
		const [centre = 0, offset = 0] = numbersOf(parameters);
		return (x) => (x - centre) ** 2 + offset;
	},
	/** ax² + bx + c; (a, b, c) */
	quadratic: (parameters) => {
		const [a = 1, b = 0, c = 0] = numbersOf(parameters);
		return (x) => a * x * x + b * x + c;
	},
	/** c₀ + c₁x + c₂x² + …; (c₀, c₁, …) */
	polynomial: (parameters) => {
		const coefficients = numbersOf(parameters);
		return (x) =>
			coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
	},
	unitStep: shifted(step),
	sigmoid: shifted(sigmoid),
	sigmoidSlope: shifted(dSigmoid),
	tanh: shifted(Math.tanh),
	tanhSlope: shifted(dTanh),
	relu: shifted(relu),
	reluSlope: shifted(dRelu),
	identity: shifted((x) => x),
	exp: plain(Math.exp),
	sin: plain(Math.sin),
	cos: plain(Math.cos),
	/** (μ, σ) */
	normalPdf: (parameters) => {
		const [mu = 0, sigma = 1] = numbersOf(parameters);
		return (x) =>
			Math.exp(-((x - mu) ** 2) / (2 * sigma * sigma)) /
			(sigma * Math.sqrt(2 * Math.PI));
	},
	/** √(ln x²), from 1 on */
	chain: plain((x) => chain.forward(x).c),
	chainSlope: plain(chain.slope),
	/** z(b) = (2w + 3b)(2b + 1); (w) */
	linearGraphOfB: (parameters) => {
		const [w = 0] = numbersOf(parameters);
		return (b) => graph.forward(w, b).z;
	},
	zeroOneLoss: lossOf(losses.zeroOne),
	absoluteLoss: lossOf(losses.absolute),
	hingeLoss: lossOf(losses.hinge),
	exponentialLoss: lossOf(losses.exponential),
	squaredLoss: lossOf(losses.squared),
	halfSquaredLoss: lossOf(losses.halfSquared),
	/** Between 0 and 1, where it has a meaning. */
	logLoss: (parameters) => {
		const [label = 1] = numbersOf(parameters);
		return (a) =>
			a > 0 && a < 1 ? losses.binaryCrossEntropy(a, label) : Number.NaN;
	},
	ln: plain(Math.log),
	negativeLn: plain((x) => -Math.log(x)),
	/** The mean of ½(x − y)² over labels; (y₁, y₂, …) */
	meanHalfSquaredLoss: (parameters) => {
		const labels = numbersOf(parameters);
		return (x) =>
			losses.mse(
				labels.map(() => x),
				labels,
			);
	},
};

const fields: Record<FieldName, (parameters: Parameters) => Field> = {
	/** px + qy; (p, q) */
	plane: (parameters) => {
		const [p = 1, q = 1] = numbersOf(parameters);
		return (x, y) => p * x + q * y;
	},
	/** ax² + bxy + cy²; (a, b, c) */
	quadraticForm: (parameters) => {
		const [a = 1, b = 0, c = 1] = numbersOf(parameters);
		return (x, y) => a * x * x + b * x * y + c * y * y;
	},
	valley: () => (x, y) => x * x + Math.sin(y) ** 2,
	linearGraph: () => (w, b) => graph.forward(w, b).z,
	/** ½ of the mean of (wx + b − y)² over samples; (xs, ys) */
	regressionCost: ([xs = [], ys = []]) => {
		const inputs = toList(xs).map((x) => x ?? Number.NaN);
		const labels = toList(ys).map((y) => y ?? Number.NaN);
		return (w, b) =>
			losses.mse(
				inputs.map((x) => w * x + b),
				labels,
			);
	},
	/** σ(w₁x + w₂y + b); (w, b) with w a list */
	logisticProbability: (parameters) => {
		const [w1 = 0, w2 = 0, b = 0] = numbersOf(parameters);
		return (x, y) => sigmoid(w1 * x + w2 * y + b);
	},
};

/** More entries than this no list of the reference has. */
const mostEntries = 500;
const countOf = (count: number): number =>
	isFiniteNumber(count)
		? Math.min(Math.max(0, Math.round(count)), mostEntries)
		: 0;

/** Where solving z(b) = target is after each round: |Δz|, with the slope of the start kept or taken anew. */
function factorErrors(
	isFixed: boolean,
	w: number,
	start: number,
	target: number,
	rounds: number,
): number[] {
	const { dzdb: first } = graph.gradients(w, start);
	let b = start;
	return Array.from({ length: rounds }, () => {
		const deltaZ = graph.forward(w, b).z - target;
		b -= deltaZ / (isFixed ? first : graph.gradients(w, b).dzdb);
		return Math.abs(deltaZ);
	});
}

/** The (w, b) of gradient descent on the mean of ½(wx + b − y)²: the start and one pair for each step. */
function regressionPath([xs = [], ys = [], ...numbers]: Parameters): {
	w: number;
	b: number;
}[] {
	const [w = 0, b = 0, rate = 0.1, steps = 1] = numbersOf(numbers);
	const samples = toList(xs).map((x, index) => ({
		x: x ?? Number.NaN,
		y: toList(ys)[index] ?? Number.NaN,
	}));
	const path = [{ w, b }];
	for (let step = 0; step < countOf(steps); step++) {
		const at = path.at(-1) ?? { w, b };
		const errors = samples.map(({ x, y }) => at.w * x + at.b - y);
		const mean = (values: number[]) =>
			values.reduce((sum, value) => sum + value, 0) / samples.length;
		path.push({
			w:
				at.w -
				rate *
					mean(errors.map((error, index) => error * (samples[index]?.x ?? 0))),
			b: at.b - rate * mean(errors),
		});
	}
	return path;
}

/** A list whose parameters are single numbers. */
const ofNumbers =
	(compute: (...parameters: number[]) => number[]) =>
	(parameters: Parameters): number[] =>
		compute(...numbersOf(parameters));

const series: Record<SeriesName, (parameters: Parameters) => number[]> = {
	/** `count` numbers evenly; (from, to, count) */
	range: ofNumbers((from = 0, to = 1, count = 2) =>
		Array.from(
			{ length: countOf(count) },
			(_, index) => from + ((to - from) * index) / Math.max(1, count - 1),
		),
	),
	/** 10^from, …, one power at a time, to 10^to; (from, to) */
	powersOfTen: ofNumbers((from = 0, to = 0) =>
		Array.from(
			{ length: countOf(Math.abs(to - from) + 1) },
			(_, index) => 10 ** (from + Math.sign(to - from) * index),
		),
	),
	/** Ends of arrows of one length in evenly spread directions; (centre, length, count) */
	compassX: ofNumbers((centre = 0, length = 1, count = 8) =>
		Array.from(
			{ length: countOf(count) },
			(_, index) => centre + length * Math.cos((2 * Math.PI * index) / count),
		),
	),
	compassY: ofNumbers((centre = 0, length = 1, count = 8) =>
		Array.from(
			{ length: countOf(count) },
			(_, index) => centre + length * Math.sin((2 * Math.PI * index) / count),
		),
	),
	/** The x of gradient descent on (x − centre)², start included; (centre, start, rate, steps) */
	descentOnParabola: ofNumbers((centre = 0, start = 1, rate = 0.1, steps = 1) =>
		Array.from(
			{ length: countOf(steps) + 1 },
			(_, index) => centre + (start - centre) * (1 - 2 * rate) ** index,
		),
	),
	/** |Δz| of each round; (0 fresh or 1 fixed, w, b, target, rounds) */
	factorErrors: ofNumbers((isFixed = 0, w = 0, b = 0, target = 0, rounds = 1) =>
		factorErrors(isFixed === 1, w, b, target, countOf(rounds)),
	),
	/** Error of a difference quotient of eˣ for h = 1, 0.1, …; (0 forward or 1 central, x, count) */
	differenceErrors: ofNumbers((isCentral = 0, x = 1, count = 12) =>
		Array.from({ length: countOf(count) }, (_, power) => {
			const h = 10 ** -power;
			const quotient =
				isCentral === 1
					? centralDifference(Math.exp, x, h)
					: (Math.exp(x + h) - Math.exp(x)) / h;
			return Math.abs(quotient - Math.exp(x));
		}),
	),
	/** (xs, ys, w, b, rate, steps) */
	regressionPathW: (parameters) => regressionPath(parameters).map(({ w }) => w),
	regressionPathB: (parameters) => regressionPath(parameters).map(({ b }) => b),
};

/** Computes a named list. */
export function computeSeries(
	name: SeriesName,
	parameters: Parameters,
): number[] {
	return series[name](parameters);
}

/** Where a function is not defined it has no value: NaN instead of an error. */
function guard<Arguments extends unknown[]>(
	f: (...values: Arguments) => unknown,
): (...values: Arguments) => number {
	return (...values) => {
		try {
			const value = f(...values);
			return typeof value === "number" ? value : Number.NaN;
		} catch (error) {
			if (error instanceof RangeError || error instanceof TypeError)
				return Number.NaN;
			throw error;
		}
	};
}

/** One of the grader's library of functions, written as a case shows it, e.g. "polynomial(0, 2)"; null for anything else. */
function findPassed(passed: unknown): ((...values: never[]) => unknown) | null {
	const [, name, list = ""] =
		(typeof passed === "string" && /^(\w+)\(([^()]*)\)$/.exec(passed)) || [];
	if (name === undefined) return null;
	const parameters = list === "" ? [] : list.split(",").map(Number);
	try {
		return buildFunction(name, parameters);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** A passed function of one vector; null when there is none. */
export function makePassed(
	passed: unknown,
): ((p: readonly number[]) => number) | null {
	const f = findPassed(passed) as ((p: readonly number[]) => unknown) | null;
	return f && guard(f);
}

/** @param passed the input of that name, where the name is a path */
export function makeCurve(
	name: string,
	parameters: Parameters,
	passed: unknown,
): Curve | null {
	if (Object.hasOwn(curves, name))
		return guard(curves[name as CurveName](parameters)); // an own key of the record
	const f = findPassed(passed) as Curve | null;
	return f && guard(f);
}

/** A field may be passed as a function of two numbers or of a list of two. */
export function makeField(
	name: string,
	parameters: Parameters,
	passed: unknown,
): Field | null {
	if (Object.hasOwn(fields, name))
		return guard(fields[name as FieldName](parameters)); // an own key of the record
	const f = findPassed(passed) as ((...values: unknown[]) => unknown) | null;
	if (f === null) return null;
	const ofTwo = guard((x: number, y: number) => f(x, y));
	const ofList = guard((x: number, y: number) => f([x, y]));
	return Number.isFinite(ofTwo(0.5, 0.25)) ? ofTwo : ofList;
}

/** Slope of a curve at x, for tangents. */
export function slopeAt(curve: Curve, x: number): number {
	const h = 1e-5 * Math.max(1, Math.abs(x));
	const [left, right] = [curve(x - h), curve(x + h)];
	// At the end of its domain a curve has one side only.
	if (!Number.isFinite(left)) return (right - curve(x)) / h;
	if (!Number.isFinite(right)) return (curve(x) - left) / h;
	return (right - left) / (2 * h);
}
