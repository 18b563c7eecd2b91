/**
 * The store's contract: whole operations, asynchronous to the outside, each one transaction inside.
 * `openStore` in `db/open-store.ts` gives the SQLite implementation; another driver must pass the same tests.
 *
 * Naming: `findX` may return null, `getX` throws, `listX` returns an array. Times are UTC milliseconds since 1970.
 */
import type { Exercise, Localized } from "../exercises/bundle.ts";
import type { PublicPart } from "../grader/public-part.ts";
import type {
	SubmissionLanguage,
	Verdict,
	VerdictStatus,
} from "../grader/verdict.ts";
import type { Role } from "./roles.ts";
import type { WorkerInfo } from "./worker-info.ts";

/** One published, immutable version of an exercise. `version` is its content hash. */
export interface ExerciseVersion {
	version: string;
	slug: string;
	exercise: Exercise;
	statement: Localized;
	starter: string;
	/** What a browser may see: visible calls with expected values; names, formulas and edges of the step graphs. */
	publicPart: PublicPart;
	publishedAt: number;
}

/** The grader's part of a version; never leaves the worker. */
export interface CompiledVersion {
	/** Plans and judges: the bundle's cases and what they use of `reference`, as one script. */
	script: string;
	/** JSON of the grader's own making: counted budgets, recorded outcomes and texts of the wrong versions. */
	proofs: string;
}

/**
 * Why a job stands in the queue, and so who is served first (see `queue.ts`): somebody waits for it; somebody waits, and
 * it is known to take long; nobody waits, it is graded once more.
 */
export type JobKind = "live" | "long" | "regrade";

export type SubmissionStatus = "queued" | "running" | VerdictStatus;

export interface Submission {
	submissionId: string;
	userId: string;
	slug: string;
	version: string;
	/**
	 * The student's own count for this exercise, from 1. A submission that ended in internal_error does not count, so the
	 * next one may bear the same number.
	 */
	attempt: number;
	language: SubmissionLanguage;
	source: string;
	status: SubmissionStatus;
	createdAt: number;
	finishedAt: number | null;
	/**
	 * Queued submissions that come before this one as the queue stands; 0 once running. It may grow: a student who comes
	 * new is served before the later jobs of one who has many.
	 */
	ahead: number;
	progress: { done: number; total: number } | null;
	verdict: Verdict | null;
}

/**
 * What a worker holds while grading: `leaseToken` proves the claim when the verdict comes back.
 * `userId` and `attempt` are those of the moment of submission, so a seed derived from them stays the same when a
 * guest's work moves to an account.
 */
export interface GradingJob {
	submissionId: string;
	leaseToken: string;
	userId: string;
	slug: string;
	version: string;
	attempt: number;
	language: SubmissionLanguage;
	source: string;
	/** How often grading has been started since it was asked for, this run included. */
	run: number;
	/** When grading was asked for: at submitting, or, of a submission set aside, when it was to be graded again. */
	askedAt: number;
	kind: JobKind;
}

/** What `readChanges` saw since it was last asked. */
export interface QueueChanges {
	/** To be handed in at the next call. */
	cursor: number;
	/** Everything that is being graded right now. */
	running: { submissionId: string; done: number; total: number }[];
	/** Submissions that got a verdict since the cursor. */
	finished: string[];
}

export interface Draft {
	source: string;
	/** Grows by one with each save; a save that names an older revision is refused as a conflict. */
	revision: number;
	savedAt: number;
}

export interface LeaderboardRow {
	rank: number;
	userId: string;
	/** The name the student chose to show, or null: shown as anonymous. */
	name: string | null;
	points: number;
	solved: number;
	/** When the last of these points was earned. */
	reachedAt: number;
}

export interface Score {
	slug: string;
	points: number;
	maxPoints: number;
	attempts: number;
	status: SubmissionStatus;
	reachedAt: number;
}

/** Submissions waiting for a worker, and being graded. */
export interface QueueCount {
	queued: number;
	running: number;
	/** Since when the one that has waited longest has been waiting; null when none waits. */
	oldestQueuedAt: number | null;
}

/** Who and what fills the queue. */
export interface QueueOverview {
	/** The exercises with submissions waiting or being graded, the fullest first. */
	byExercise: { slug: string; queued: number; running: number }[];
	/** The students with most submissions waiting, at most five. */
	mostWaiting: {
		userId: string;
		name: string;
		isGuest: boolean;
		queued: number;
	}[];
}

/** A submission whose current verdict is `internal_error` and which nobody has asked to grade again since. */
export interface SetAside {
	submissionId: string;
	slug: string;
	version: string;
	attempt: number;
	setAsideAt: number;
	/** The worker that gave up. */
	workerId: string;
	/** Why, in our own words; the log has more. */
	reason: string;
}

