/** Runs a submission's calls to the end, whatever they do to the children that make them. */
import type { HarnessOutcome, Outcome } from "../harness/outcome.ts";
import type { PlannedCall } from "../judging/plan.ts";
import type { PositionMap } from "../transform/erasure.ts";
import type { CallClock, JobEnd } from "./child-process.ts";
import { isolatesPerSubmission } from "./child-program.ts";
import type { CallJob, ProgramMaterial, Report } from "./messages.ts";
import type { Lane, LaneLender } from "./pool.ts";
import { secondOrder } from "./second-order.ts";

/** After this many fatal calls (limit or crash) the rest is skipped. */
const maxFatals = 3;
/** Deaths without evidence before a submission is set aside; the pauses between them grow to about ten seconds in all. */
const maxDeaths = 10;
/** After this many of them a submission runs alone, in case it was the company that starved its children. */
const sharedDeaths = 3;
const firstPauseMs = 25;
const longestPauseMs = 2_000;
/** Smallest counted budget of a call. */
export const minimalBudget = 100_000;
/** CPU time for all calls of a submission together, in multiples of one call's limit. */
const totalCpuCalls = 4;
const backstopWallFactor = 5;
/** Results of all calls together; an exercise's `outputKib` limits one of them. */
const maxTotalOutputBytes = 2 * 1024 * 1024;
const maxConsoleLines = 200;

export interface Limits {
	cpuMs: number;
	heapMib: number;
	outputKib: number;
}

export interface RunRequest {
	/** The transformed text, and the way back from its places to the student's. */
	code: string;
	positions: PositionMap;
	calls: readonly PlannedCall[];
	limits: Limits;
	/** Counted budgets by call id; `minimalBudget` where there is none. */
	budgets: Readonly<Record<string, number>>;
	seed: number;
	/** Off for an author's own versions, whose outcomes are compared and not scored. */
	withSecondPass: boolean;
	onProgress?: ((done: number, total: number) => void) | undefined;
	/** Told what the first pass came to while the second one is still to confirm it. */
	onFirstPass?: ((outcomes: Record<string, Outcome>) => void) | undefined;
	/** Called whenever a child is there and takes calls up. */
	onStart?: (() => void) | undefined;
	/** Ends the run: its child is killed, and the signal's reason is thrown. */
	signal?: AbortSignal | undefined;
}

export interface RunResult {
	compileError: { message: string; line: number; column: number } | null;
	outcomes: Record<string, Outcome>;
	/** True when the second pass has changed nothing of what `onFirstPass` was told. */
	isConfirmed: boolean;
	/** The student's own line (and column) where a call failed. */
	positions: Record<string, number[]>;
	console: string[];
	cpuMs: number;
	heapMib: number;
	/** True when a clock or the memory watch decided, which another machine may see differently. */
	hasBackstop: boolean;
}

/** We could not get a submission judged: children kept dying without a reason that is the student's. */
export class SandboxError extends Error {
	override readonly name = "SandboxError";
}

