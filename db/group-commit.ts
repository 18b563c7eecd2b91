import type { Database } from "./open-database.ts";

interface Waiting {
	write: () => unknown;
	resolve: (value: never) => void;
	reject: (error: unknown) => void;
}

/**
 * Makes writes that are asked for within one turn of the event loop in one transaction, so that a class that hands in at
 * once waits for the disk a few times instead of hundreds. Each is undone by itself when it throws; all are answered only
 * after the commit, and when that fails none is.
 */
export function createGroupCommit(
	db: Database,
): <Result>(write: () => Result) => Promise<Result> {
	let waiting: Waiting[] = [];

	function commit(): void {
		const group = waiting;
		waiting = [];
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
			if (waiting.length === 0) setImmediate(commit);
			waiting.push({ write, resolve, reject });
		});
}
