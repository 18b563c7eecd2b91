import type { Database } from "./open-database.ts";

interface Waiting {
	write: () => unknown;
	resolve: (value: never) => void;
	reject: (error: unknown) => void;
}

/** A commit waits for the disk, and its process with it: for at most a third of the time. */
const restPerCommit = 2;
const longestRestMs = 50;

/**
 * Makes writes that are asked for within one turn of the event loop in one transaction, so that a class that hands in at
 * once waits for the disk a few times instead of hundreds. Each is undone by itself when it throws; all are answered only
 * after the commit, and when that fails none is. After a commit the next one rests, twice as long as that one took, and takes
 * all that was asked for meanwhile: a process that commits all the time would do nothing else.
 */
export function createGroupCommit(
	db: Database,
): <Result>(write: () => Result) => Promise<Result> {
	const waiting: Waiting[] = [];
	let restsUntil = 0;

	function commit(): void {
		const startedAt = performance.now();
		commitGroup(waiting.splice(0));
		const endedAt = performance.now();
		restsUntil =
			endedAt + Math.min(longestRestMs, restPerCommit * (endedAt - startedAt));
	}

	function commitGroup(group: readonly Waiting[]): void {
		const answers: (() => void)[] = [];
		try {
			db.transaction(
				() => {
					for (const { write, resolve, reject } of group) {
						try {
							// Inside a transaction this one is a savepoint.
							const result = db.transaction(write);
							answers.push(() => resolve(result as never)); // what `write` gave is what its caller waits for
						} catch (error) {
							answers.push(() => reject(error));
						}
					}
				},
				{ behavior: "immediate" },
			);
		} catch (error) {
			for (const { reject } of group) reject(error);
			return;
		}
		for (const answer of answers) answer();
	}

	return (write) =>
		new Promise((resolve, reject) => {
			if (waiting.length === 0) {
				const restMs = restsUntil - performance.now();
				if (restMs > 0) setTimeout(commit, restMs);
				else setImmediate(commit);
			}
			waiting.push({ write, resolve, reject });
		});
}
