/**
 * The grader: judges one submission against one version of an exercise.
 * plan (author child) → run (student children) → judge and recognise (author child) → verdict.
 */
import { createHash } from "node:crypto";
import type { Exercise } from "../exercises/bundle.ts";
import type { Outcome, Outcomes } from "./harness/outcome.ts";
import type { Judged, RecordedValues } from "./judging/judge.ts";
import { roundHundredths } from "./judging/judge.ts";
import type { PlannedCall } from "./judging/plan.ts";
import type { WrongVersionOutcomes } from "./judging/recognise.ts";
import { receiptOf } from "./receipt.ts";
import { AuthorScriptError, askAuthor } from "./sandbox/ask-author.ts";
import type { ChildEnd } from "./sandbox/child-end.ts";
import { getChildPrograms } from "./sandbox/child-program.ts";
import type { Switches } from "./sandbox/hardening/layers.ts";
import type { AuthorMaterial } from "./sandbox/messages.ts";
import { type Lane, type LaneLender, SandboxPool } from "./sandbox/pool.ts";
import { SourceReader } from "./sandbox/read-source.ts";
import { type RunResult, runCalls, SandboxError } from "./sandbox/run-calls.ts";
import { maxSourceBytes } from "./source-limit.ts";
import type {
	CheckResult,
	Failure,
	Isolation,
	SubmissionLanguage,
	Verdict,
	VerdictStatus,
} from "./verdict.ts";
import { graderVersion } from "./version.ts";

/** What a version's own solution and wrong versions did when it was published. */
export interface Proofs {
	/** Counted budget by call id, where it is more than the least one. */
	budgets: Record<string, number>;
	/** The reference's values in cases that every seed shares. */
	recorded?: RecordedValues;
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
	/** Called when the student's program begins to run, and each time it goes on in another child. */
	onStart?: () => void;
	/** Gives up while the student's calls run: `grade` then throws the signal's reason. */
	signal?: AbortSignal;
	/** Told why a verdict is `internal_error`; the student reads only that it is. */
	onFault?: (error: Error) => void;
}

/** A version as far as its own scripts need it; `proofs` come later than the first questions. */
type Askable = Pick<GradableVersion, "exercise" | "script"> & {
	proofs?: Proofs;
};

/** How a version's own scripts are addressed in an author child. */
interface Address {
	version: string;
	material: AuthorMaterial;
}

export interface GraderOptions {
	/** Submissions that are graded at the same time. */
	size: number;
	/** `process`: a submission's program runs in a process of its own, started ahead and killed afterwards. */
	isolation?: Isolation;
	/** Layers of the sandbox to do without, for tests. */
	switches?: Partial<Switches>;
	/** Told of every sandbox child's end. */
	onChildEnd?: (child: PoolName, end: ChildEnd) => void;
}

/** Children that run submissions, that run exercises' own code, and that read sources. */
export type PoolName = "students" | "authors" | "readers";

type FatalCall =
	| "counted_budget"
	| "time_limit"
	| "memory_limit"
	| "output_limit";

const authorHeapMib = 128;

export class Grader {
	/** Run submissions. */
	readonly students: SandboxPool;
	/** Run the exercise's own code; hold expected values. */
	readonly authors: SandboxPool;
	/** Read sources. */
	readonly readers: SandboxPool;
	readonly #sources: SourceReader;
	readonly #isolation: Isolation;
	readonly #addresses = new WeakMap<
		Exercise,
		Address & { script: string; recorded: RecordedValues | undefined }
	>();

	/** Calls of submissions that ended in a limit since the start, by kind; "counted_budget" is the counter's. */
	readonly fatalCalls: Record<FatalCall, number> = {
		counted_budget: 0,
		time_limit: 0,
		memory_limit: 0,
		output_limit: 0,
	};

