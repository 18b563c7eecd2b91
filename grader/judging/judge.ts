/**
 * From outcomes to check results. Runs beside the exercise's own code in an author child. Every value is compared step by step in topological order; a wrong step's followers are evaluated at the
 * student's own values, as a human marker would.
 */
import type {
	CaseDefinition,
	GradientCase,
	PurityCase,
	RefusalCase,
	Tolerance,
} from "../../exercises/authoring/cases.ts";
import {
	formatPath,
	type Path,
	type Value,
	valueAt,
} from "../../exercises/authoring/value.ts";
import type {
	CheckDeclaration,
	Exercise,
	Localized,
} from "../../exercises/bundle.ts";
import type { Outcome, Outcomes } from "../harness/outcome.ts";
import {
	findRefused,
	fromWire,
	toClipped,
	toShown,
	toWire,
	type Wire,
} from "../harness/wire.ts";
import type { CheckResult, ShownCase } from "../verdict.ts";
import {
	findDifference,
	isFiniteAndNonZero,
	relativeErrorOf,
} from "./compare.ts";
import { liveArguments, type PlannedCase } from "./plan.ts";
import { kinds, sentences } from "./sentences.ts";
import { findSlips, type StepTrial } from "./slips.ts";
import {
	applied,
	assembleResult,
	expectedResult,
	expectedValues,
	type JudgedStep,
	judgeSteps,
} from "./steps.ts";

const maxShownSteps = 60;
/** An expected value may be computed back to an argument, e.g. the z of a step that meets its target. */
const echoTolerance: Tolerance = { absolute: 1e-9, relative: 1e-9 };

/** One case after judging. `credit` and `followThrough` are shares of the case's points, 0 … 1. */
export interface JudgedCase {
	plannedCase: PlannedCase;
	isRight: boolean;
	isSkipped: boolean;
	isError: boolean;
	credit: number;
	followThrough: number;
	steps: JudgedStep[];
	message?: Localized | undefined;
	expected?: unknown;
	actual?: unknown;
	path?: Path | undefined;
	relativeError?: number | undefined;
}

export interface Judged {
	checks: CheckResult[];
	firstWrongStep?: string | undefined;
}

/**
 * Case id → the reference's value of every step, of cases whose arguments no seed changes. Recorded when the version was
 * published; a case that is not there is computed.
 */
export type RecordedValues = Readonly<Record<string, readonly Wire[]>>;

/** The values to record. A case that gives a function has none. */
export function valuesToRecord(
	planned: readonly PlannedCase[],
): Record<string, Wire[]> {
	const recorded: Record<string, Wire[]> = {};
	for (const { caseId, definition, args } of planned) {
		if (definition.kind !== "fixed") continue;
		const instances = definition.fn.unroll(liveArguments(args));
		const values: unknown[] = expectedValues(instances, definition.apply);
		if (values.some((value) => typeof value === "function")) continue;
		recorded[caseId] = values.map(toWire);
	}
	return recorded;
}

/**
 * Judges all cases. `outcomes` holds one entry for each planned call.
 * @param withFollowThrough false: the author's formulas are not evaluated at the student's own values
 * @param heavyCalls ids of calls whose steps take too long to be computed for every slip there is
 */