/** A submission that was set aside, asked for again, and what has become of it. */
export interface Regrade {
	submissionId: string;
	slug: string;
	attempt: number;
	askedAt: number;
	status: SubmissionStatus;
	/** Null until there is a new verdict. */
	points: number | null;
	maxPoints: number | null;
}

/** How long grading took on one exercise version. */
export interface GradingTimes {
	slug: string;
	version: string;
	verdicts: number;
	medianMs: number;
	/** 95 in 100 took no longer. */
	p95Ms: number;
	/** Median of the processor time in students' children. */
	medianCpuMs: number;
}

/** A worker seen lately. */
export interface WorkerHeartbeat {
	workerId: string;
	seenAt: number;
	info: WorkerInfo;
}

/** An older text that a newer draft replaced when a guest's work moved to an account. */
export interface ReplacedDraft {
	source: string;
	savedAt: number;
}

/**
 * The signed-in user is gone: a guest whose work has meanwhile moved to an account. The session is over with it, so the
 * web answers 401.
 */
export class UnknownUserError extends RangeError {
	override readonly name = "UnknownUserError";
	constructor(userId: string) {
		super(`there is no user "${userId}"`);
	}
}

/** A student has as many submissions waiting or running as one may have. */
export class TooManyWaitingError extends RangeError {
	override readonly name = "TooManyWaitingError";
	readonly waiting: number;
	constructor(waiting: number) {
		super(`there are ${waiting} submissions waiting to be graded already`);
		this.waiting = waiting;
	}
}

/** The whole queue is as long as it may be. */
export class QueueFullError extends RangeError {
	override readonly name = "QueueFullError";
	constructor(limit: number) {
		super(`the queue holds ${limit} submissions and takes no more`);
	}
}

export type CreateSubmissionResult = {
	submission: Submission;
	isRepeat: boolean;
};

export interface Store {
	close(): Promise<void>;
	/** A number that changes whenever any process has committed; cheap enough to ask a hundred times a second. */
	dataVersion(): number;

	/** A secret of 32 random bytes in hex, made at first use and kept. */
	getSecret(name: string): Promise<string>;

	/**
	 * Stores a version and makes it the current one of its exercise. A version already stored is not stored again, but
	 * becomes current, and what the grader compiled of it is replaced by the newer result.
	 * @throws RangeError when the same version was published with other content
	 */
	publishVersion(
		version: ExerciseVersion,
		compiled: CompiledVersion,
	): Promise<{ isNew: boolean }>;
	/** The current version of every exercise, in course order. */
	listExercises(): Promise<ExerciseVersion[]>;
	findExercise(slug: string): Promise<ExerciseVersion | null>;
	findVersion(version: string): Promise<ExerciseVersion | null>;
	/** @throws RangeError when there is no such version */
	getCompiled(version: string): Promise<CompiledVersion>;

	/**
	 * Queues a submission durably. Source equal byte for byte to an earlier one of the same student on the same version
	 * (unless that one ended in internal_error) returns the earlier one with `isRepeat: true` and costs no attempt. The
	 * same text in the other language is another submission. Without limits the queue takes everything.
	 *
	 * @throws RangeError when no such exercise is published
	 * @throws UnknownUserError when there is no such user
	 * @throws TooManyWaitingError when the student has `maxWaiting` unfinished submissions, and this is not one of them
	 * @throws QueueFullError when `maxQueue` submissions wait, and this is not one of them
	 */
	createSubmission(input: {
		userId: string;
		slug: string;
		language: SubmissionLanguage;
		source: string;
		now: number;
		maxWaiting?: number;
		maxQueue?: number;
	}): Promise<CreateSubmissionResult>;
	findSubmission(submissionId: string): Promise<Submission | null>;
	/**
	 * A student's submissions for one exercise, newest first. Their verdicts come without what is long: no console lines,
	 * no shown cases; `findSubmission` has those.
	 */
	listSubmissions(userId: string, slug: string): Promise<Submission[]>;