	constructor({
		size,
		isolation = "isolate",
		switches = {},
		onChildEnd,
	}: GraderOptions) {
		this.#isolation = isolation;
		const tell = (pool: PoolName) => (end: ChildEnd) => onChildEnd?.(pool, end);
		this.students = new SandboxPool({
			size,
			spares: 1,
			isOneUse: isolation === "process",
			switches,
			onChildEnd: tell("students"),
		});
		this.authors = new SandboxPool({
			size,
			kind: "author",
			switches,
			onChildEnd: tell("authors"),
		});
		this.readers = new SandboxPool({
			size,
			kind: "transform",
			switches,
			onChildEnd: tell("readers"),
		});
		this.#sources = new SourceReader(this.readers);
	}

	/** Starts the children that the first submissions will need. */
	async warm(): Promise<void> {
		await Promise.all(this.#pools.map((pool) => pool.warm()));
	}

	async close(): Promise<void> {
		await Promise.all(this.#pools.map((pool) => pool.close()));
	}

	/** Process ids of all living children. */
	get pids(): number[] {
		return this.#pools.flatMap((pool) => pool.pids);
	}

	get #pools(): SandboxPool[] {
		return [this.students, this.authors, this.readers];
	}

	/**
	 * Asks the exercise's own code; see `judging/isolate-entry.ts` for the operations.
	 * @param isFresh true: in a context in which nothing was asked before
	 */
	ask<Answer>(
		version: Askable,
		operation: string,
		input: object,
		isFresh = false,
	): Promise<Answer> {
		return this.authors.lend((lane) =>
			this.#askOn<Answer>(lane, version, operation, input, isFresh),
		);
	}

	async #askOn<Answer>(
		lane: Lane,
		version: Askable,
		operation: string,
		input: object,
		isFresh = false,
	): Promise<Answer> {
		const address = await this.#addressOf(version);
		const answer = await askAuthor(lane, {
			version: address.version,
			material: address.material,
			operation,
			input,
			isFresh,
		});
		return answer as Answer; // written by our own judging script from typed values
	}

