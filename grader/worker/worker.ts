/**
 * Theory of operation. A worker takes jobs from the store, as many at once as it has children, and writes verdicts back.
 * All it holds of a job is a lease: it renews it while grading, and when the worker dies the lease runs out and somebody
 * else begins anew. A verdict counts only with a live lease, so a job is graded at least once and has one current verdict.
 * A live job that takes much longer than its like while others wait gives its lane up and comes again as a long one, for
 * which half of the lanes are open: so two hostile programs cannot hold up a class (`db/queue.ts` tells the order).
 * Being told of new work is polling the store's data version, a number in memory: missing a change costs milliseconds.
 */
import type { GradingJob, Store } from "../../db/store.ts";
import { type GradableVersion, Grader } from "../grader.ts";
import { currentJob } from "../sandbox/child-end.ts";
import { SandboxError } from "../sandbox/run-calls.ts";
import type { Isolation, Verdict, VerdictStatus } from "../verdict.ts";
import { LaneTimes } from "./lane-times.ts";
import { logChildEnd } from "./log-child-end.ts";
import { seedOfAttempt } from "./seed.ts";
import { type Hardening, WorkerStatistics } from "./statistics.ts";

const leaseMs = 8_000;
const renewEveryMs = 2_000;
const lookEveryMs = 10;
const recoverEveryMs = 1_000;
const heartbeatEveryMs = 1_000;
const progressEveryMs = 60;
const lookForWaitingEveryMs = 10;
/** Jobs that our own faults have spoiled this often are set aside for a person. */
const maxRunsWithFault = 5;
/** A job that was begun this often and never ended takes its workers down: it is set aside without another try. */
const maxRuns = 60;
const longestPauseMs = 60_000;
const keptVersions = 64;

/** Why a run was ended that took long while others waited. */
const postponed = Symbol("postponed");

interface Postponing {
	signal: AbortSignal;
	onStart: () => void;
	/** Milliseconds since the program began to run. */
	laneMs: () => number;
	stop: () => void;
}

/** Ends that say nothing of how long an honest program takes. */
const limits = new Set<VerdictStatus>([
	"time_limit",
	"memory_limit",
	"internal_error",
]);

/**
 * What a worker tells of itself; the log of whoever started it. An error stands under `err`, where pino looks for one, and
 * every line about a submission has its `submissionId`. Nothing of a source, of hidden inputs or of a person may stand
 * above "debug".
 */
export interface WorkerLog {
	debug(event: object, message: string): void;
	info(event: object, message: string): void;
	error(event: object, message: string): void;
}

export interface WorkerOptions {
	/** This process's own, never used again. */
	id: string;
	/** Submissions graded at the same time. */
	size: number;
	log: WorkerLog;
	isolation?: Isolation;
	/** The least level that is demanded of this machine; told with every sign of life. */
	minimumLevel?: string | null;
	/** Told when a submission's state was stored, for those who would otherwise notice a little later. */
	onChange?: () => void;
}

export class Worker {
	readonly #store: Store;
	readonly #grader: Grader;
	readonly #size: number;
	readonly #id: string;
	readonly #log: WorkerLog;
	readonly #onChange: () => void;
	readonly #versions = new Map<string, Promise<GradableVersion>>();
	readonly #running = new Set<Promise<void>>();
	readonly #statistics = new WorkerStatistics();
	readonly #isolation: Isolation;
	readonly #minimumLevel: string | null;
	readonly #laneTimes = new LaneTimes();
	#longRunning = 0;
	#isStopping = false;
	#wakeUp: (() => void) | null = null;
	#secret: Promise<string> | null = null;

