/**
 * Tells open pages how their submissions fare.
 *
 * Theory of operation: workers and web processes meet only in the database, so somebody has to look. While at least one
 * page listens, one timer per process asks the store every 20 ms whether anybody has committed anything (2 µs), and at
 * once when a worker says that it has (`wake-up.ts`). Only if so, what runs and what has got a verdict since is read: as much work as there are lanes and new verdicts, however many
 * pages are open and submissions wait. Those tidings are told at once.
 *
 * How many are ahead changes for everybody with every verdict. That is counted for all pages in one walk along the queue,
 * twice a second at most, and less often the more pages are open, so that at most 200 such tidings leave a second.
 *
 * A pass that took long is followed by a pause four times as long, so that watching can never take more than a fifth of
 * the process.
 */
import type { Store, Submission, SubmissionStatus } from "../../db/store.ts";
import { DrainRate } from "./drain-rate.ts";
import { log } from "./log.ts";
import { getStore } from "./store.ts";
import { onWakeUp } from "./wake-up.ts";

/** How a submission fares, as far as its page is told. */
export interface SubmissionState {
	status: SubmissionStatus;
	ahead: number;
	progress: { done: number; total: number } | null;
	/** Milliseconds until the verdict is likely to come; null when nobody can tell. */
	estimatedMs: number | null;
	/** The whole submission once it has its verdict, null before. */
	submission: Submission | null;
}

type Listener = (state: SubmissionState) => void;

interface Watched {
	listeners: Set<Listener>;
	state: SubmissionState;
	/** What listeners were told last, as text to compare. */
	told: string;
	/** Whether it is to be read whole at the next pass: what we know may be old. */
	isStale: boolean;
}

interface Feed {
	watched: Map<string, Watched>;
	seenVersion: number | null;
	/** How far verdicts have been read; null before the first pass. */
	cursor: number | null;
	/** Watched submissions that were running when last seen. */
	running: Set<string>;
	rate: DrainRate;
	verdictsSinceCount: number;
	/** When `ahead` may be counted next, and whether it has changed since it was. */
	countAheadAt: number;
	isAheadOld: boolean;
	/** The next look; null while nobody listens. */
	timer: NodeJS.Timeout | null;
	/** Whether the next look may be brought forward: not while one is under way, nor in the pause after a long one. */
	isResting: boolean;
	stopWaking: () => void;
}

declare global {
	var chainruleFeed: Feed | undefined;
}

const pollEveryMs = 20;
const pauseAfterErrorMs = 500;
const countAheadEveryMs = 500;
/** At most this often is some page told how many are ahead. */
const aheadTidingsEveryMs = 5;

/**
 * Calls the listener after each change of a submission, until told to stop.
 *
 * @param known the state the listener has already; only what differs from it is told
 * @returns a function that stops
 */
export function followSubmission(
	known: Submission,
	listener: Listener,
): () => void {
	globalThis.chainruleFeed ??= {
		watched: new Map(),
		seenVersion: null,
		cursor: null,
		running: new Set(),
		rate: new DrainRate(),
		verdictsSinceCount: 0,
		countAheadAt: 0,
		isAheadOld: true,
		timer: null,
		isResting: false,
		stopWaking: () => {},
	};
	const feed = globalThis.chainruleFeed;
	const { submissionId } = known;
	const state = stateOf(known);
	const watched = feed.watched.get(submissionId) ?? {
		listeners: new Set(),
		state,
		told: textOf(state),
		// Without a cursor nobody knows what has happened since the listener looked.
		isStale: feed.cursor === null,
	};
	watched.listeners.add(listener);
	if (watched.told !== textOf(state)) {
		// A listener who joins may know an older state than the others: tell everybody at the next pass.
		watched.told = "";
		watched.isStale = true;
	}
	if (state.status === "running") feed.running.add(submissionId);
	feed.watched.set(submissionId, watched);
	feed.seenVersion = null;
	if (feed.timer === null) {
		feed.timer = setTimeout(poll, 0, feed);
		feed.stopWaking = onWakeUp(() => {
			if (!feed.isResting) return;
			clearTimeout(feed.timer ?? undefined);
			feed.isResting = false;
			feed.timer = setTimeout(poll, 0, feed);
		});
	}
	return () => {
		watched.listeners.delete(listener);
		if (watched.listeners.size === 0) feed.watched.delete(submissionId);
	};
}

/** What is known of a submission's state from the submission itself. */
export function stateOf(submission: Submission): SubmissionState {
	const { status, ahead, progress, verdict } = submission;
	return {
		status,
		ahead,
		progress,
		estimatedMs: null,
		submission: verdict === null ? null : submission,
	};
}

