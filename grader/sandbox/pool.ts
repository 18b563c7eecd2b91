/**
 * Warm children of one kind. Whoever has a submission to deal with is lent a *lane*, as many as may work at once; on it
 * runs one child, and after any incident another one. A child goes from one lane to the next only when all its jobs were
 * clean, and not at all where every submission is to have a process of its own.
 */
import {
	type ChildEnd,
	currentJob,
	noChildEnds,
	type PoolStatistics,
} from "./child-end.ts";
import { type CallClock, type JobEnd, SandboxChild } from "./child-process.ts";
import {
	type ChildKind,
	type ChildProgram,
	getChildPrograms,
} from "./child-program.ts";
import { getHardening, type Hardening } from "./hardening/hardening.ts";
import type { Level, Switches } from "./hardening/layers.ts";
import type { Job, Report } from "./messages.ts";

/** Native memory creeps up by about a KiB an isolate: a child is replaced after this many jobs. */
const maxJobsPerChild = 2_000;
/** By then whoever used the child up has most likely been judged; a start would have taken a core from that. */
const refillAfterMs = 30;

export interface PoolOptions {
	/** Lanes: how many work at the same time. */
	size: number;
	kind?: ChildKind;
	/** True: a child is killed after one lane's work, however clean, and a fresh one stands ready. */
	isOneUse?: boolean;
	/** Children that stand ready beyond one for each lane: a lane whose child was killed need not wait for the next. */
	spares?: number;
	/** Layers to do without, for tests. */
	switches?: Partial<Switches>;
	/** Told of every child's end. */
	onChildEnd?: (end: ChildEnd) => void;
}

/** Gives jobs to one child after another, on behalf of one submission. */
export interface Lane {
	/** Gives one job to a child that had no incident. A job's material is sent only to a child that does not have it. */
	run(
		job: Job,
		clock: CallClock,
		onReport: (report: Report) => void,
		watch?: JobWatch,
	): Promise<JobEnd>;
}

/** What becomes of a child whose lane is given back. */
type Fate = "reused" | "retired" | "used";

/** What else can be known of a job, and done about it. */
export interface JobWatch {
	/** Called when a child is there and is given the job. */
	onStart?: (() => void) | undefined;
	/** Kills the child: the job ends as died. */
	signal?: AbortSignal | undefined;
}

type Work<Result> = (lane: Lane) => Promise<Result>;

/** Lends lanes; see `SandboxPool`. */
export type LaneLender = Pick<SandboxPool, "lend" | "lendAlone">;

export class SandboxPool {
	readonly #size: number;
	/** Children that are alive when all is well. */
	readonly #wanted: number;
	readonly #kind: ChildKind;
	readonly #isOneUse: boolean;
	readonly #idle: SandboxChild[] = [];
	readonly #waiting: (() => void)[] = [];
	readonly #all = new Set<SandboxChild>();
	/** Lanes at work. */
	#inUse = 0;
	/** Children that are on a lane. */
	#lent = 0;
	/** Set while somebody runs alone; nobody else gets a turn. */
	#isReserved = false;
	#isClosed = false;
	#program: ChildProgram | null = null;
	#hardening: Hardening | null = null;
	readonly #switches: Partial<Switches>;
	#started = 0;
	readonly #ended = noChildEnds();
	readonly #onChildEnd: ((end: ChildEnd) => void) | undefined;

	constructor({
		size,
		kind = "student",
		isOneUse = false,
		spares = 0,
		switches = {},
		onChildEnd,
	}: PoolOptions) {
		if (!(Number.isInteger(size) && size > 0))
			throw new RangeError(
				`expected a pool of at least one child; got ${size}`,
			);
		this.#size = size;
		this.#wanted = size + spares;
		this.#kind = kind;
		this.#isOneUse = isOneUse;
		this.#switches = switches;
		this.#onChildEnd = onChildEnd;
	}

	/** The level around this pool's children; "D" while it has not started any. */
	get level(): Level {
		return this.#hardening?.level ?? "D";
	}

