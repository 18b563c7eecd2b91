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
import type { Localized } from "../../exercises/bundle.ts";
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

type Sentence = (...names: string[]) => Localized;

const code = (name: string | undefined) => `\`${name ?? ""}\``;

const sentences: Readonly<Record<string, Sentence>> = {
	"sign-flipped": () => ({
		en: "The value is right but for its sign: look at which quantity is subtracted from which.",
		zh: "数值大小正确，但符号相反：检查是谁减去谁。",
	}),
	"half-of-it": () => ({
		en: "The value is exactly half of what it should be: a factor 2 got lost.",
		zh: "结果恰好是正确值的一半：丢掉了因子 2。",
	}),
	"twice-of-it": () => ({
		en: "The value is exactly twice what it should be: there is a factor 2 too many.",
		zh: "结果恰好是正确值的两倍：多了一个因子 2。",
	}),
	negated: () => ({
		en: "The answer is the opposite of the right one every time: true and false changed places.",
		zh: "每次的答案都与正确答案相反：真与假弄反了。",
	}),
	transposed: () => ({
		en: "Your matrix is the right one transposed: rows and columns changed places.",
		zh: "你的矩阵是正确矩阵的转置：行与列弄反了。",
	}),
	reversed: () => ({
		en: "The entries are right, and in reverse order.",
		zh: "各个分量都正确，但顺序颠倒了。",
	}),
	"first-entry-missing": () => ({
		en: "The list lacks its first entry; the others are right.",
		zh: "列表缺少第一项，其余都正确。",
	}),
	"last-entry-missing": () => ({
		en: "The list lacks its last entry; the others are right.",
		zh: "列表缺少最后一项，其余都正确。",
	}),
	"one-too-much": () => ({
		en: "Your value is too large by exactly 1 every time: look at where a sum or a count begins, and where it stops.",
		zh: "你的值每次都恰好大 1：检查求和或计数从哪里开始、到哪里停止。",
	}),
	"one-too-little": () => ({
		en: "Your value is too small by exactly 1 every time: look at where a sum or a count begins, and where it stops.",
		zh: "你的值每次都恰好小 1：检查求和或计数从哪里开始、到哪里停止。",
	}),
	"one-round-late": () => ({
		en: "Your value is the one of the round before: it was recorded before it was brought up to date.",
		zh: "你的值是上一轮的值：记录时还没有更新。",
	}),
	"one-round-early": () => ({
		en: "Your value is the one of the next round: it was updated before it was recorded or used.",
		zh: "你的值是下一轮的值：在记录或使用之前就已经更新了。",
	}),
	"entries-exchanged": (one, other) => ({
		en: `Entries ${code(one)} and ${code(other)} of your list (counted from 0) are in each other's place.`,
		zh: `你的列表中第 ${code(one)} 项与第 ${code(other)} 项（从 0 数起）互换了位置。`,
	}),
	"absolute-value": () => ({
		en: "You return the absolute value; the sign is part of the answer.",
		zh: "你返回的是绝对值；符号也是答案的一部分。",
	}),
	"one-minus-it": () => ({
		en: "You return 1 minus the right value.",
		zh: "你返回的是 1 减去正确值。",
	}),
	reciprocal: () => ({
		en: "You return the reciprocal of the right value: numerator and denominator changed places.",
		zh: "你返回的是正确值的倒数：分子与分母弄反了。",
	}),
	"root-forgotten": () => ({
		en: "You return the square of the right value: the root at the end is missing.",
		zh: "你返回的是正确值的平方：最后少开了一次方。",
	}),
	"root-too-many": () => ({
		en: "You return the square root of the right value: there is one root too many.",
		zh: "你返回的是正确值的平方根：多开了一次方。",
	}),
	"common-logarithm": () => ({
		en: "Your logarithm has base 10; the natural one is asked for.",
		zh: "你用的是以 10 为底的对数；这里要用自然对数。",
	}),
	"binary-logarithm": () => ({
		en: "Your logarithm has base 2; the natural one is asked for.",
		zh: "你用的是以 2 为底的对数；这里要用自然对数。",
	}),
	rounded: (digits) => ({
		en: `Your value is the right one rounded to ${digits} decimals. Do not round.`,
		zh: `你的值是正确值四舍五入到 ${digits} 位小数的结果。请不要舍入。`,
	}),
	"left-out": (name) => ({
		en: `Your value is what comes out without ${code(name)}: it is left out.`,
		zh: `你的值是不考虑 ${code(name)} 时的结果：它被漏掉了。`,
	}),
	"factor-missing": (name) => ({
		en: `Your value is what comes out with 1 in the place of ${code(name)}: the factor ${code(name)} is missing.`,
		zh: `你的值是把 ${code(name)} 当作 1 时的结果：缺少因子 ${code(name)}。`,
	}),
	"wrong-sign": (name) => ({
		en: `Your value is what comes out when ${code(name)} enters with the opposite sign.`,
		zh: `你的值是 ${code(name)} 以相反符号代入时的结果。`,
	}),
	"slope-missing": (name) => ({
		en: `Your value lacks the slope of the activation, ${code(name)}·(1 − ${code(name)}).`,
		zh: `你的值缺少激活函数的斜率 ${code(name)}·(1 − ${code(name)})。`,
	}),
	"source-doubled": (name) => ({
		en: `Your value is what comes out with twice ${code(name)}: a half of it got lost.`,
		zh: `你的值是代入两倍的 ${code(name)} 时的结果：丢掉了 ½。`,
	}),
	"source-halved": (name) => ({
		en: `Your value is what comes out with half of ${code(name)}: a factor 2 got lost.`,
		zh: `你的值是代入一半的 ${code(name)} 时的结果：丢掉了因子 2。`,
	}),
	"sign-lost": (name) => ({
		en: `Your value is what comes out with the absolute value of ${code(name)}: its sign counts.`,
		zh: `你的值是代入 ${code(name)} 的绝对值时的结果：它的符号也起作用。`,
	}),
	"once-for-each": (name, list) => ({
		en: `${code(name)} enters your value once for every entry of ${code(list)}; it belongs there a single time.`,
		zh: `${code(list)} 的每一项都让 ${code(name)} 进入你的值一次；它只应出现一次。`,
	}),
	"slope-too-many": (name) => ({
		en: `Your value has the slope of the activation, ${code(name)}·(1 − ${code(name)}), once too often.`,
		zh: `你的值多乘了一次激活函数的斜率 ${code(name)}·(1 − ${code(name)})。`,
	}),
	"power-too-low": (name) => ({
		en: `Your value is off by the factor 1/√${code(name)}: the power of ${code(name)} is not the right one.`,
		zh: `你的值相差因子 1/√${code(name)}：${code(name)} 的幂次不对。`,
	}),
	"power-too-high": (name) => ({
		en: `Your value is off by the factor √${code(name)}: the power of ${code(name)} is not the right one.`,
		zh: `你的值相差因子 √${code(name)}：${code(name)} 的幂次不对。`,
	}),
	"too-large-by": (name) => ({
		en: `Your value is too large by ${code(name)}: it was added where it does not belong, or once too often.`,
		zh: `你的值恰好大了 ${code(name)}：不该加的地方加了它，或者多加了一次。`,
	}),
	"too-small-by": (name) => ({
		en: `Your value is too small by ${code(name)}: it is missing, or was subtracted once too often.`,
		zh: `你的值恰好小了 ${code(name)}：漏掉了它，或者多减了一次。`,
	}),
	"factor-too-many": (name) => ({
		en: `The factor ${code(name)} is one too many in your value.`,
		zh: `你的值多乘了一个因子 ${code(name)}。`,
	}),
	"divided-for-multiplied": (name) => ({
		en: `You divide by ${code(name)} where it should be multiplied.`,
		zh: `应当乘以 ${code(name)} 的地方，你除以了它。`,
	}),
	"multiplied-for-divided": (name) => ({
		en: `You multiply by ${code(name)} where it should be divided by.`,
		zh: `应当除以 ${code(name)} 的地方，你乘以了它。`,
	}),
	"sum-for-mean": (name) => ({
		en: `Your value is larger by the number of entries of ${code(name)}: a mean is asked for, and you have the sum.`,
		zh: `你的值恰好大了 ${code(name)} 的项数倍：要求的是平均值，你算的是总和。`,
	}),
	"mean-for-sum": (name) => ({
		en: `Your value is divided by the number of entries of ${code(name)}: the sum is asked for, and you have a mean.`,
		zh: `你的值除以了 ${code(name)} 的项数：要求的是总和，你算的是平均值。`,
	}),
	"source-transposed": (name) => ({
		en: `Your value is what comes out with ${code(name)} transposed: look at which index is the row.`,
		zh: `你的值是把 ${code(name)} 转置之后的结果：检查哪个下标是行。`,
	}),
	"source-reversed": (name) => ({
		en: `Your value is what comes out when ${code(name)} is read from its end.`,
		zh: `你的值是从末尾开始读 ${code(name)} 时的结果。`,
	}),
	exchanged: (one, other) => ({
		en: `Your value is what comes out when ${code(one)} and ${code(other)} change places.`,
		zh: `你的值是 ${code(one)} 与 ${code(other)} 互换位置时的结果。`,
	}),
	"in-place-of": (used, meant) => ({
		en: `Your value is what comes out with ${code(used)} in the place of ${code(meant)}.`,
		zh: `你的值是在该用 ${code(meant)} 的地方用了 ${code(used)} 的结果。`,
	}),
	"returned-itself": (name) => ({
		en: `You return ${code(name)} as it is; this step is still to be done to it.`,
		zh: `你直接返回了 ${code(name)}；这一步的计算还没有做。`,
	}),
};

/** Kinds of slips, as ids begin. */
export const slipKinds: readonly string[] = Object.keys(sentences);

/** What a student reads about a slip; null when `id` is none. */
export function sentenceOfSlip(id: string): Localized | null {
	const [kind = "", names = ""] = id.split(":");
	const sentence = Object.hasOwn(sentences, kind) ? sentences[kind] : undefined;
	return sentence ? sentence(...names.split(",")) : null;
}