	constructor(store: Store, options: WorkerOptions) {
		this.#store = store;
		this.#isolation = options.isolation ?? "isolate";
		this.#minimumLevel = options.minimumLevel ?? null;
		this.#grader = new Grader({
			size: options.size,
			isolation: this.#isolation,
			onChildEnd: (pool, end) => logChildEnd(options.log, pool, end),
		});
		this.#onChange = options.onChange ?? (() => {});
		this.#size = options.size;
		this.#id = options.id;
		this.#log = options.log;
	}

	/** Works until `stop`. */
	async run(): Promise<void> {
		await this.#grader.warm();
		const heartbeat = setInterval(() => this.#beat(), heartbeatEveryMs);
		this.#beat();
		let seen = -1;
		// Not the wall clock: when that is set back, this must go on.
		let recoveredAt = Number.NEGATIVE_INFINITY;
		try {
			while (!this.#isStopping) {
				const now = Date.now();
				if (performance.now() - recoveredAt >= recoverEveryMs) {
					recoveredAt = performance.now();
					const recovered = await this.#store.recoverExpiredLeases(now);
					if (recovered > 0)
						this.#log.info(
							{ recovered },
							"jobs of a dead worker were taken back",
						);
					seen = -1;
				}
				const version = this.#store.dataVersion();
				const hasRoom = this.#running.size < this.#size;
				if (hasRoom && version !== seen) {
					const job = await this.#store.claimNextSubmission({
						workerId: this.#id,
						leaseMs,
						now,
						mayTakeLong:
							this.#longRunning < Math.max(1, Math.floor(this.#size / 2)),
					});
					if (job) {
						this.#start(job);
						continue;
					}
					seen = version;
				}
				await this.#sleepOrWake(lookEveryMs);
			}
			await Promise.all(this.#running);
		} finally {
			clearInterval(heartbeat);
			await this.#grader.close();
			// Whoever stops as told is not missing.
			await this.#store.removeHeartbeat(this.#id);
		}
	}

	/** Somebody knows of new work: look at once. */
	wake(): void {
		this.#wakeUp?.();
	}

	/** Takes no new jobs; `run` returns when those under way are done. */
	stop(): void {
		this.#isStopping = true;
		this.wake();
	}

	#sleepOrWake(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				clearTimeout(timer);
				this.#wakeUp = null;
				resolve();
			};
			const timer = setTimeout(done, ms);
			this.#wakeUp = done;
		});
	}

	#beat(): void {
		const hardening: Hardening = {
			level: this.#grader.students.level,
			minimumLevel: this.#minimumLevel,
			isolation: this.#isolation,
		};
		this.#store
			.recordHeartbeat(
				this.#id,
				Date.now(),
				this.#statistics.describe(this.#grader, hardening, {
					size: this.#size,
					running: this.#running.size,
					versionsCached: this.#versions.size,
				}),
			)
			.catch((error: unknown) =>
				this.#log.error({ err: error }, "the heartbeat was not stored"),
			);
	}

	#start(job: GradingJob): void {
		if (job.kind === "long") this.#longRunning++;
		const { submissionId, slug, version, run, kind, askedAt } = job;
		this.#log.info(
			{
				submissionId,
				slug,
				version,
				run,
				kind,
				waitedMs: Date.now() - askedAt,
			},
			"claimed",
		);
		const work = currentJob
			.run(submissionId, () => this.#grade(job))
			.catch((error: unknown) =>
				this.#log.error(
					{ err: error, submissionId: job.submissionId },
					"a job was lost to our fault",
				),
			)
			.finally(() => {
				this.#running.delete(work);
				if (job.kind === "long") this.#longRunning--;
				this.wake();
			});
		this.#running.add(work);
	}

	async #grade(job: GradingJob): Promise<void> {
		const { leaseToken, submissionId } = job;
		const postponing = this.#postponeWhenLong(job);
		const renewal = setInterval(() => {
			this.#store
				.renewLease({ leaseToken, leaseMs, now: Date.now() })
				.catch((error: unknown) =>
					this.#log.error(
						{ err: error, submissionId },
						"the lease was not renewed",
					),
				);
		}, renewEveryMs);
		try {
			const verdict = await this.#judge(job, postponing);
			const laneMs = postponing.laneMs();
			if (verdict === postponed) {
				await this.#store.postponeSubmission({ leaseToken, laneMs });
				this.#log.info(
					{ submissionId, laneMs },
					"takes long while others wait: comes again later",
				);
				return;
			}
			if (verdict === null) return;
			const now = Date.now();
			// Long ones too: on a machine that has become slow every job looks long until that is known.
			if (!limits.has(verdict.status))
				this.#laneTimes.note(job.version, laneMs);
			const isStored = await this.#store.completeSubmission({
				leaseToken,
				verdict,
				now,
				laneMs,
			});
			if (!isStored) {
				this.#log.info(
					{ submissionId },
					"the lease was lost; somebody else has the job",
				);
				return;
			}
			this.#onChange();
			this.#statistics.observe(job, verdict, now);
			this.#logVerdict(job, verdict, now);
		} finally {
			clearInterval(renewal);
			postponing.stop();
		}
	}

	#logVerdict(job: GradingJob, verdict: Verdict, now: number): void {
		const { status, points, maxPoints, measurements, failure } = verdict;
		const event = {
			submissionId: job.submissionId,
			slug: job.slug,
			run: job.run,
			status,
			gradingMs: measurements.wallMs,
			cpuMs: measurements.cpuMs,
			turnaroundMs: now - job.askedAt,
		};
		// The failure's message is a student's where it is not our own.
		if (status === "internal_error")
			this.#log.error(
				{ ...event, reason: failure?.message },
				"set aside as internal_error",
			);
		else this.#log.info({ ...event, points, maxPoints }, "graded");
	}

	/** What a dying child wrote hangs on a SandboxError as its cause: that is told at "debug" only. */
	#logFault(error: unknown, event: object, message: string): void {
		if (!(error instanceof SandboxError)) {
			this.#log.error({ ...event, err: error }, message);
			return;
		}
		const withoutCause = new SandboxError(error.message);
		if (error.stack !== undefined) withoutCause.stack = error.stack;
		this.#log.error({ ...event, err: withoutCause }, message);
		this.#log.debug({ ...event, err: error }, message);
	}

	/**
	 * Aborts the signal once a live job has outlived its like and somebody else could use its lane. The time counts from
	 * when the program begins to run: whoever comes after a killed child is not to blame for the start of the next.
	 */
	#postponeWhenLong(job: GradingJob): Postponing {
		const controller = new AbortController();
		let startedAt: number | null = null;
		let timer: NodeJS.Timeout | undefined;
		const laneMs = () =>
			startedAt === null ? 0 : performance.now() - startedAt;
		const look = async () => {
			if (laneMs() < this.#laneTimes.longFrom(job.version)) return;
			try {
				if (await this.#store.hasWaiting(Date.now()))
					controller.abort(postponed);
			} catch (error) {
				// Then it keeps its lane, and we look again.
				this.#log.error(
					{ err: error, submissionId: job.submissionId },
					"the queue was not read",
				);
			}
		};
		return {
			signal: controller.signal,
			laneMs,
			onStart() {
				if (startedAt !== null) return;
				startedAt = performance.now();
				if (job.kind === "live")
					timer = setInterval(look, lookForWaitingEveryMs);
			},
			stop: () => clearInterval(timer),
		};
	}

	/** @returns null when the job was given back to be tried again, `postponed` when it is to come again as a long one */
	async #judge(
		job: GradingJob,
		{ signal, onStart }: Postponing,
	): Promise<Verdict | typeof postponed | null> {
		const version = await this.#loadVersion(job.version).catch(
			(error: unknown) => {
				this.#log.error(
					{ err: error, submissionId: job.submissionId, run: job.run },
					"the exercise's version cannot be loaded",
				);
				return null;
			},
		);
		// Without its version there is nothing to say about a submission: it waits until somebody has mended that.
		if (version === null) return this.#giveBack(job);
		this.#secret ??= this.#store.getSecret("seeds");
		const secret = await this.#secret;
		const request = {
			version,
			source: job.source,
			language: job.language,
			seed: seedOfAttempt(secret, job.slug, job.userId, job.attempt),
			signal,
			onStart,
			onProgress: this.#progressOf(job),
			onFault: (error: Error) =>
				this.#logFault(
					error,
					{ submissionId: job.submissionId },
					"the sandbox failed",
				),
		};
		if (job.run > maxRuns)
			return this.#grader.giveUp(
				request,
				`begun ${job.run} times and never ended`,
			);
		try {
			return await this.#grader.grade(request);
		} catch (error) {
			if (error === postponed) return postponed;
			this.#logFault(
				error,
				{ submissionId: job.submissionId, run: job.run },
				"grading failed by our fault",
			);
			if (job.run >= maxRunsWithFault)
				return this.#grader.giveUp(
					request,
					`grading failed ${job.run} times by our fault`,
				);
			return this.#giveBack(job);
		}
	}

	/** Puts the job back into the queue, to be tried again after a pause that grows to a minute. */
	async #giveBack(job: GradingJob): Promise<null> {
		const { leaseToken, submissionId, run } = job;
		const pauseMs = Math.min(500 * 2 ** run, longestPauseMs);
		await this.#store.releaseSubmission({
			leaseToken,
			notBefore: Date.now() + pauseMs,
		});
		this.#log.info({ submissionId, run, pauseMs }, "given back");
		return null;
	}

	#progressOf({
		leaseToken,
		submissionId,
	}: GradingJob): (done: number, total: number) => void {
		let reportedAt = performance.now();
		return (done, total) => {
			const now = performance.now();
			if (now - reportedAt < progressEveryMs) return;
			reportedAt = now;
			this.#store
				.reportProgress({ leaseToken, done, total })
				.catch((error: unknown) =>
					this.#log.error(
						{ err: error, submissionId },
						"progress was not stored",
					),
				);
		};
	}

	#loadVersion(version: string): Promise<GradableVersion> {
		let loading = this.#versions.get(version);
		if (!loading) {
			loading = this.#readVersion(version);
			// A failed read must not stay: the next job tries again.
			loading.catch(() => this.#versions.delete(version));
			this.#versions.set(version, loading);
			const [oldest] = this.#versions.keys();
			if (this.#versions.size > keptVersions && oldest !== undefined)
				this.#versions.delete(oldest);
		}
		return loading;
	}

	async #readVersion(version: string): Promise<GradableVersion> {
		const stored = await this.#store.findVersion(version);
		if (!stored) throw new Error(`the store has no version ${version}`);
		const compiled = await this.#store.getCompiled(version);
		const proofs = JSON.parse(compiled.proofs) as GradableVersion["proofs"]; // written by publishing, in our own database
		return {
			version,
			exercise: stored.exercise,
			script: compiled.script,
			proofs,
		};
	}
}