async function poll(feed: Feed): Promise<void> {
	feed.isResting = false;
	if (feed.watched.size === 0) {
		feed.timer = null;
		feed.stopWaking();
		// Nobody looks any more, so nobody will know what happened meanwhile.
		feed.cursor = null;
		feed.running.clear();
		feed.rate = new DrainRate();
		feed.verdictsSinceCount = 0;
		return;
	}
	const start = performance.now();
	let pauseMs = pollEveryMs;
	try {
		const store = await getStore();
		// Taken before reading: a commit during the pass makes another pass.
		const version = store.dataVersion();
		if (version !== feed.seenVersion) {
			await tellChanges(store, feed);
			feed.isAheadOld = true;
			feed.seenVersion = version;
		}
		if (feed.isAheadOld && start >= feed.countAheadAt) {
			await tellAhead(store, feed, start);
		}
	} catch (error) {
		log.error({ err: error }, "reading submissions for open pages failed");
		feed.seenVersion = null;
		pauseMs = pauseAfterErrorMs;
	}
	const tookMs = performance.now() - start;
	feed.isResting = 4 * tookMs <= pollEveryMs && pauseMs === pollEveryMs;
	feed.timer = setTimeout(poll, Math.max(pauseMs, 4 * tookMs), feed);
}

async function tellChanges(store: Store, feed: Feed): Promise<void> {
	const { cursor, running, finished } = await store.readChanges(feed.cursor);
	const stale = new Set(
		finished.filter((submissionId) => feed.watched.has(submissionId)),
	);
	const nowRunning = new Set(running.map(({ submissionId }) => submissionId));
	for (const [submissionId, watched] of feed.watched) {
		if (watched.isStale) stale.add(submissionId);
	}
	for (const submissionId of feed.running) {
		// Neither running nor finished: it was given back.
		if (!nowRunning.has(submissionId)) stale.add(submissionId);
	}
	for (const { submissionId, done, total } of running) {
		const watched = feed.watched.get(submissionId);
		if (watched === undefined || stale.has(submissionId)) continue;
		const progress = total > 0 ? { done, total } : null;
		tell(watched, {
			status: "running",
			ahead: 0,
			progress,
			estimatedMs: null,
			submission: null,
		});
	}
	for (const submissionId of stale) {
		const watched = feed.watched.get(submissionId);
		if (watched === undefined) continue;
		const submission = await store.findSubmission(submissionId);
		watched.isStale = false;
		if (submission !== null) tell(watched, stateOf(submission));
	}
	// Only now: after a failure everything is read again.
	if (feed.cursor !== null) feed.verdictsSinceCount += finished.length;
	feed.cursor = cursor;
	feed.running = new Set([...nowRunning].filter((id) => feed.watched.has(id)));
}

async function tellAhead(store: Store, feed: Feed, now: number): Promise<void> {
	const queued = [...feed.watched.keys()].filter(
		(submissionId) => feed.watched.get(submissionId)?.state.status === "queued",
	);
	const isQueueEmpty =
		queued.length === 0 && !(await store.hasWaiting(Date.now()));
	feed.rate.note(now, feed.verdictsSinceCount, isQueueEmpty);
	feed.verdictsSinceCount = 0;
	const counts =
		queued.length === 0
			? new Map<string, number>()
			: await store.countAhead(queued);
	for (const [submissionId, ahead] of counts) {
		const watched = feed.watched.get(submissionId);
		if (watched?.state.status !== "queued") continue;
		const estimatedMs = feed.rate.estimate(ahead);
		tell(watched, { ...watched.state, ahead, estimatedMs });
	}
	feed.isAheadOld = false;
	feed.countAheadAt =
		now + Math.max(countAheadEveryMs, queued.length * aheadTidingsEveryMs);
}

function tell(watched: Watched, state: SubmissionState): void {
	watched.state = state;
	const text = textOf(state);
	if (text === watched.told) return;
	watched.told = text;
	for (const listener of watched.listeners) listener(state);
}

/** An estimate that wavers by less than a tenth is not worth telling. */
function textOf(state: SubmissionState): string {
	const { status, ahead, progress, estimatedMs, submission } = state;
	const estimate =
		estimatedMs === null ? null : Math.round(10 * Math.log(1 + estimatedMs));
	const finishedAt = submission?.finishedAt;
	return JSON.stringify([status, ahead, progress, estimate, finishedAt]);
}
