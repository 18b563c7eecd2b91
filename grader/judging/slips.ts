/**
 * The library of slips that need no recorded wrong version. Theory of operation: a slip is a wrong transform of one step, of
 * its value ("the sign is lost", "a list is reversed") or of what it is computed from ("`b` is left out", "`x` stands where
 * `y` belongs"). Each transform foretells what the student would have returned in every case in which the step was
 * computed, right ones included, from the student's own earlier values. It is named when it foretells all of them, and
 * in at least two cases something else than the right value, with different outcomes. Several that explain it equally well
 * (in a product either factor may be the one left out) are all named; more than three would say nothing.
 *
 * A slip's id is its kind, and after a colon the names it is about: `left-out:b`, `in-place-of:x,y`.
 */
import type { Tolerance } from "../../exercises/authoring/cases.ts";
import type { Value } from "../../exercises/authoring/value.ts";
import { findDifference } from "./compare.ts";

/** One step in one case: what the student returned, and how the right value is computed from the student's own values. */
export interface StepTrial {
	actual: Value | undefined;
	right: Value | undefined;
	/** What the step is computed from, by name. */
	given: Readonly<Record<string, Value>>;
	/** What else has a name there, and could have been taken by mistake. */
	others: Readonly<Record<string, Value>>;
	/** In a table of rounds: the step's right values one round later and earlier. */
	later?: Value | undefined;
	earlier?: Value | undefined;
	/** The step's formula. May throw on strange values. */
	compute: (given: Readonly<Record<string, Value>>) => Value;
	/** Computing it takes so long that it is not done again and again. */
	isHeavy: boolean;
	tolerance: Tolerance;
}

/** Says nothing for or against a transform. */
const untold = Symbol("untold");

/** Foretells a wrong value; undefined where the transform does not apply and so changes nothing. */
type Foretell = (trial: StepTrial) => Value | typeof untold | undefined;

interface Candidate {
	id: string;
	foretell: Foretell;
}

/** Lists longer than this are not searched for two entries that were exchanged. */
const longestExchanged = 8;
/** Names looked into; a step that is computed from more is not searched by pairs. */
const mostNames = 14;
const mostTrials = 40;
const mostNamed = 3;

const only = (value: number): Value | undefined =>
	Number.isFinite(value) ? value : undefined;

/** Applies `change` to every number in a value. */
function mapNumbers(
	value: Value | undefined,
	change: (number: number) => number,
): Value | undefined {
	if (typeof value === "number") return only(change(value));
	if (!Array.isArray(value)) return undefined;
	const mapped = value.map((entry) => mapNumbers(entry, change));
	return mapped.includes(undefined) ? undefined : mapped;
}

const isMatrix = (value: Value | undefined): value is Value[][] =>
	Array.isArray(value) &&
	value.length > 0 &&
	value.every(
		(row) =>
			Array.isArray(row) &&
			row.length > 0 &&
			row.length === (value[0] as Value[]).length,
	);

function transposed(value: Value | undefined): Value | undefined {
	if (!isMatrix(value)) return undefined;
	return (value[0] ?? []).map((_, column) => value.map((row) => row[column]));
}

function reversed(value: Value | undefined): Value | undefined {
	return Array.isArray(value) ? value.toReversed() : undefined;
}

type Change = (value: Value) => Value | undefined;

const numbers =
	(change: (number: number) => number): Change =>
	(value) =>
		mapNumbers(value, change);

const lists =
	(change: (list: Value[]) => Value[]): Change =>
	(value) =>
		Array.isArray(value) ? change(value) : undefined;

const changes: Readonly<Record<string, Change>> = {
	"sign-flipped": numbers((number) => -number),
	"half-of-it": numbers((number) => number / 2),
	"twice-of-it": numbers((number) => number * 2),
	negated: (value) => (typeof value === "boolean" ? !value : undefined),
	transposed,
	reversed,
	"first-entry-missing": lists((list) => list.slice(1)),
	"last-entry-missing": lists((list) => list.slice(0, -1)),
	"one-too-much": numbers((number) => number + 1),
	"one-too-little": numbers((number) => number - 1),
	"common-logarithm": numbers((number) => number / Math.LN10),
	"binary-logarithm": numbers((number) => number / Math.LN2),
	...Object.fromEntries(
		[2, 3, 4, 5, 6].map((digits) => [
			`rounded:${digits}`,
			numbers((number) => Math.round(number * 10 ** digits) / 10 ** digits),
		]),
	),
};