/** @throws SandboxError when children keep dying without evidence against the student */
export async function runCalls(
	lanes: LaneLender,
	request: RunRequest,
): Promise<RunResult> {
	const result: RunResult = {
		compileError: null,
		outcomes: {},
		isConfirmed: false,
		positions: {},
		console: [],
		cpuMs: 0,
		heapMib: 0,
		hasBackstop: false,
	};
	const { calls, withSecondPass } = request;
	const total = calls.length * (withSecondPass ? 2 : 1);
	const program = new Program(request);
	const first = new Pass(request, program, 1, calls, result, (done) =>
		request.onProgress?.(done, total),
	);
	const makeSecond = (repeated: readonly PlannedCall[]) =>
		new Pass(request, program, 2, repeated, result, (done) =>
			request.onProgress?.(calls.length + done, total),
		);
	let told: Record<string, Outcome> = {};
	const tellFirstPass = () => {
		told = { ...first.outcomes };
		for (const { id } of calls) told[id] ??= { kind: "skipped" };
		if (withSecondPass) request.onFirstPass?.(told);
	};
	if (withSecondPass) first.goesOnWith(makeSecond(calls), tellFirstPass);
	let second: Pass | null = null;
	const run = async (lane: Lane) => {
		await first.run(lane);
		if (!withSecondPass || result.compileError) return;
		if (second === null && first.successor === null) {
			tellFirstPass();
			second = makeSecond(
				calls.filter((call) => isFinished(first.outcomes[call.id])),
			);
		}
		second ??= first.successor;
		await second?.run(lane);
	};
	await survivingDeaths(lanes, run);
	// Visible calls have not met a hidden one yet: what the second pass tells of them might be remembered.
	Object.assign(result.positions, first.positions);
	if (result.compileError) {
		Object.assign(result.outcomes, first.outcomes);
		return result;
	}
	if (!withSecondPass) tellFirstPass();
	Object.assign(result.outcomes, told);
	if (second) {
		compare(calls, first, second, result);
		await confirmLoopLines(lanes, request, program, result);
	}
	result.isConfirmed = calls.every(
		({ id }) => result.outcomes[id] === told[id],
	);
	return result;
}

/**
 * The line at which a hidden call used its budget up is told only when the call, made alone, ends there again: with what it
 * remembers of other hidden inputs it could choose among many loops.
 */
async function confirmLoopLines(
	lanes: LaneLender,
	request: RunRequest,
	program: Program,
	result: RunResult,
): Promise<void> {
	for (const call of request.calls) {
		const outcome = result.outcomes[call.id];
		if (call.isVisible || outcome?.kind !== "time_limit") continue;
		const alone = new Pass(
			request,
			program,
			2,
			[call],
			result,
			() => undefined,
		);
		await survivingDeaths(lanes, (lane) => alone.run(lane));
		const again = alone.outcomes[call.id];
		if (again?.kind === "time_limit" && again.line === outcome.line) continue;
		result.outcomes[call.id] = { ...outcome, line: 0 };
		delete result.positions[call.id];
	}
}

/** A child died and nothing says why: whatever it had not reported is to be done again. */
class DeathWithoutEvidence extends Error {}

/** @throws SandboxError when children keep dying */
async function survivingDeaths(
	lanes: LaneLender,
	run: (lane: Lane) => Promise<void>,
): Promise<void> {
	let pauseMs = firstPauseMs;
	for (let deaths = 0; ; ) {
		try {
			if (deaths < sharedDeaths) await lanes.lend(run);
			else await lanes.lendAlone(run);
			return;
		} catch (error) {
			if (!(error instanceof DeathWithoutEvidence)) throw error;
			deaths++;
			if (deaths >= maxDeaths)
				// What a child wrote as it died may hold hidden inputs and our own paths: it is for the log, not the message.
				throw new SandboxError(`sandbox children died ${deaths} times`, {
					cause: new Error(error.message),
				});
		}
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
		pauseMs = Math.min(pauseMs * 2, longestPauseMs);
	}
}

function compare(
	calls: readonly PlannedCall[],
	first: Pass,
	second: Pass,
	result: RunResult,
): void {
	for (const call of calls) {
		const before = first.outcomes[call.id];
		if (!before || !isFinished(before)) continue;
		const after = second.outcomes[call.id];
		// What was not run a second time is not known to be a function of its inputs.
		if (!after || after.kind === "backstop")
			result.outcomes[call.id] = after ?? { kind: "skipped" };
		else if (
			after.kind === "unstable" ||
			first.essenceOf(call) !== second.essenceOf(call)
		)
			result.outcomes[call.id] = { kind: "unstable" };
		// A place that depends on what came before would tell of other hidden inputs.
		if (
			!call.isVisible &&
			String(first.positions[call.id]) !== String(second.positions[call.id])
		)
			delete result.positions[call.id];
	}
}

