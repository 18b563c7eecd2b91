/** Runs a version's own solution and wrong versions once, to store what they did: budgets and outcomes. */
import { BundleError } from "../../exercises/bundle.ts";
import type { CompiledBundle } from "../bundles/compile-cases.ts";
import type { GradableVersion, Grader, Proofs } from "../grader.ts";
import type { Outcome } from "../harness/outcome.ts";
import type { RecordedValues } from "../judging/judge.ts";
import { minimalBudget } from "../sandbox/run-calls.ts";

/** A call may count this many times what the solution counts on it. */
const budgetFactor = 50;
/** While it is being counted, the solution itself is held by its CPU time alone. */
const uncounted = Number.MAX_SAFE_INTEGER;
/** Draws differ from seed to seed; budgets cover the largest of these. */
const recordedSeeds = [0, 1, 2];

/**
 * @throws BundleError when the solution does not answer every call
 */
export async function recordProofs(
	grader: Grader,
	compiled: CompiledBundle,
): Promise<Proofs> {
	const version = {
		exercise: compiled.bundle.exercise,
		script: compiled.script,
	};
	const budgets: Record<string, number> = {};
	for (const seed of recordedSeeds) {
		const calls = await grader.plan(version, seed);
		const unlimited = Object.fromEntries(
			calls.map((call) => [call.id, uncounted]),
		);
		const outcomes = await grader.runAuthorSource(
			{ ...version, proofs: { budgets: unlimited, wrong: [] } },
			compiled.bundle.solution,
			calls,
			seed,
		);
		for (const call of calls) {
			const outcome = outcomes[call.id];
			if (
				outcome?.kind !== "value" &&
				!(outcome?.kind === "error" && outcome.name === call.throws)
			) {
				throw new BundleError(
					"solution.ts",
					`${call.name} in ${call.caseId} (seed ${seed}) ended as ${describe(outcome)}`,
				);
			}
			const budget = budgetFactor * (outcome.ticks ?? 0);
			if (budget > minimalBudget)
				budgets[call.id] = Math.max(budgets[call.id] ?? 0, budget);
		}
	}
	const calls = await grader.plan(version, 0);
	const fixedCalls = calls.filter((call) => call.isFixed);
	const wrong: Proofs["wrong"] = [];
	for (const [name, source] of Object.entries(compiled.bundle.wrong)) {
		const outcomes = await grader.runAuthorSource(
			{ ...version, proofs: { budgets, wrong: [] } },
			source,
			fixedCalls,
			0,
		);
		const kinds = Object.values(outcomes).map((outcome) => outcome.kind);
		const endsInLimit = kinds.some(
			(kind) =>
				kind === "time_limit" || kind === "output_limit" || kind === "backstop",
		);
		wrong.push({
			name,
			source,
			endsInLimit,
			fixedOutcomes: stripped(outcomes),
		});
	}
	const recorded = await grader.ask<RecordedValues>(version, "valuesToRecord", {
		seed: 0,
	});
	return { budgets, recorded, wrong };
}

/** Only what recognition compares: no console, stack or count. */
function stripped(outcomes: Record<string, Outcome>): Record<string, Outcome> {
	return Object.fromEntries(
		Object.entries(outcomes).map(([id, outcome]) => {
			const {
				ticks: _ticks,
				console: _console,
				...kept
			} = outcome as Outcome & { ticks?: number; console?: string[] };
			return [id, "stack" in kept ? { ...kept, stack: "" } : kept];
		}),
	);
}

function describe(outcome: Outcome | undefined): string {
	if (!outcome) return "nothing";
	return outcome.kind === "error"
		? `${outcome.name}: ${outcome.message}`
		: outcome.kind;
}

/** A compiled bundle with its proofs, ready to grade with. */
export async function prepareVersion(
	grader: Grader,
	compiled: CompiledBundle,
): Promise<GradableVersion> {
	const proofs = await recordProofs(grader, compiled);
	return {
		version: compiled.version,
		exercise: compiled.bundle.exercise,
		script: compiled.script,
		proofs,
	};
}