/** Transforms of the value that describe it without saying why; what the step is computed from says it better. */
const bareChanges: Readonly<Record<string, Change>> = {
	"absolute-value": numbers(Math.abs),
	"one-minus-it": numbers((number) => 1 - number),
	reciprocal: numbers((number) => 1 / number),
	"root-forgotten": numbers((number) => number ** 2),
	"root-too-many": numbers(Math.sqrt),
};

const candidatesOf = (from: Readonly<Record<string, Change>>): Candidate[] =>
	Object.entries(from).map(([id, change]) => ({
		id,
		foretell: ({ right }) => (right === undefined ? undefined : change(right)),
	}));

/** Transforms of the value that need to know nothing of the step. */
const ofTheValue: readonly Candidate[] = [
	...candidatesOf(changes),
	{ id: "one-round-late", foretell: ({ earlier }) => earlier },
	{ id: "one-round-early", foretell: ({ later }) => later },
];

/** Two entries of the value in each other's place. */
function exchangedEntries({ right }: StepTrial): Candidate[] {
	if (!Array.isArray(right) || right.length > longestExchanged) return [];
	return pairsOf(right.length).map(([first, second]) => ({
		id: `entries-exchanged:${first},${second}`,
		foretell: (trial) => exchangeEntries(trial.right, first, second),
	}));
}

function pairsOf(length: number): [number, number][] {
	return Array.from({ length }, (_, first) =>
		Array.from(
			{ length: length - first - 1 },
			(_, offset): [number, number] => [first, first + 1 + offset],
		),
	).flat();
}

function exchangeEntries(
	list: Value | undefined,
	first: number,
	second: number,
): Value | undefined {
	return Array.isArray(list) && second < list.length
		? list.with(first, list[second]).with(second, list[first])
		: undefined;
}

/** A value somewhere in what a step is computed from, e.g. `net.b1`. */
interface Source {
	name: string;
	read: (given: StepTrial["given"]) => Value | undefined;
	write: (given: StepTrial["given"], value: Value) => Record<string, Value>;
}

/** Whole values, and the fields of objects. */
function sourcesIn(given: StepTrial["given"]): Source[] {
	return Object.entries(given).flatMap(([name, value]): Source[] => {
		if (typeof value !== "object" || value === null || Array.isArray(value))
			return [
				{
					name,
					read: (from) => from[name],
					write: (from, changed) => ({ ...from, [name]: changed }),
				},
			];
		return Object.keys(value).map((key) => {
			const read = (from: StepTrial["given"]) => {
				const holder = from[name];
				return typeof holder === "object" &&
					holder !== null &&
					!Array.isArray(holder)
					? holder[key]
					: undefined;
			};
			return {
				name: `${name}.${key}`,
				read,
				write: (from, changed) => ({
					...from,
					[name]: { ...(from[name] as object), [key]: changed },
				}),
			};
		});
	});
}

/** The step computed again with one of its sources changed. */
function withChanged(
	source: Source,
	change: (value: Value | undefined, trial: StepTrial) => Value | undefined,
): Foretell {
	return (trial) => {
		const changed = change(source.read(trial.given), trial);
		if (changed === undefined) return undefined;
		if (trial.isHeavy) return untold;
		try {
			const value: unknown = trial.compute(source.write(trial.given, changed));
			return typeof value === "function" ? undefined : (value as Value);
		} catch {
			// A formula may refuse what the student's own would take.
			return untold;
		}
	};
}

/** The step computed again with two of its sources in each other's place. */
function exchange(one: Source, other: Source): Foretell {
	return (trial) => {
		const [left, right] = [one.read(trial.given), other.read(trial.given)];
		if (left === undefined || right === undefined) return undefined;
		const given = other.write(trial.given, left);
		return withChanged(one, () => right)({ ...trial, given });
	};
}

