/**
 * Tells open pages how their submissions fare.
 *
 * Theory of operation: workers and web processes meet only in the database, so somebody has to look. While at least one
 * page listens, one timer per process asks the store every 20 ms whether anybody has committed anything (2 µs). Only if
 * so, each watched submission is read once, and those that changed are told to their listeners. A pass that took long
 * is followed by a pause four times as long, so that watching can never take more than a fifth of the process.
 */
import type { Store, Submission } from "../../db/store.ts";
import { log } from "./log.ts";
import { getStore } from "./store.ts";

type Listener = (submission: Submission) => void;

interface Watched {
	listeners: Set<Listener>;
	/** What listeners were told last, as text to compare. */
	told: string;
}

interface Feed {
	watched: Map<string, Watched>;
	seenVersion: number | null;
	timer: NodeJS.Timeout | null;
}

declare global {
	var chainruleFeed: Feed | undefined;
}

const pollEveryMs = 20;

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
		timer: null,
	};
	const feed = globalThis.chainruleFeed;
	const { submissionId } = known;
	const watched = feed.watched.get(submissionId) ?? {
		listeners: new Set(),
		told: stateOf(known),
	};
	watched.listeners.add(listener);
	// A listener who joins may know an older state than the others: tell everybody at the next pass.
	if (watched.told !== stateOf(known)) watched.told = "";
	feed.watched.set(submissionId, watched);
	feed.seenVersion = null;
	feed.timer ??= setTimeout(poll, 0, feed);
	return () => {
		watched.listeners.delete(listener);
		if (watched.listeners.size === 0) feed.watched.delete(submissionId);
	};
}

async function poll(feed: Feed): Promise<void> {
	if (feed.watched.size === 0) {
		feed.timer = null;
		return;
	}
	const start = performance.now();
	try {
		const store = await getStore();
		// Taken before reading: a commit during the pass makes another pass.
		const version = store.dataVersion();
		if (version !== feed.seenVersion) {
			feed.seenVersion = version;
			await tellChanges(store, feed);
		}
	} catch (error) {
		log.error({ err: error }, "reading submissions for open pages failed");
	}
	const tookMs = performance.now() - start;
	feed.timer = setTimeout(poll, Math.max(pollEveryMs, 4 * tookMs), feed);
}

async function tellChanges(store: Store, feed: Feed): Promise<void> {
	for (const [submissionId, watched] of feed.watched) {
		const submission = await store.findSubmission(submissionId);
		if (submission === null) continue;
		const state = stateOf(submission);
		if (state === watched.told) continue;
		watched.told = state;
		for (const listener of watched.listeners) listener(submission);
	}
}

function stateOf({ status, ahead, progress, finishedAt }: Submission): string {
	return JSON.stringify([status, ahead, progress, finishedAt]);
}
