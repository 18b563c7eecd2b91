/**
 * Which recorded wrong version a submission behaves like. Only behaviour counts, so renaming, reformatting and rewriting
 * change nothing: on every call of one function, kind of outcome, value, error class and changed arguments must agree.
 */
import type { Tolerance } from "../../exercises/authoring/cases.ts";
import type { Outcome, Outcomes } from "../harness/outcome.ts";
import { findRefused, fromWire } from "../harness/wire.ts";
import type { CheckResult } from "../verdict.ts";
import { findDifference } from "./compare.ts";
import { judgeCase, type RecordedValues } from "./judge.ts";
import type { PlannedCase } from "./plan.ts";

/** A wrong version's outcomes: of this attempt's calls, or, when it ends in a limit, as recorded for the fixed calls only. */
export interface WrongVersionOutcomes {
	name: string;
	outcomes: Outcomes;
}

/**
 * @param isExact false: `wrongVersions` hold fixed calls only, and all that may fit is wanted
 * @returns check id → names of the wrong versions that behave like the submission wherever any of that check's functions is called
 */
export function recognise(
	tolerance: Tolerance,
	planned: readonly PlannedCase[],
	checks: readonly CheckResult[],
	outcomes: Outcomes,
	wrongVersions: readonly WrongVersionOutcomes[],
	recorded: RecordedValues = {},
	isExact = true,
): Record<string, string[]> {
	const wrongFunctions = new Set<string>();
	const functionsOf = new Map<string, Set<string>>();
	const failedChecks = new Set(
		checks
			.filter((check) => check.status !== "passed")
			.map((check) => check.id),
	);
	for (const plannedCase of planned) {
		const names = functionsOf.get(plannedCase.checkId) ?? new Set<string>();
		const { definition } = plannedCase;
		if (definition.kind === "purity")
			for (const fn of definition.fns) names.add(fn.name);
		else names.add(definition.fn.name);
		// A gradient is held against the forward function, which may be the one that is wrong.
		if (definition.kind === "gradient") names.add(definition.forward.name);
		functionsOf.set(plannedCase.checkId, names);
		if (failedChecks.has(plannedCase.checkId))
			for (const name of names) wrongFunctions.add(name);
	}
	const matches = new Map<string, string[]>();
	const callsOf = (name: string) =>
		planned.flatMap((plannedCase) =>
			plannedCase.calls
				.filter((call) => call.name === name)
				.map((call) => ({
					id: call.id,
					tolerance: toleranceOf(plannedCase, tolerance),
				})),
		);
	const matchesOf = (name: string): string[] => {
		const known = matches.get(name);
		if (known) return known;
		const calls = callsOf(name);
		const found = wrongVersions
			.filter((version) => likeness(calls, outcomes, version.outcomes) === 1)
			.map((version) => version.name);
		matches.set(name, found);
		return found;
	};
	/** The calls in which a version is wrong, by function. */
	const errorsOf = ({ outcomes: own }: WrongVersionOutcomes) => {
		const wrong = planned.filter(
			(plannedCase) =>
				(plannedCase.definition.kind === "fixed" ||
					plannedCase.definition.kind === "property") &&
				plannedCase.calls.every(
					(call) => (own[call.id]?.kind ?? "skipped") !== "skipped",
				) &&
				!judgeCase(tolerance, plannedCase, own, recorded, false).isRight,
		);
		return Map.groupBy(
			wrong.flatMap((plannedCase) =>
				plannedCase.calls.map(({ id, name }) => ({
					id,
					name,
					tolerance: toleranceOf(plannedCase, tolerance),
				})),
			),
			({ name }) => name,
		);
	};
	/** In how many functions a version errs; null when the submission does not err there as well, by and large. */
	const explained = (name: string): number | null => {
		const version = wrongVersions.find((one) => one.name === name);
		if (!version) return null;
		const errors = [...errorsOf(version).values()];
		// Not to the last digit: a run that leaves for infinity tells apart what is written in another order.
		const isWhole = errors.every(
			(calls) => likeness(calls, outcomes, version.outcomes) >= 0.5,
		);
		return isWhole ? errors.length : null;
	};
	const named: Record<string, string[]> = {};
	for (const id of failedChecks) {
		// On all of them: a function the submission has right says nothing about the one it has wrong.
		const functions = [...(functionsOf.get(id) ?? [])];
		const fitting = wrongVersions
			.map(({ name }) => name)
			.filter((name) => functions.every((fn) => matchesOf(fn).includes(name)))
			.flatMap((name) => {
				const errs = explained(name);
				return errs === null ? [] : [{ name, errs }];
			});
		// Who explains more of what is wrong explains it better.
		const most = Math.max(0, ...fitting.map(({ errs }) => errs));
		const names = fitting
			.filter(({ errs }) => !isExact || errs === most)
			.map(({ name }) => name);
		if (names.length > 0) named[id] = names;
	}
	return named;
}

function toleranceOf(
	plannedCase: PlannedCase,
	tolerance: Tolerance,
): Tolerance {
	const { definition } = plannedCase;
	const own =
		definition.kind === "fixed" || definition.kind === "property"
			? definition.tolerance
			: undefined;
	return own ?? tolerance;
}

/** Share of the calls that both came to an end in and agree on, 0 … 1; 0 when there is none. */
function likeness(
	calls: readonly { id: string; tolerance: Tolerance }[],
	student: Outcomes,
	wrong: Outcomes,
): number {
	let compared = 0;
	let agreed = 0;
	for (const { id, tolerance } of calls) {
		const a = student[id];
		const b = wrong[id];
		if (!a || !b || a.kind === "skipped" || b.kind === "skipped") continue;
		compared++;
		if (agree(a, b, tolerance)) agreed++;
	}
	return compared === 0 ? 0 : agreed / compared;
}

function agree(a: Outcome, b: Outcome, tolerance: Tolerance): boolean {
	if (limitKind(a) !== null || limitKind(b) !== null)
		return limitKind(a) === limitKind(b);
	if (a.kind === "error" && b.kind === "error") return a.name === b.name;
	if (a.kind !== "value" || b.kind !== "value")
		return a.kind === b.kind && a.kind !== "unstable";
	if (
		(a.mutated ?? false) !== (b.mutated ?? false) ||
		(a.shared ?? false) !== (b.shared ?? false)
	)
		return false;
	if (findRefused(a.value) || findRefused(b.value))
		return JSON.stringify(a.value) === JSON.stringify(b.value);
	return (
		findDifference(fromWire(a.value), fromWire(b.value), tolerance) === null
	);
}

function limitKind(outcome: Outcome): string | null {
	if (outcome.kind === "backstop") return outcome.limit;
	return outcome.kind === "time_limit" || outcome.kind === "output_limit"
		? outcome.kind
		: null;
}