/** The right value with every number scaled by a number made of one source. */
function scaledBy(source: Source, factor: (value: number) => number): Foretell {
	return (trial) => {
		const value = source.read(trial.given);
		return typeof value === "number"
			? mapNumbers(trial.right, (number) => number * factor(value))
			: entrywise(trial.right, value, factor);
	};
}

/** A number of a source added to a number. */
function shiftedBy(source: Source, sign: 1 | -1): Foretell {
	return ({ right, given }) => {
		const value = source.read(given);
		return typeof right === "number" && typeof value === "number"
			? only(right + sign * value)
			: undefined;
	};
}

/** First and last entries of the lists that the step is computed from. */
function entriesOf({ given }: StepTrial): Source[] {
	return sourcesIn(given)
		.filter(({ read }) => Array.isArray(read(given)))
		.flatMap((source) =>
			[0, -1].map((at) => ({
				name: at === 0 ? `${source.name}[0]` : `${source.name}[…]`,
				read: (from: StepTrial["given"]) => {
					const list = source.read(from);
					return Array.isArray(list) ? list.at(at) : undefined;
				},
				write: source.write,
			})),
		);
}

/** Entry by entry, where source and right value are lists of one length. */
function entrywise(
	right: Value | undefined,
	value: Value | undefined,
	factor: (value: number) => number,
): Value | undefined {
	if (!Array.isArray(right) || !Array.isArray(value)) return undefined;
	if (right.length !== value.length) return undefined;
	const scaled = right.map((entry, index) => {
		const by = value[index];
		return typeof entry === "number" && typeof by === "number"
			? only(entry * factor(by))
			: undefined;
	});
	return scaled.includes(undefined) ? undefined : scaled;
}

/** The step computed with `other` where `one` belongs; both of one kind. */
function inPlaceOf(
	one: Source,
	other: Source,
	readOther: (trial: StepTrial) => Value | undefined,
): Candidate {
	return {
		id: `in-place-of:${other.name},${one.name}`,
		foretell: withChanged(one, (value, trial) => {
			const used = readOther(trial);
			return typeof used === typeof value ? used : undefined;
		}),
	};
}

function countOf(value: Value | undefined): number | undefined {
	return Array.isArray(value) && value.length > 1 ? value.length : undefined;
}

