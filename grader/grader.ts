/**
 * The grader: judges one submission against one version of an exercise.
 * plan (author child) → run (student children) → judge and recognise (author child) → verdict.
 */
import type { Exercise } from "../exercises/bundle.ts";
import type { Outcome, Outcomes } from "./harness/outcome.ts";
import type { Judged } from "./judging/judge.ts";
import { roundHundredths } from "./judging/judge.ts";
import type { PlannedCall } from "./judging/plan.ts";
import type { WrongVersionOutcomes } from "./judging/recognise.ts";
import { receiptOf } from "./receipt.ts";
import { askAuthor } from "./sandbox/ask-author.ts";
import { getChildProgram } from "./sandbox/child-program.ts";
import { SandboxPool } from "./sandbox/pool.ts";
import { type RunResult, runCalls, SandboxError } from "./sandbox/run-calls.ts";
import { maxSourceBytes } from "./source-limit.ts";
import type {
	CheckResult,
	Failure,
	SubmissionLanguage,
	Verdict,
	VerdictStatus,
} from "./verdict.ts";
import { graderVersion } from "./version.ts";

/** What a version's own solution and wrong versions did when it was published. */
export interface Proofs {
	/** Counted budget by call id, where it is more than the least one. */
	budgets: Record<string, number>;
	wrong: {
		name: string;
		source: string;
		endsInLimit: boolean;
		fixedOutcomes: Record<string, Outcome>;
	}[];
}

/** A version as the grader uses it. */
export interface GradableVersion {
	version: string;
	exercise: Exercise;
	script: string;
	proofs: Proofs;
}

export interface GradeRequest {
	version: GradableVersion;
	source: string;
	language: SubmissionLanguage;
	/** Integer 0 … 2⁵³−1. */
	seed: number;
	onProgress?: (done: number, total: number) => void;
	/** Told why a verdict is `internal_error`; the student reads only that it is. */
	onFault?: (error: Error) => void;
}

export class Grader {
	readonly students: SandboxPool;
	readonly authors: SandboxPool;

	/** @param size submissions that are graded at the same time */
	constructor(size: number) {
		this.students = new SandboxPool(size);
		this.authors = new SandboxPool(size);
	}

	async close(): Promise<void> {
		await Promise.all([this.students.close(), this.authors.close()]);
	}

	/** Asks the exercise's own code; see `judging/isolate-entry.ts` for the operations. */
	async ask<Answer>(
		version: Pick<GradableVersion, "exercise" | "script">,
		operation: string,
		input: object,
	): Promise<Answer> {
		const { judging } = await getChildProgram();
		const answer = await askAuthor(
			this.authors,
			[version.script, judging],
			operation,
			{
				exercise: version.exercise,
				...input,
			},
		);
		return answer as Answer; // written by our own judging script from typed values
	}

	plan(
		version: Pick<GradableVersion, "exercise" | "script">,
		seed: number,
	): Promise<PlannedCall[]> {
		return this.ask<PlannedCall[]>(version, "plan", { seed });
	}