function isFinished(outcome: Outcome | undefined): boolean {
	return outcome?.kind === "value" || outcome?.kind === "error";
}

/** What two runs of one call must agree on besides the value. */
function essenceOf(outcome: HarnessOutcome): string {
	const { kind, mutated, shared, counts } = outcome;
	const told =
		kind === "error"
			? JSON.stringify([outcome.name, outcome.message])
			: kind === "time_limit"
				? outcome.line
				: "";
	return `${kind} ${mutated ?? false} ${shared ?? false} ${counts?.join() ?? ""} ${told}`;
}

let programs = 0;

/** What all jobs of a submission have in common, laid out once. */
class Program {
	readonly name: string;
	readonly material: ProgramMaterial;
	readonly #places: ReadonlyMap<string, number>;

	constructor({ code, calls, budgets, seed }: RunRequest) {
		programs++;
		this.name = `${programs}`;
		this.#places = new Map(calls.map((call, place) => [call.id, place]));
		const textOf = (call: PlannedCall) => {
			const job: CallJob = {
				name: call.name,
				args: call.args,
				budget: Math.max(minimalBudget, budgets[call.id] ?? 0),
				seed: `${seed}/${call.id}`,
				...(call.apply === undefined ? {} : { apply: call.apply }),
			};
			return JSON.stringify(job);
		};
		this.material = { code, calls: calls.map(textOf) };
	}

	placeOf(call: PlannedCall): number {
		return this.#places.get(call.id) ?? 0;
	}
}

/** One pass over a submission's calls; it can be run on one lane after another until it is through. */
class Pass {
	readonly outcomes: Record<string, Outcome> = {};
	readonly positions: Record<string, number[]> = {};
	/** What another run of a call must agree with, bit for bit. */
	readonly #essences = new Map<string, string>();
	readonly #request: RunRequest;
	readonly #program: Program;
	readonly #number: 1 | 2;
	readonly #calls: readonly PlannedCall[];
	readonly #result: RunResult;
	readonly #onDone: (done: number) => void;
	/** The counted budget comes first, then CPU time; isolated-vm's timeout and the wall clock wait for sleepers. */
	readonly #clock: CallClock;
	#fatalsLeft = maxFatals;
	/** Bytes of results still to be taken; together they must fit one isolate that judges them. */
	#room: number;
	/** Calls are first made at a stretch; when that does not come to an end, one by one. */
	#isAtAStretch = true;
	/** Follows in the same job when every call of this pass comes to an end of its own. */
	#next: { pass: Pass; onTurn: () => void } | null = null;
	/** The pass that followed, once it has begun. */
	successor: Pass | null = null;