export function judge(
	exercise: Exercise,
	planned: readonly PlannedCase[],
	outcomes: Outcomes,
	recorded: RecordedValues = {},
	withFollowThrough = true,
	heavyCalls: readonly string[] = [],
): Judged {
	const judged = planned.map((plannedCase) =>
		judgeCase(
			exercise.tolerance,
			plannedCase,
			outcomes,
			recorded,
			withFollowThrough,
		),
	);
	settleFollowThrough(judged);
	settleGradients(judged);
	settlePurity(judged, outcomes);
	const byCheck = new Map(
		exercise.checks.map((check) => [check.id, [] as JudgedCase[]]),
	);
	for (const result of judged)
		byCheck.get(result.plannedCase.checkId)?.push(result);
	const heavy = new Set(heavyCalls);
	// By all cases of the function, whatever check they belong to: a few inputs alone fit many explanations.
	const nameSlips: NameSlips = (id, name) =>
		withFollowThrough
			? slipsOf(
					id,
					judged.filter(
						({ plannedCase }) => functionName(plannedCase.definition) === name,
					),
					exercise.tolerance,
					heavy,
				)
			: [];
	const checks = exercise.checks.map((check) =>
		summarise(check, byCheck.get(check.id) ?? [], nameSlips),
	);
	discloseOnce(checks);
	const firstWrongStep = checks.find(
		(check) => check.firstWrongStep !== undefined,
	)?.firstWrongStep;
	return { checks, firstWrongStep };
}

/** Of all hidden checks only the first failing one shows its input; an attempt buys no more than that. */
function discloseOnce(checks: readonly CheckResult[]): void {
	const [, ...others] = checks.filter((check) => !check.visible && check.shown);
	for (const check of others) delete check.shown;
}

/** Judges one case alone; follow-through and purity need all cases and are settled in `judge`. */
export function judgeCase(
	tolerance: Tolerance,
	plannedCase: PlannedCase,
	outcomes: Outcomes,
	recorded: RecordedValues = {},
	withFollowThrough = true,
): JudgedCase {
	const { definition } = plannedCase;
	if (definition.kind === "purity")
		return { ...nothing(plannedCase), isRight: true, credit: 1 };
	const results = plannedCase.calls.map(
		(call) => outcomes[call.id] ?? ({ kind: "skipped" } as const),
	);
	if (definition.kind === "refusal")
		return judgeRefusal(plannedCase, definition, results[0]);
	const spoiled = results.find((outcome) => outcome.kind !== "value");
	if (spoiled) return withExpected(spoil(plannedCase, spoiled), plannedCase);
	const values: Value[] = [];
	for (const outcome of results) {
		if (outcome.kind !== "value") continue;
		const refused = findRefused(outcome.value);
		if (refused) {
			// Its tag and its keys are words of the student's: of a hidden call they could tell the input.
			const message = plannedCase.calls[0]?.isVisible
				? sentences.refused(refused.what, refused.path)
				: sentences.noPlainData();
			return withExpected(
				{ ...nothing(plannedCase), message, actual: refused.what },
				plannedCase,
			);
		}
		values.push(fromWire(outcome.value));
	}
	if (definition.kind === "gradient")
		return judgeGradient(plannedCase, definition, values);
	return judgeValue(
		definition.tolerance ?? tolerance,
		plannedCase,
		values[0],
		recorded,
		withFollowThrough,
	);
}

function nothing(plannedCase: PlannedCase): JudgedCase {
	return {
		plannedCase,
		isRight: false,
		isSkipped: false,
		isError: false,
		credit: 0,
		followThrough: 0,
		steps: [],
	};
}

/** A case whose call gave no value. */
function spoil(plannedCase: PlannedCase, outcome: Outcome): JudgedCase {
	const base = nothing(plannedCase);
	const isVisible = plannedCase.calls[0]?.isVisible ?? false;
	const name = plannedCase.calls[0]?.name ?? "";
	switch (outcome.kind) {
		case "missing":
			return { ...base, message: sentences.missingExport(name) };
		case "skipped":
			return { ...base, isSkipped: true, message: sentences.skipped() };
		case "unstable":
			return { ...base, message: sentences.notAFunctionOfInputs() };
		case "error":
			// What a hidden call throws stays hidden: only that it threw is told.
			return {
				...base,
				isError: true,
				message: sentences.threw(
					outcome.name,
					isVisible ? outcome.message : "",
				),
			};
		case "time_limit":
			return {
				...base,
				isError: true,
				message: sentences.timeLimit(outcome.line || undefined),
			};
		case "output_limit":
			return { ...base, isError: true, message: sentences.outputLimit() };
		case "backstop": {
			const message =
				outcome.limit === "memory_limit"
					? sentences.memoryLimit()
					: sentences.timeLimit(undefined);
			return { ...base, isError: true, message };
		}
		default:
			return base;
	}
}

