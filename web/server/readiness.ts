import type { Store } from "../../db/store.ts";

/** Workers tell that they live every few seconds; one silent for longer is taken for dead. */
const silentAfterMs = 30_000;
/** A submission waiting this long while nothing is being graded means that grading stands still. */
const stuckAfterMs = 60_000;
/** Room for some hundred submissions with their verdicts; with less, storing them is about to fail. */
const leastFreeBytes = 16 * 2 ** 20;

/** Whether this installation can grade now, and if not, why. */
export interface Readiness {
	isReady: boolean;
	reasons: string[];
	workers: number;
	/** The isolation levels of the living workers, best first, each once. */
	levels: string[];
	queued: number;
	running: number;
}

/**
 * Looks at the database, the workers and the queue.
 * @param minLevel the least isolation level that the operator accepts
 * @param freeBytes what the database's disk has left
 * @throws what the database throws
 */
export async function checkReadiness(
	store: Store,
	now: number,
	minLevel = process.env.CHAINRULE_MIN_LEVEL || "D",
	freeBytes = Number.POSITIVE_INFINITY,
): Promise<Readiness> {
	const { queued, running, oldestQueuedAt } = await store.countQueue();
	const heartbeats = await store.listHeartbeats(now);
	const living = heartbeats.filter(
		({ seenAt }) => now - seenAt < silentAfterMs,
	);
	const workers = living.length;
	const levels = [...new Set(living.map(({ info }) => levelOf(info)))].sort();
	const reasons: string[] = [];
	if (workers === 0) reasons.push("no grading worker is alive");
	// "A" is the best.
	else if (!levels.some((level) => level <= minLevel))
		reasons.push(
			`no living worker reaches level ${minLevel}, the least that is accepted`,
		);
	if (
		running === 0 &&
		oldestQueuedAt !== null &&
		now - oldestQueuedAt > stuckAfterMs
	) {
		reasons.push("submissions are waiting and none is being graded");
	}
	if (freeBytes < leastFreeBytes) {
		const mib = (bytes: number) => Math.floor(bytes / 2 ** 20);
		reasons.push(
			`the database's disk has ${mib(freeBytes)} MiB left, and ${mib(leastFreeBytes)} MiB are needed`,
		);
	}
	return {
		isReady: reasons.length === 0,
		reasons,
		workers,
		levels,
		queued,
		running,
	};
}

/** A worker that tells no level has none to show. */
function levelOf(info: unknown): string {
	const level =
		typeof info === "object" && info !== null
			? Reflect.get(info, "level")
			: undefined;
	return typeof level === "string" && /^[A-D]$/.test(level) ? level : "D";
}