	/** What this pool has done so far. */
	get statistics(): PoolStatistics {
		return {
			warm: this.#idle.filter((child) => !child.isDead).length,
			started: this.#started,
			ended: { ...this.#ended },
		};
	}

	/** Starts the first children ahead of the first job. */
	async warm(): Promise<void> {
		await this.#prepare();
		while (!this.#isClosed && this.#idle.length + this.#lent < this.#wanted)
			this.#idle.push(this.#start());
		await Promise.all(this.#idle.map((child) => child.ready));
	}

	/**
	 * Lends a lane to `work`.
	 * @throws Error when the pool is closed
	 */
	async lend<Result>(work: Work<Result>): Promise<Result> {
		await this.#waitUntil(() => {
			if (this.#isReserved || this.#inUse >= this.#size) return false;
			this.#inUse++;
			return true;
		});
		return this.#lendNow(work);
	}

	/**
	 * Like `lend`, with no other child of this pool at work meanwhile: for a job whose children keep dying for no reason
	 * of its own, perhaps for want of memory.
	 * @throws Error when the pool is closed
	 */
	async lendAlone<Result>(work: Work<Result>): Promise<Result> {
		await this.#waitUntil(() => {
			if (this.#isReserved) return false;
			this.#isReserved = true;
			return true;
		});
		try {
			await this.#waitUntil(() => {
				if (this.#inUse > 0) return false;
				this.#inUse++;
				return true;
			});
			return await this.#lendNow(work);
		} finally {
			this.#isReserved = false;
			this.#wakeAll();
		}
	}

	async #lendNow<Result>(work: Work<Result>): Promise<Result> {
		let child: SandboxChild | null = null;
		const run: Lane["run"] = async (job, clock, onReport, watch) => {
			child ??= this.#takeChild();
			child.job = currentJob.getStore() ?? null;
			const running = child;
			await running.ready.catch(() => undefined); // a child that cannot start says so when it is given the job
			watch?.signal?.throwIfAborted();
			watch?.onStart?.();
			const kill = () => running.kill("used");
			watch?.signal?.addEventListener("abort", kill);
			// A child for one use will never need what it could make ready.
			const asked =
				this.#isOneUse && job.type === "run"
					? { ...job, isolatesAfter: 0 }
					: job;
			const end = await child.run(asked, clock, onReport);
			watch?.signal?.removeEventListener("abort", kill);
			if (end.kind !== "done" || !end.isClean) {
				this.#giveBack(child, "used");
				child = null;
			}
			return end;
		};
		let isDone = false;
		try {
			await this.#prepare();
			const result = await work({ run });
			isDone = true;
			return result;
		} finally {
			this.#inUse--;
			// Work that could not go on may have had the child to thank for it, whatever that says of itself.
			if (child) this.#giveBack(child, isDone ? this.#fateOf(child) : "used");
			this.#wakeAll();
		}
	}

	#fateOf(child: SandboxChild): Fate {
		if (this.#isOneUse || child.isDead || child.isBusy) return "used";
		if (child.isTired || child.jobsDone >= maxJobsPerChild) return "retired";
		return "reused";
	}

	/** Kills every child; jobs under way end as died. */
	async close(): Promise<void> {
		this.#isClosed = true;
		this.#wakeAll();
		const children = [...this.#all];
		for (const child of children) child.kill("closed");
		await Promise.all(children.map((child) => child.exited));
	}

	/** Process ids of the living children. */
	get pids(): number[] {
		return [...this.#all].flatMap((child) => child.pid ?? []);
	}

	/** @param claim takes what is waited for in the same breath as it finds it free; anything later would be too late */
	async #waitUntil(claim: () => boolean): Promise<void> {
		for (;;) {
			if (this.#isClosed) throw new Error("the sandbox is closed");
			if (claim()) return;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
	}

	/** Everybody looks whether it is their turn now, in the order in which they came. */
	#wakeAll(): void {
		for (const wake of this.#waiting.splice(0)) wake();
	}

	#takeChild(): SandboxChild {
		let child = this.#idle.pop();
		while (child?.isDead) child = this.#idle.pop();
		child ??= this.#start();
		this.#lent++;
		return child;
	}

	#giveBack(child: SandboxChild, fate: Fate): void {
		this.#lent--;
		if (fate === "reused" && !this.#isClosed) {
			child.job = null;
			this.#idle.push(child);
			return;
		}
		child.kill(fate === "reused" ? "closed" : fate);
		// The next job should not have to wait for a start.
		if (this.#idle.length === 0) this.#refill();
		else setTimeout(() => this.#refill(), refillAfterMs).unref();
	}

	/** Starts a child when one is missing. */
	#refill(): void {
		if (!this.#isClosed && this.#idle.length + this.#lent < this.#wanted)
			this.#idle.push(this.#start());
	}

	async #prepare(): Promise<void> {
		const programs = await getChildPrograms();
		this.#program ??= programs[this.#kind];
		this.#hardening ??= await getHardening(programs, this.#switches);
	}

	#start(): SandboxChild {
		if (this.#isClosed) throw new Error("the sandbox is closed");
		if (!this.#program || !this.#hardening)
			throw new Error("the child's program is not built yet");
		const child = new SandboxChild(this.#program, this.#hardening);
		this.#all.add(child);
		this.#started++;
		void child.exited.then(() => {
			this.#all.delete(child);
			this.#ended[child.end.cause]++;
			this.#onChildEnd?.(child.end);
		});
		return child;
	}
}