function withExpected(
	judged: JudgedCase,
	plannedCase: PlannedCase,
): JudgedCase {
	const { definition } = plannedCase;
	if (definition.kind !== "fixed" && definition.kind !== "property")
		return judged;
	const instances = definition.fn.unroll(liveArguments(plannedCase.args));
	return { ...judged, expected: expectedResult(instances, definition.apply) };
}

function judgeRefusal(
	plannedCase: PlannedCase,
	definition: RefusalCase,
	outcome: Outcome | undefined,
): JudgedCase {
	const base = { ...nothing(plannedCase), expected: definition.error };
	if (outcome?.kind === "error") {
		if (outcome.name === definition.error)
			return { ...base, isRight: true, credit: 1 };
		return {
			...base,
			message: sentences.wrongError(definition.error, outcome.name),
			actual: outcome.name,
		};
	}
	if (outcome?.kind === "value") {
		const actual = findRefused(outcome.value)
			? "no plain data"
			: toClipped(fromWire(outcome.value));
		return {
			...base,
			message: sentences.shouldThrow(definition.error),
			actual,
		};
	}
	return {
		...spoil(plannedCase, outcome ?? { kind: "skipped" }),
		expected: definition.error,
	};
}

function judgeValue(
	tolerance: Tolerance,
	plannedCase: PlannedCase,
	value: Value,
	recorded: RecordedValues,
	withFollowThrough: boolean,
): JudgedCase {
	const { definition } = plannedCase;
	if (definition.kind !== "fixed" && definition.kind !== "property")
		return nothing(plannedCase);
	const instances = definition.fn.unroll(liveArguments(plannedCase.args));
	const known = recorded[plannedCase.caseId];
	const steps = judgeSteps(
		instances,
		value,
		tolerance,
		known?.map(fromWire) ?? expectedValues(instances, definition.apply),
		withFollowThrough,
	);
	const returned = steps.filter((step) => step.isReturned);
	const wrong = returned.find((step) => !step.isRight);
	const rightCount = returned.filter((step) => step.isRight).length;
	const judged: JudgedCase = {
		...nothing(plannedCase),
		isRight: wrong === undefined,
		credit: returned.length === 0 ? 0 : rightCount / returned.length,
		steps,
	};
	if (wrong === undefined) return judged;
	const expected = assembleResult(
		instances,
		steps.map((step) => step.expected),
	);
	const difference = findDifference(
		wrong.actual,
		wrong.expected,
		tolerance,
		wrong.path,
	);
	return {
		...judged,
		...wrongKind(definition.fn.name, expected, value),
		expected: toShown(expected),
		actual: toClipped(value),
		path: difference?.path ?? wrong.path,
		relativeError: difference ? relativeErrorOf(difference) : undefined,
	};
}

/** When the result is of another kind altogether, its kind is what to look at before any value. */
function wrongKind(
	name: string,
	expected: Value,
	actual: Value,
): { message?: Localized } {
	const [want, got] = [kindOf(expected), kindOf(actual)];
	return want === got ? {} : { message: sentences.wrongKind(name, want, got) };
}

function kindOf(value: Value): keyof typeof kinds {
	if (value === null) return "null";
	if (Array.isArray(value)) return "array";
	const type = typeof value;
	return type in kinds ? (type as keyof typeof kinds) : "undefined";
}