/** Transforms of what the step is computed from, in families; an earlier family says it better than a later one. */
function ofItsSources(trial: StepTrial): Candidate[][] {
	const sources = sourcesIn(trial.given);
	const others = sourcesIn(trial.others);
	const each = (
		kind: string,
		foretell: (source: Source) => Foretell,
	): Candidate[] =>
		sources.map((source) => ({
			id: `${kind}:${source.name}`,
			foretell: foretell(source),
		}));
	const few = sources.length + others.length <= mostNames ? sources : [];
	const pairs = few.flatMap((one) =>
		few.filter((other) => other !== one).map((other) => [one, other] as const),
	);
	return [
		each("left-out", (source) =>
			withChanged(source, (value) => mapNumbers(value, () => 0)),
		),
		each("factor-missing", (source) =>
			withChanged(source, (value) => mapNumbers(value, () => 1)),
		),
		each("wrong-sign", (source) =>
			withChanged(source, (value) => mapNumbers(value, (number) => -number)),
		),
		pairs
			.filter(([one, other]) => one.name < other.name)
			.map(([one, other]) => ({
				id: `exchanged:${one.name},${other.name}`,
				foretell: exchange(one, other),
			})),
		[
			...pairs.map(([one, other]) =>
				inPlaceOf(one, other, ({ given }) => other.read(given)),
			),
			...few.flatMap((one) =>
				others.map((other) =>
					inPlaceOf(one, other, (asked) => other.read(asked.others)),
				),
			),
		],
		each("source-doubled", (source) =>
			withChanged(source, (value) => mapNumbers(value, (x) => 2 * x)),
		),
		each("source-halved", (source) =>
			withChanged(source, (value) => mapNumbers(value, (x) => x / 2)),
		),
		each("sign-lost", (source) =>
			withChanged(source, (value) => mapNumbers(value, Math.abs)),
		),
		sources.flatMap((source) =>
			sources
				.filter(({ read }) => countOf(read(trial.given)) !== undefined)
				.map((list) => ({
					id: `once-for-each:${source.name},${list.name}`,
					foretell: withChanged(source, (value, { given }) => {
						const entries = list.read(given);
						return Array.isArray(entries) && typeof value === "number"
							? only(value * entries.length)
							: undefined;
					}),
				})),
		),
		each("slope-missing", (source) =>
			scaledBy(source, (out) => 1 / (out * (1 - out))),
		),
		each("slope-too-many", (source) =>
			scaledBy(source, (out) => out * (1 - out)),
		),
		[
			...each("factor-too-many", (source) =>
				scaledBy(source, (value) => value),
			),
			...others.map((source) => ({
				id: `factor-too-many:${source.name}`,
				foretell: (asked: StepTrial) =>
					scaledBy(
						source,
						(value) => value,
					)({
						...asked,
						given: asked.others,
					}),
			})),
		],
		each("factor-missing", (source) => scaledBy(source, (value) => 1 / value)),
		each("divided-for-multiplied", (source) =>
			scaledBy(source, (value) => 1 / value ** 2),
		),
		each("multiplied-for-divided", (source) =>
			scaledBy(source, (value) => value ** 2),
		),
		each("power-too-low", (source) =>
			scaledBy(source, (value) => 1 / Math.sqrt(value)),
		),
		each("power-too-high", (source) => scaledBy(source, Math.sqrt)),
		each("too-large-by", (source) => shiftedBy(source, 1)),
		each("too-small-by", (source) => shiftedBy(source, -1)),
		entriesOf(trial).flatMap((source) => [
			{ id: `too-large-by:${source.name}`, foretell: shiftedBy(source, 1) },
			{ id: `too-small-by:${source.name}`, foretell: shiftedBy(source, -1) },
		]),
		each("sum-for-mean", (source) => ({ right, given }) => {
			const count = countOf(source.read(given));
			return count && mapNumbers(right, (number) => number * count);
		}),
		each("mean-for-sum", (source) => ({ right, given }) => {
			const count = countOf(source.read(given));
			return count && mapNumbers(right, (number) => number / count);
		}),
		each("source-transposed", (source) => withChanged(source, transposed)),
		each("source-reversed", (source) => withChanged(source, reversed)),
		sources.flatMap((source) => {
			const value = source.read(trial.given);
			if (!Array.isArray(value) || value.length > longestExchanged) return [];
			return pairsOf(value.length).map(([first, second]) => ({
				id: `exchanged:${source.name}[${first}],${source.name}[${second}]`,
				foretell: withChanged(source, (list) =>
					exchangeEntries(list, first, second),
				),
			}));
		}),
		each(
			"returned-itself",
			(source) =>
				({ given }) =>
					source.read(given),
		),
	];
}

/** @returns the ids of the slips that explain all trials, best explanation alone; mostly one or none */
export function findSlips(all: readonly StepTrial[]): string[] {
	const trials = all.slice(0, mostTrials);
	const isWrong = ({ actual, right, tolerance }: StepTrial) =>
		findDifference(actual, right, tolerance) !== null;
	const first = trials.find(isWrong);
	if (!first || trials.some(({ actual }) => actual === undefined)) return [];
	const explains = ({ foretell }: Candidate): boolean => {
		const rights = new Set<string>();
		// A student's constant fits too many explanations.
		const actuals = new Set<string>();
		for (const trial of [first, ...trials]) {
			const foretold = foretell(trial);
			if (foretold === untold) continue;
			// A transform that does not apply changes nothing.
			const value = foretold === undefined ? trial.right : foretold;
			if (findDifference(trial.actual, value, trial.tolerance) !== null)
				return false;
			if (!isWrong(trial)) continue;
			rights.add(JSON.stringify(trial.right));
			actuals.add(JSON.stringify(trial.actual));
		}
		return rights.size > 1 && actuals.size > 1;
	};
	const ofValue = ofTheValue.find(explains);
	if (ofValue) return [ofValue.id];
	for (const family of [exchangedEntries(first), ...ofItsSources(first)]) {
		const fitting = family.filter(explains);
		if (fitting.length > mostNamed) return [];
		if (fitting.length > 0) return fitting.map(({ id }) => id);
	}
	const bare = candidatesOf(bareChanges).find(explains);
	return bare ? [bare.id] : [];
}