	async #addressOf(version: Askable): Promise<Address> {
		const { exercise, script } = version;
		const recorded = version.proofs?.recorded;
		const known = this.#addresses.get(exercise);
		if (known?.script === script && known.recorded === recorded) return known;
		const { judging } = await getChildPrograms();
		const scripts = [
			script,
			`chainruleExercise=${JSON.stringify(exercise)};chainruleRecorded=${JSON.stringify(JSON.stringify(recorded ?? {}))};`,
			judging,
		];
		const hash = createHash("sha256").update(scripts.join("\0")).digest("hex");
		const address = {
			script,
			recorded,
			version: hash,
			material: { scripts, heapMib: authorHeapMib },
		};
		this.#addresses.set(exercise, address);
		return address;
	}

	plan(version: Askable, seed: number): Promise<PlannedCall[]> {
		return this.ask<PlannedCall[]>(version, "plan", { seed });
	}

	/**
	 * Grades one submission. The student's failures are values in the verdict; a fault of ours is `internal_error`.
	 * @throws AuthorScriptError when the version's own code fails
	 */
	async grade(request: GradeRequest): Promise<Verdict> {
		const startedAt = performance.now();
		const { version, source } = request;
		if (Buffer.byteLength(source, "utf8") > maxSourceBytes) {
			const message = `the source is larger than ${maxSourceBytes / 1024} KiB`;
			return this.#verdict(
				request,
				compileFailure(version.exercise, { message, line: 1, column: 1 }),
				startedAt,
			);
		}
		try {
			return await this.authors.lend((lane) =>
				this.#gradeOn(lane, request, startedAt),
			);
		} catch (error) {
			if (!(error instanceof SandboxError)) throw error;
			request.onFault?.(error);
			return this.#verdict(
				request,
				internalFailure(version.exercise, error.message),
				startedAt,
			);
		}
	}

	/** @param lane of author children: it plans, and judges when the submission has been run */
	async #gradeOn(
		lane: Lane,
		request: GradeRequest,
		startedAt: number,
	): Promise<Verdict> {
		const { version, source, seed } = request;
		const [read, calls] = await Promise.all([
			this.#sources.read(source),
			this.#askOn<PlannedCall[]>(lane, version, "plan", { seed }),
		]);
		if (read.kind === "compile_error") {
			return this.#verdict(
				request,
				compileFailure(version.exercise, read),
				startedAt,
				undefined,
				read.isBackstop,
			);
		}
		let early: Promise<{ judged: Judged; isClocked: boolean }> | undefined;
		const run = await runCalls(this.students, {
			code: read.code,
			positions: read.positions,
			calls,
			limits: version.exercise.limits,
			budgets: version.proofs.budgets,
			seed,
			withSecondPass: true,
			onProgress: request.onProgress,
			onStart: request.onStart,
			signal: request.signal,
			// Judged while the second pass runs, which mostly confirms the first.
			onFirstPass: (outcomes) => {
				early = this.#judge(lane, request, outcomes);
				early.catch(() => undefined); // whoever needs it hears of it
			},
		}).finally(() => early?.catch(() => undefined));
		this.#countFatalCalls(run.outcomes);
		if (run.compileError) {
			return this.#verdict(
				request,
				compileFailure(version.exercise, run.compileError),
				startedAt,
				run,
			);
		}
		const { judged, isClocked } = await (early && run.isConfirmed
			? early
			: this.#judge(lane, request, run.outcomes));
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
			await this.#nameMistakes(lane, request, calls, run.outcomes, result);
		return this.#verdict(
			request,
			result,
			startedAt,
			run,
			run.hasBackstop || isClocked,
		);
	}

	/**
	 * A formula that is quick at the expected values may take for ever at a student's own, e.g. at a table of 60 000 rows.
	 * Then nothing follows from them, and what is judged is what was returned.
	 * @throws AuthorScriptError when the version's own code fails by itself
	 */
	async #judge(
		lane: Lane,
		{ version, seed }: GradeRequest,
		outcomes: Outcomes,
	): Promise<{ judged: Judged; isClocked: boolean }> {
		const ask = (withFollowThrough: boolean) =>
			this.#askOn<Judged>(lane, version, "judge", {
				seed,
				outcomes,
				withFollowThrough,
				// Where the solution itself counts far, the steps' formulas take long as well.
				heavyCalls: Object.keys(version.proofs.budgets),
			});
		try {
			return { judged: await ask(true), isClocked: false };
		} catch (error) {
			if (!(error instanceof AuthorScriptError)) throw error;
			return { judged: await ask(false), isClocked: true };
		}
	}

	/** The verdict of a submission that we could not grade: ours, costing no attempt and no points. */
	giveUp(request: GradeRequest, message: string): Verdict {
		const failure = internalFailure(request.version.exercise, message);
		return this.#verdict(request, failure, performance.now());
	}

	#countFatalCalls(outcomes: Outcomes): void {
		for (const outcome of Object.values(outcomes)) {
			if (outcome.kind === "time_limit") this.fatalCalls.counted_budget++;
			if (outcome.kind === "output_limit") this.fatalCalls.output_limit++;
			if (outcome.kind === "backstop") this.fatalCalls[outcome.limit]++;
		}
	}

	/** Compares the submission's outcomes with those of the wrong versions, on this attempt's own inputs. */
	async #nameMistakes(
		lane: Lane,
		request: GradeRequest,
		calls: readonly PlannedCall[],
		outcomes: Outcomes,
		result: Conclusion,
	): Promise<void> {
		const { version, seed } = request;
		const ask = (wrongVersions: WrongVersionOutcomes[], isExact: boolean) =>
			this.#askOn<Record<string, string[]>>(lane, version, "recognise", {
				seed,
				outcomes,
				checks: result.checks,
				wrongVersions,
				isExact,
			});
		// First by what was recorded for the fixed calls: cheap, and enough for versions that must never be run again.
		const recorded = version.proofs.wrong.map(({ name, fixedOutcomes }) => ({
			name,
			outcomes: fixedOutcomes,
		}));
		const candidates = new Set(
			Object.values(await ask(recorded, false)).flat(),
		);
		if (candidates.size === 0) return;
		const exact: WrongVersionOutcomes[] = [];
		for (const { name, source, endsInLimit, fixedOutcomes } of version.proofs
			.wrong) {
			if (!candidates.has(name)) continue;
			const outcomes = endsInLimit
				? fixedOutcomes
				: await this.#runOn(held(lane), version, source, calls, seed);
			// What a clock decided may differ on another machine: then only the recorded outcomes count.
			const isClocked = Object.values(outcomes).some(
				(outcome) => outcome.kind === "backstop",
			);
			exact.push({ name, outcomes: isClocked ? fixedOutcomes : outcomes });
		}
		const named = await ask(exact, true);
		// A recorded mistake says more than slips of the library, also of the checks where it is not seen to the last digit.
		if (Object.keys(named).length > 0)
			for (const check of result.checks) check.mistakes = named[check.id] ?? [];
		const order = Object.keys(version.exercise.wrong);
		const all = new Set(result.checks.flatMap((check) => check.mistakes));
		result.mistakes = [
			...order.filter((name) => all.has(name)),
			...[...all].filter((name) => !order.includes(name)),
		];
	}

	/** Outcomes of an author's own source (solution, wrong version, mutant) in an author child. */
	runAuthorSource(
		version: Pick<GradableVersion, "exercise"> & { proofs?: Proofs },
		source: string,
		calls: readonly PlannedCall[],
		seed: number,
	): Promise<Record<string, Outcome>> {
		return this.#runOn(this.authors, version, source, calls, seed);
	}

	async #runOn(
		lanes: LaneLender,
		version: Pick<GradableVersion, "exercise"> & { proofs?: Proofs },
		source: string,
		calls: readonly PlannedCall[],
		seed: number,
	): Promise<Record<string, Outcome>> {
		const run = await this.#runOnce(lanes, version, source, calls, seed);
		if (run && !run.compileError) return run.outcomes;
		return Object.fromEntries(
			calls.map((call) => [call.id, { kind: "skipped" as const }]),
		);
	}

	/**
	 * One pass of a program that gives nothing away, where and as fast as a submission runs.
	 * @returns null when it cannot be read
	 */
	runAsSubmission(
		version: Pick<GradableVersion, "exercise"> & { proofs?: Proofs },
		source: string,
		calls: readonly PlannedCall[],
		seed: number,
	): Promise<RunResult | null> {
		return this.#runOnce(this.students, version, source, calls, seed);
	}

	async #runOnce(
		lanes: LaneLender,
		version: Pick<GradableVersion, "exercise"> & { proofs?: Proofs },
		source: string,
		calls: readonly PlannedCall[],
		seed: number,
	): Promise<RunResult | null> {
		const read = await this.#sources.read(source);
		if (read.kind === "compile_error") return null;
		return runCalls(lanes, {
			code: read.code,
			positions: read.positions,
			calls,
			limits: version.exercise.limits,
			budgets: version.proofs?.budgets ?? {},
			seed,
			withSecondPass: false,
		});
	}

	#verdict(
		request: GradeRequest,
		result: Conclusion,
		startedAt: number,
		run?: RunResult,
		hasBackstop = run?.hasBackstop ?? false,
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
			isolation: this.#isolation,
			level: this.students.level,
			reproducible: !hasBackstop && result.status !== "internal_error",
		};
		return { ...verdict, receipt: receiptOf(verdict, source) };
	}
}

/** A lane that is held already lends itself. */
function held(lane: Lane): LaneLender {
	return { lend: (work) => work(lane), lendAlone: (work) => work(lane) };
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
		// A student may make a place up from a call's input: of hidden ones, only the check that shows one has a place.
		const hasPlace =
			call.isVisible ||
			checks.some((check) => check.id === call.checkId && check.shown);
		const [line, column] = hasPlace ? (run.positions[call.id] ?? []) : [];
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