	/**
	 * Grades one submission. The student's failures are values in the verdict; a fault of ours is `internal_error`.
	 * @throws AuthorScriptError when the version's own code fails
	 */
	async grade(request: GradeRequest): Promise<Verdict> {
		const startedAt = performance.now();
		const { version, source, seed } = request;
		if (Buffer.byteLength(source, "utf8") > maxSourceBytes) {
			const message = `the source is larger than ${maxSourceBytes / 1024} KiB`;
			return this.#verdict(
				request,
				compileFailure(version.exercise, { message, line: 1, column: 1 }),
				startedAt,
			);
		}
		const calls = await this.plan(version, seed);
		let run: RunResult;
		try {
			run = await runCalls(this.students, {
				source,
				calls,
				limits: version.exercise.limits,
				budgets: version.proofs.budgets,
				seed,
				withSecondPass: true,
				onProgress: request.onProgress,
			});
		} catch (error) {
			if (!(error instanceof SandboxError)) throw error;
			request.onFault?.(error);
			return this.#verdict(
				request,
				internalFailure(version.exercise, error.message),
				startedAt,
			);
		}
		if (run.compileError) {
			return this.#verdict(
				request,
				compileFailure(version.exercise, run.compileError),
				startedAt,
				run,
			);
		}
		const judged = await this.ask<Judged>(version, "judge", {
			seed,
			outcomes: run.outcomes,
		});
		if (calls.length === 0 || Object.keys(run.outcomes).length === 0) {
			return this.#verdict(
				request,
				internalFailure(version.exercise, "no check was run"),
				startedAt,
				run,
			);
		}
		const result = conclude(judged, calls, run);
		if (result.status !== "accepted")
			await this.#nameMistakes(request, calls, run.outcomes, result);
		return this.#verdict(request, result, startedAt, run);
	}

	/** The verdict of a submission that we could not grade: ours, costing no attempt and no points. */
	giveUp(request: GradeRequest, message: string): Verdict {
		const failure = internalFailure(request.version.exercise, message);
		return this.#verdict(request, failure, performance.now());
	}

	/** Compares the submission's outcomes with those of the wrong versions, on this attempt's own inputs. */
	async #nameMistakes(
		request: GradeRequest,
		calls: readonly PlannedCall[],
		outcomes: Outcomes,
		result: Conclusion,
	): Promise<void> {
		const { version, seed } = request;
		const ask = (wrongVersions: WrongVersionOutcomes[]) =>
			this.ask<Record<string, string[]>>(version, "recognise", {
				seed,
				outcomes,
				checks: result.checks,
				wrongVersions,
			});
		// First by what was recorded for the fixed calls: cheap, and enough for versions that must never be run again.
		const recorded = version.proofs.wrong.map(({ name, fixedOutcomes }) => ({
			name,
			outcomes: fixedOutcomes,
		}));
		const candidates = new Set(Object.values(await ask(recorded)).flat());
		if (candidates.size === 0) return;
		const exact: WrongVersionOutcomes[] = [];
		for (const { name, source, endsInLimit, fixedOutcomes } of version.proofs
			.wrong) {
			if (!candidates.has(name)) continue;
			const outcomes = endsInLimit
				? fixedOutcomes
				: await this.runAuthorSource(version, source, calls, seed);
			// What a clock decided may differ on another machine: then only the recorded outcomes count.
			const isClocked = Object.values(outcomes).some(
				(outcome) => outcome.kind === "backstop",
			);
			exact.push({ name, outcomes: isClocked ? fixedOutcomes : outcomes });
		}
		const named = await ask(exact);
		for (const check of result.checks) {
			const names = named[check.id];
			// A recorded mistake says more than a slip of the library.
			if (names) check.mistakes = names;
		}
		const order = Object.keys(version.exercise.wrong);
		const all = new Set(result.checks.flatMap((check) => check.mistakes));
		result.mistakes = [
			...order.filter((name) => all.has(name)),
			...[...all].filter((name) => !order.includes(name)),
		];
	}

	/** Outcomes of an author's own source (solution, wrong version, mutant) in an author child. */
	async runAuthorSource(
		version: Pick<GradableVersion, "exercise"> & { proofs?: Proofs },
		source: string,
		calls: readonly PlannedCall[],
		seed: number,
	): Promise<Record<string, Outcome>> {
		const { outcomes, compileError } = await runCalls(this.authors, {
			source,
			calls,
			limits: version.exercise.limits,
			budgets: version.proofs?.budgets ?? {},
			seed,
			withSecondPass: false,
		});
		if (compileError)
			return Object.fromEntries(
				calls.map((call) => [call.id, { kind: "skipped" as const }]),
			);
		return outcomes;
	}

	#verdict(
		request: GradeRequest,
		result: Conclusion,
		startedAt: number,
		run?: RunResult,
	): Verdict {
		const { version, language, seed, source } = request;
		const maxPoints = roundHundredths(
			version.exercise.checks.reduce((sum, check) => sum + check.points, 0),
		);
		const verdict: Omit<Verdict, "receipt"> = {
			schema: 1,
			status: result.status,
			points: roundHundredths(
				result.checks.reduce((sum, check) => sum + check.points, 0),
			),
			maxPoints,
			exercise: { slug: version.exercise.slug, version: version.version },
			language,
			seed,
			...(result.failure ? { failure: result.failure } : {}),
			...(result.firstWrongStep
				? { firstWrongStep: result.firstWrongStep }
				: {}),
			mistakes: result.mistakes,
			checks: result.checks,
			console: run?.console ?? [],
			measurements: {
				cpuMs: Math.round(run?.cpuMs ?? 0),
				wallMs: Math.round(performance.now() - startedAt),
				heapMib: Math.round((run?.heapMib ?? 0) * 10) / 10,
			},
			grader: { version: graderVersion },
			engine: { node: process.versions.node, v8: process.versions.v8 },
			isolation: "isolate",
			level: "D",
			reproducible:
				!(run?.hasBackstop ?? false) && result.status !== "internal_error",
		};
		return { ...verdict, receipt: receiptOf(verdict, source) };
	}
}