/** The student's gradient against difference quotients of the student's own forward function. */
function judgeGradient(
	plannedCase: PlannedCase,
	definition: GradientCase,
	values: readonly Value[],
): JudgedCase {
	const [gradient] = values;
	const rows = definition.entries.map((entry, index) => {
		const above = valueAt(values[1 + 2 * index], entry.of);
		const below = valueAt(values[2 + 2 * index], entry.of);
		const quotient =
			typeof above === "number" && typeof below === "number"
				? (above - below) / (2 * definition.step)
				: Number.NaN;
		const actual = valueAt(gradient, entry.path);
		const agrees =
			typeof actual === "number" &&
			Number.isFinite(quotient) &&
			findDifference(actual, quotient, definition.tolerance) === null;
		return { path: entry.path, quotient, actual, agrees };
	});
	// A forward function that never changes has no slope to belong to.
	const isTelling = rows.some(
		(row) => Number.isFinite(row.quotient) && Math.abs(row.quotient) > 1e-6,
	);
	const wrong = rows.find((row) => !row.agrees);
	const right = isTelling ? rows.filter((row) => row.agrees).length : 0;
	const shown = (pick: (row: (typeof rows)[number]) => unknown) =>
		Object.fromEntries(
			rows.map((row) => [
				formatPath(row.path) || definition.fn.name,
				toShown(pick(row)),
			]),
		);
	const base = {
		...nothing(plannedCase),
		isRight: isTelling && wrong === undefined,
		credit: right / rows.length,
		expected: shown((row) => row.quotient),
		actual: shown((row) => toClipped(row.actual)),
	};
	if (!wrong) return base;
	const path = formatPath(wrong.path) || definition.fn.name;
	return { ...base, path: wrong.path, message: sentences.notBelonging(path) };
}

/**
 * Follow-through is granted per step of a function when it holds in at least two cases with different values, and gives at
 * most half of a case's points. A case in which only constant or zero values are right, or values that an argument held
 * already, earns nothing: a lazy answer would earn them too.
 */
function settleFollowThrough(judged: readonly JudgedCase[]): void {
	if (judged.every((result) => result.isRight || result.steps.length === 0))
		return;
	const followed = new Map<string, Set<string>>();
	const varied = new Set<string>();
	const wanted = new Map<string, Set<string>>();
	const keyOf = (result: JudgedCase, step: JudgedStep) =>
		`${functionName(result.plannedCase.definition)}/${step.id}`;
	const add = (map: Map<string, Set<string>>, key: string, value: unknown) => {
		const values = map.get(key) ?? new Set<string>();
		values.add(JSON.stringify(toShown(value)));
		map.set(key, values);
	};
	for (const result of judged) {
		for (const step of result.steps) {
			if (step.follows) {
				// By its place: the rows of one hard-coded run differ among themselves, but not from case to case.
				const place = `${keyOf(result, step)}/${formatPath(step.path)}`;
				add(followed, place, step.actual);
				if ((followed.get(place)?.size ?? 0) > 1)
					varied.add(keyOf(result, step));
			}
			add(wanted, keyOf(result, step), step.expected);
		}
	}
	for (const result of judged) {
		if (result.isRight || result.steps.length === 0) continue;
		const returned = result.steps.filter((step) => step.isReturned);
		const isTelling = (step: JudgedStep) =>
			isFiniteAndNonZero(step.expected) &&
			(wanted.get(keyOf(result, step))?.size ?? 0) > 1 &&
			!isEchoed(step, result.plannedCase.args);
		let followedCount = 0;
		for (const step of result.steps) {
			if (!step.follows) continue;
			step.follows = varied.has(keyOf(result, step));
			if (step.follows && step.isReturned) followedCount++;
		}
		if (
			!returned.some(
				(step) => (step.isRight && isTelling(step)) || step.follows,
			)
		)
			result.credit = 0;
		result.followThrough = Math.min(followedCount / returned.length, 0.5);
		result.credit += result.followThrough;
	}
}

/** What is expected stands in an argument already, as the whole of it or at the step's own place. */
function isEchoed(step: JudgedStep, args: readonly unknown[]): boolean {
	return args.some((arg) =>
		[valueAt(arg, []), valueAt(arg, step.path)].some(
			(value) => findDifference(value, step.expected, echoTolerance) === null,
		),
	);
}