	constructor(
		request: RunRequest,
		program: Program,
		number: 1 | 2,
		calls: readonly PlannedCall[],
		result: RunResult,
		onDone: (done: number) => void,
	) {
		const { cpuMs } = request.limits;
		this.#request = request;
		this.#program = program;
		this.#number = number;
		this.#calls = calls;
		this.#result = result;
		this.#onDone = onDone;
		this.#clock = {
			cpuMs,
			wallMs: cpuMs * backstopWallFactor,
			totalCpuMs: cpuMs * totalCpuCalls,
		};
		// The second pass repeats what fitted in the first.
		this.#room = number === 1 ? maxTotalOutputBytes : Number.POSITIVE_INFINITY;
	}

	/** @param onTurn called when this pass is through and `pass` has begun */
	goesOnWith(pass: Pass, onTurn: () => void): void {
		this.#next = { pass, onTurn };
	}

	/** @throws DeathWithoutEvidence */
	async run(lane: Lane): Promise<void> {
		while (!this.#isThrough()) {
			const groups = this.#groups();
			const end = await this.#runJob(lane, groups);
			this.#result.cpuMs += end.cpuMs;
			if (end.kind !== "done") this.#request.signal?.throwIfAborted();
			if (end.kind === "died") throw new DeathWithoutEvidence(end.reason);
			// What happened after the turn happened to the next pass, which goes on by itself.
			const current = this.successor ?? this;
			if (end.kind === "done") {
				this.#result.heapMib = Math.max(this.#result.heapMib, end.heapMib);
				if (current.#isThrough()) return;
				// Calls made one by one always end somewhere: a child that says otherwise is broken.
				if (end.isUnattributed && current.#isAtAStretch)
					current.#isAtAStretch = false;
				else if (current === this)
					throw new DeathWithoutEvidence("a child left calls unanswered");
			} else if (current.#isAtAStretch) {
				// Somebody among them overstayed. Finding out who costs the time again, and is not held against the others.
				current.#isAtAStretch = false;
				this.#result.hasBackstop = true;
			} else {
				this.#settleLimit(end, groups.flat());
				this.#clock.totalCpuMs -= end.cpuMs;
			}
		}
	}

	#isThrough(): boolean {
		return (
			this.#fatalsLeft <= 0 ||
			this.#clock.totalCpuMs <= 0 ||
			this.#result.compileError !== null ||
			this.#calls.every((call) => this.outcomes[call.id] !== undefined)
		);
	}

	/** What is still to be done, in the order in which to do it; each group in an isolate of its own. */
	#groups(): PlannedCall[][] {
		const remaining = this.#calls.filter(
			(call) => this.outcomes[call.id] === undefined,
		);
		if (this.#number === 1) {
			// Visible calls never share an isolate with hidden ones: nothing remembered from a hidden call can be shown.
			return [
				remaining.filter((call) => call.isVisible),
				remaining.filter((call) => !call.isVisible),
			];
		}
		return [secondOrder(remaining)];
	}

	/** The calls of the next pass, when they may follow in the same job. */
	#followers(): PlannedCall[] {
		const isOpen = this.#calls.every(
			({ id }) => !this.outcomes[id] || isFinished(this.outcomes[id]),
		);
		return this.#next && this.#isAtAStretch && isOpen
			? this.#next.pass.#groups().flat()
			: [];
	}

	async #runJob(
		lane: Lane,
		groups: readonly PlannedCall[][],
	): Promise<JobEnd & { isUnattributed?: boolean }> {
		const { limits, withSecondPass } = this.#request;
		const calls = groups.flat();
		const again = this.#followers();
		let isUnattributed = false;
		const end = await lane.run(
			{
				type: "run",
				program: this.#program.name,
				material: this.#program.material,
				groups: groups.map((group) => ({
					calls: group.map((call) => this.#program.placeOf(call)),
					isShown: this.#number === 1 && group.every((call) => call.isVisible),
				})),
				again: again.map((call) => this.#program.placeOf(call)),
				isolatesAfter:
					withSecondPass && (this.#number === 2 || again.length > 0)
						? isolatesPerSubmission
						: 0,
				isAtAStretch: this.#isAtAStretch,
				heapMib: limits.heapMib,
				outputBytes: limits.outputKib * 1024,
				moduleBudget: minimalBudget,
				wallMs: this.#clock.wallMs,
				fatalsLeft: this.#fatalsLeft,
			},
			this.#clock,
			(report) => {
				if (report.type === "unattributed") {
					isUnattributed = true;
					// One by one, promise jobs run between the calls: whether they do was a clock's decision.
					if (report.isLimit) this.#result.hasBackstop = true;
				} else this.#take(report, calls, again);
			},
			this.#request,
		);
		return { ...end, isUnattributed };
	}

	#take(
		report: Report,
		calls: readonly PlannedCall[],
		again: readonly PlannedCall[],
	): void {
		switch (report.type) {
			case "compile_error": {
				const { message } = report;
				const place = this.#request.positions.original(report);
				this.#result.compileError = { message, ...place };
				break;
			}
			case "ends":
				if (report.index < calls.length) {
					this.#takeOutcomes(report, calls, 0);
					this.#takeTurn();
				} else if (this.successor) {
					this.successor.#takeOutcomes(report, again, calls.length);
				}
				break;
			case "fatal": {
				const call = calls[report.index];
				if (call) this.#takeBackstop(call, report.limit);
				break;
			}
			default:
		}
	}

	/** @param first index of the first of `calls` among the job's */
	#takeOutcomes(
		{ index, outcomes }: Extract<Report, { type: "ends" }>,
		calls: readonly PlannedCall[],
		first: number,
	): void {
		for (const [offset, outcome] of outcomes.entries()) {
			const call = calls[index - first + offset];
			if (call) this.#takeOutcome(call, outcome);
		}
		this.#onDone(Object.keys(this.outcomes).length);
	}

	#takeTurn(): void {
		if (!this.#next || this.successor) return;
		if (!this.#calls.every(({ id }) => isFinished(this.outcomes[id]))) return;
		this.successor = this.#next.pass;
		this.#next.onTurn();
	}

	#takeOutcome(call: PlannedCall, outcome: HarnessOutcome): void {
		if (outcome.kind === "time_limit") this.#fatalsLeft--;
		if (this.#number === 1) this.#keepConsole(outcome, call);
		const position = this.#positionIn(outcome);
		if (position.length > 0) this.positions[call.id] ??= position;
		const value = outcome.kind === "value" ? JSON.stringify(outcome.value) : "";
		const essence = `${value} ${essenceOf(outcome)}`;
		const before = this.#essences.get(call.id);
		this.#essences.set(call.id, essence);
		// The second pass makes some calls twice: they must agree as well.
		if (before !== undefined && before !== essence)
			this.outcomes[call.id] = { kind: "unstable" };
		else this.outcomes[call.id] = this.#withinRoom(outcome, value.length);
	}

	/** @returns undefined when the call did not come to an end of its own */
	essenceOf(call: PlannedCall): string | undefined {
		return this.#essences.get(call.id);
	}

	#takeBackstop(call: PlannedCall, limit: "time_limit" | "memory_limit"): void {
		this.#result.hasBackstop = true;
		this.outcomes[call.id] = { kind: "backstop", limit };
		this.#fatalsLeft--;
	}

	#settleLimit(
		end: Extract<JobEnd, { kind: "limit" }>,
		calls: readonly PlannedCall[],
	): void {
		const call = end.during === null ? undefined : calls[end.during];
		// Before the first call only our own work is done: then it is the first call that could not be made.
		const blamed = call ?? calls[0];
		if (blamed) this.#takeBackstop(blamed, end.limit);
	}

	#withinRoom(outcome: Outcome, size: number): Outcome {
		if (size > this.#room) return { kind: "output_limit" };
		this.#room -= size;
		return outcome;
	}

	/** Only what visible calls print reaches the student; the child has dropped the rest already. */
	#keepConsole(outcome: HarnessOutcome, call: PlannedCall): void {
		if (!call.isVisible || !outcome.console) return;
		const { console } = this.#result;
		console.push(...outcome.console.slice(0, maxConsoleLines - console.length));
	}

	/** The student's own line and column of the first frame in their file; empty when there is none. */
	#positionIn(outcome: HarnessOutcome): number[] {
		if (outcome.kind === "time_limit") return [outcome.line];
		if (outcome.kind !== "error") return [];
		// A student may write anything into `stack`: the map keeps every position inside the source.
		const frame = /^ +at .*submission\.ts:(\d{1,6}):(\d{1,6})/m.exec(
			outcome.stack,
		);
		if (!frame) return [];
		const { line, column } = this.#request.positions.original({
			line: Number(frame[1]),
			column: Number(frame[2]),
		});
		return [line, column];
	}
}