	/**
	 * Hands out the next job, fair between students, and counts the run before it starts. Null when there is none.
	 * `mayTakeLong: false` leaves jobs of the kind "long" alone.
	 */
	claimNextSubmission(input: {
		workerId: string;
		leaseMs: number;
		now: number;
		mayTakeLong?: boolean;
	}): Promise<GradingJob | null>;
	/** Whether a job that is not known to take long could be claimed now. */
	hasWaiting(now: number): Promise<boolean>;
	/** @returns false when the lease has run out or was lost: stop grading, the job is somebody else's. */
	renewLease(input: {
		leaseToken: string;
		leaseMs: number;
		now: number;
	}): Promise<boolean>;
	reportProgress(input: {
		leaseToken: string;
		done: number;
		total: number;
	}): Promise<boolean>;
	/**
	 * Stores the verdict as an immutable row and makes it current. Called again with the same token it changes nothing.
	 * `laneMs` is how long grading took and is charged to the student's turns; without it the job counts as a short one.
	 * @returns false when the lease has run out or was lost, and when the verdict is already stored
	 * @throws RangeError when the verdict is about another version than the submission
	 */
	completeSubmission(input: {
		leaseToken: string;
		verdict: Verdict;
		now: number;
		laneMs?: number;
	}): Promise<boolean>;
	/** Gives a job back unfinished, to be claimed again not before `notBefore`. */
	releaseSubmission(input: {
		leaseToken: string;
		notBefore: number;
	}): Promise<boolean>;
	/** Gives a live job back because it takes long while others wait; it comes again as kind "long", `laneMs` charged. */
	postponeSubmission(input: {
		leaseToken: string;
		laneMs: number;
	}): Promise<boolean>;
	/**
	 * Puts jobs whose lease has run out back into the queue. Twice that is nobody's concern; from the third lost run on a
	 * pause goes before the next, from 2 s doubling to a minute, for the job may be what kills its workers. @returns how many
	 */
	recoverExpiredLeases(now: number): Promise<number>;
	/** The whole queue, and by kind. Cost grows with what waits, not with what was ever submitted. */
	countQueue(): Promise<
		QueueCount & { byKind: Partial<Record<JobKind, QueueCount>> }
	>;
	/** What happened to submissions since `cursor` (null: from now on); its cost does not depend on how many wait. */
	readChanges(cursor: number | null): Promise<QueueChanges>;
	/** `ahead` of each of these submissions that is queued, from one walk along the queue. */
	countAhead(submissionIds: readonly string[]): Promise<Map<string, number>>;
	/** Verdicts ever stored, by status. Only the first call reads them all, each later one what is new. */
	countVerdicts(): Promise<Partial<Record<VerdictStatus, number>>>;

	/** Who and what fills the queue. Cost as for `countQueue`. */
	describeQueue(): Promise<QueueOverview>;
	/** Grading times by exercise version over the latest `last` verdicts, our own failures left out; slowest median first. */
	listGradingTimes(last: number): Promise<GradingTimes[]>;
	/** Submissions set aside, the latest first; `total` counts those beyond the limit too. */
	listSetAside(limit: number): Promise<{ rows: SetAside[]; total: number }>;
	/** Submissions asked for again, the latest first. */
	listRegrades(limit: number): Promise<Regrade[]>;
	/**
	 * Puts a submission that was set aside back into the queue, behind all live work. Its verdict stays stored and current
	 * until the new one; seed and attempt number stay.
	 * @returns false when no submission of this id is set aside
	 */
	gradeAgain(input: { submissionId: string; now: number }): Promise<boolean>;

	findDraft(userId: string, slug: string): Promise<Draft | null>;
	/** @returns the new draft, or the stored one with `isConflict` when `baseRevision` is not its revision. */
	saveDraft(input: {
		userId: string;
		slug: string;
		source: string;
		baseRevision: number;
		now: number;
	}): Promise<{ draft: Draft; isConflict: boolean }>;

	/** Texts a newer draft replaced in `adoptGuest`, newest first. */
	listReplacedDrafts(userId: string, slug: string): Promise<ReplacedDraft[]>;

	/** Says that a worker is alive. */
	recordHeartbeat(
		workerId: string,
		now: number,
		info: WorkerInfo,
	): Promise<void>;
	/** Workers seen within the last minute, or the time given, the latest first, at most 100. */
	listHeartbeats(now: number, withinMs?: number): Promise<WorkerHeartbeat[]>;
	/** Forgets a worker that has stopped as it was told. */
	removeHeartbeat(workerId: string): Promise<void>;

	/** Best verdict of each exercise the student has tried. Derived from verdicts, never stored. */
	listScores(userId: string): Promise<Score[]>;
	/** Whole course, or one exercise: points descending, then who got there first. Users without points are left out. */
	listLeaderboard(input: {
		slug?: string;
		limit: number;
	}): Promise<LeaderboardRow[]>;

	/** What a student chose to show on leaderboards; null stays anonymous. @throws UnknownUserError */
	setLeaderboardName(userId: string, name: string | null): Promise<void>;
	/** @returns null when there is no such user */
	findUser(userId: string): Promise<{
		userId: string;
		name: string;
		email: string;
		role: Role;
		isGuest: boolean;
		leaderboardName: string | null;
	} | null>;
	/** @returns false when no account has this e-mail address */
	setRole(email: string, role: Role): Promise<boolean>;
	/**
	 * Moves a guest's submissions, verdicts and drafts to the account it became, and removes the guest, in one
	 * transaction. Where both have a draft the newer stays and the older is kept as a replaced draft; the guest's attempt
	 * numbers continue after the account's own. Called again it changes nothing.
	 *
	 * @throws UnknownUserError when the account does not exist
	 * @throws RangeError when `guestId` is an account, not a guest
	 */
	adoptGuest(guestId: string, userId: string): Promise<void>;
}