/**
 * A backward may belong to a wrong forward function, but not to one as lazy as x + 1: its slope is the same in every case,
 * and a constant earns nothing.
 */
function settleGradients(judged: readonly JudgedCase[]): void {
	for (const result of judged) {
		const { definition } = result.plannedCase;
		if (definition.kind !== "gradient") continue;
		const isForwardRight = judged.some(
			(other) =>
				other.isRight &&
				(other.plannedCase.definition.kind === "fixed" ||
					other.plannedCase.definition.kind === "property") &&
				functionName(other.plannedCase.definition) === definition.forward.name,
		);
		// `expected` holds the difference quotients of the student's own forward function.
		const doesVary = judged.some(
			(other) =>
				other.plannedCase.definition === definition &&
				findDifference(
					other.expected as Value,
					result.expected as Value,
					definition.tolerance,
				) !== null,
		);
		if (!isForwardRight && !doesVary)
			Object.assign(result, { isRight: false, credit: 0 });
	}
}

/** Purity is earned once at least half of the functions' other cases are right; changed arguments fail it alone. */
function settlePurity(judged: readonly JudgedCase[], outcomes: Outcomes): void {
	for (const result of judged) {
		const { definition } = result.plannedCase;
		if (definition.kind !== "purity") continue;
		const names = new Set(definition.fns.map((fn) => fn.name));
		const impure = findImpure(definition, judged, outcomes);
		if (impure) {
			Object.assign(result, { isRight: false, credit: 0, message: impure });
			continue;
		}
		const others = judged.filter(
			(other) =>
				other.plannedCase.definition.kind !== "purity" &&
				names.has(functionName(other.plannedCase.definition)),
		);
		const right = others.filter((other) => other.isRight).length;
		if (right * 2 < others.length || right === 0) {
			Object.assign(result, {
				isRight: false,
				isSkipped: true,
				credit: 0,
				message: sentences.purityWaits(),
			});
		}
	}
}

function findImpure(
	definition: PurityCase,
	judged: readonly JudgedCase[],
	outcomes: Outcomes,
): Localized | null {
	const names = new Set(definition.fns.map((fn) => fn.name));
	for (const { plannedCase } of judged) {
		for (const call of plannedCase.calls) {
			const outcome = outcomes[call.id];
			if (
				!names.has(call.name) ||
				!outcome ||
				!("mutated" in outcome || "shared" in outcome)
			)
				continue;
			if (outcome.mutated) return sentences.mutated(call.name);
			if (outcome.shared) return sentences.shared(call.name);
		}
	}
	return null;
}

/** The function a case is about; a purity case is about several. */
export function functionName(definition: CaseDefinition): string {
	return definition.kind === "purity" ? "" : definition.fn.name;
}

type NameSlips = (stepId: string, functionName: string) => string[];

function summarise(
	check: CheckDeclaration,
	results: readonly JudgedCase[],
	nameSlips: NameSlips,
): CheckResult {
	const total = results.length;
	const passed = results.filter((result) => result.isRight).length;
	const share = (pick: (result: JudgedCase) => number) =>
		total === 0
			? 0
			: results.reduce((sum, result) => sum + pick(result), 0) / total;
	const failing =
		results.find((result) => !result.isRight && !result.isSkipped) ??
		results.find((result) => !result.isRight);
	const [firstWrong] = results
		.filter((result) => !result.isRight)
		.flatMap(({ steps, plannedCase }) => {
			const step = steps.find((one) => one.isReturned && !one.isRight);
			return step
				? [{ id: step.id, name: functionName(plannedCase.definition) }]
				: [];
		});
	return {
		id: check.id,
		title: check.title,
		status: statusOf(results, passed),
		points: roundHundredths(check.points * share((result) => result.credit)),
		maxPoints: check.points,
		visible: check.visible,
		cases: { passed, total },
		followThroughPoints: roundHundredths(
			check.points * share((result) => result.followThrough),
		),
		mistakes: firstWrong ? nameSlips(firstWrong.id, firstWrong.name) : [],
		...(firstWrong ? { firstWrongStep: firstWrong.id } : {}),
		...(failing ? describeFailing(failing) : {}),
	};
}