interface Conclusion {
	status: VerdictStatus;
	checks: CheckResult[];
	mistakes: string[];
	failure?: Failure;
	firstWrongStep?: string | undefined;
}

/** The verdict's status: the first call in author order that met a limit or threw unasked, else by the checks. */
function conclude(
	judged: Judged,
	calls: readonly PlannedCall[],
	run: RunResult,
): Conclusion {
	const { checks, firstWrongStep } = judged;
	const base = {
		checks,
		firstWrongStep,
		mistakes: [...new Set(checks.flatMap((check) => check.mistakes))],
	};
	for (const call of calls) {
		const outcome = run.outcomes[call.id];
		if (!outcome) continue;
		const kind = failureKind(outcome, call);
		if (!kind) continue;
		const [line, column] = run.positions[call.id] ?? [];
		const failure: Failure = {
			kind,
			checkId: call.checkId,
			caseId: call.caseId,
			...(line ? { line } : {}),
			...(column ? { column } : {}),
			message: failureMessage(outcome, call),
		};
		return { ...base, status: kind, failure };
	}
	if (checks.every((check) => check.status === "passed"))
		return { ...base, status: "accepted" };
	return {
		...base,
		status: checks.some((check) => check.points > 0)
			? "partial"
			: "wrong_answer",
	};
}

function failureKind(
	outcome: Outcome,
	call: PlannedCall,
): VerdictStatus | null {
	switch (outcome.kind) {
		case "time_limit":
		case "output_limit":
			return outcome.kind;
		case "backstop":
			return outcome.limit;
		case "error":
			return call.throws === undefined ? "runtime_error" : null;
		default:
			return null;
	}
}

function failureMessage(outcome: Outcome, call: PlannedCall): string {
	switch (outcome.kind) {
		case "error": {
			// What a hidden call throws may carry its hidden input.
			if (!call.isVisible) return `${outcome.name} thrown in a hidden case`;
			return outcome.message === ""
				? outcome.name
				: `${outcome.name}: ${outcome.message}`;
		}
		case "time_limit":
			return "the counted budget of this call was used up";
		case "output_limit":
			return "the result is larger than the exercise allows";
		case "backstop":
			return outcome.limit === "memory_limit"
				? "the memory limit was met"
				: "the time limit was met";
		default:
			return "";
	}
}

function unjudgedChecks(exercise: Exercise): CheckResult[] {
	return exercise.checks.map((check) => ({
		id: check.id,
		title: check.title,
		status: "skipped",
		points: 0,
		maxPoints: check.points,
		visible: check.visible,
		cases: { passed: 0, total: 0 },
		followThroughPoints: 0,
		mistakes: [],
	}));
}

function compileFailure(
	exercise: Exercise,
	error: NonNullable<RunResult["compileError"]>,
): Conclusion {
	const failure: Failure = { kind: "compile_error", ...error };
	return {
		status: "compile_error",
		checks: unjudgedChecks(exercise),
		mistakes: [],
		failure,
	};
}

function internalFailure(exercise: Exercise, message: string): Conclusion {
	const failure: Failure = { kind: "internal_error", message };
	return {
		status: "internal_error",
		checks: unjudgedChecks(exercise),
		mistakes: [],
		failure,
	};
}