function statusOf(
	results: readonly JudgedCase[],
	passed: number,
): CheckResult["status"] {
	if (results.length > 0 && passed === results.length) return "passed";
	if (results.every((result) => result.isSkipped)) return "skipped";
	return results.some((result) => result.isError) ? "error" : "failed";
}

function describeFailing(
	failing: JudgedCase,
): Pick<CheckResult, "shown" | "message"> {
	const { definition, args } = failing.plannedCase;
	const message = failing.message ? { message: failing.message } : {};
	if (definition.kind === "purity" || failing.isSkipped) return message;
	const shown: ShownCase = {
		title: definition.title,
		input: args.map(toShown),
		expected: toShown(failing.expected) ?? null,
		actual: failing.actual ?? null,
		...(failing.path ? { path: formatPath(failing.path) } : {}),
		...(failing.relativeError === undefined
			? {}
			: { relativeError: failing.relativeError }),
	};
	if (failing.steps.length > 0) shown.steps = shownSteps(failing.steps);
	return { shown, ...message };
}

function shownSteps(
	steps: readonly JudgedStep[],
): NonNullable<ShownCase["steps"]> {
	const firstWrong = steps.find((step) => step.isReturned && !step.isRight);
	const statusOfStep = (step: JudgedStep) => {
		if (step.isRight) return "right";
		if (step.actual === undefined) return "missing";
		if (step === firstWrong) return "first-wrong";
		return step.follows ? "follow-through" : "wrong";
	};
	return steps.slice(0, maxShownSteps).map((step) => ({
		id: step.id,
		path: formatPath(step.path),
		status: statusOfStep(step),
		expected: toShown(step.expected),
		actual: toClipped(step.actual),
	}));
}

/**
 * Names the slips behind a step that is the first wrong one, when they explain it wherever it is wrong, and would have
 * changed nothing where it is right.
 */
function slipsOf(
	id: string,
	results: readonly JudgedCase[],
	tolerance: Tolerance,
	heavyCalls: ReadonlySet<string>,
): string[] {
	const trials: StepTrial[] = [];
	for (const { steps, plannedCase } of results) {
		const { definition, calls } = plannedCase;
		if (definition.kind !== "fixed" && definition.kind !== "property") continue;
		const wrong = steps.find((step) => step.isReturned && !step.isRight);
		if (wrong && wrong.id !== id) return [];
		const step = wrong ?? steps.find((one) => one.id === id);
		if (!step) continue;
		const { apply } = definition;
		trials.push({
			actual: step.actual,
			right: step.fromOwnValues,
			given: step.given(),
			others: step.others(),
			...neighbours(steps, step),
			compute: (given) => applied(step.compute?.(given), apply),
			isHeavy: calls.some((call) => heavyCalls.has(call.id)),
			tolerance: definition.tolerance ?? tolerance,
		});
	}
	return findSlips(trials);
}

/** The step's right values in the rows before and after, where it stands in a table of rounds. */
function neighbours(
	steps: readonly JudgedStep[],
	step: JudgedStep,
): Pick<StepTrial, "earlier" | "later"> {
	const rounds = steps.filter(
		({ id, path }) => id === step.id && path.length === step.path.length,
	);
	const at = rounds.indexOf(step);
	return {
		earlier: at > 0 ? rounds[at - 1]?.expected : undefined,
		later: rounds[at + 1]?.expected,
	};
}

/** Rounds half up to hundredths; the small push undoes binary rounding of values such as 1.005. */
export function roundHundredths(points: number): number {
	return Math.floor(points * 100 + 0.5 + 1e-9) / 100;
}
