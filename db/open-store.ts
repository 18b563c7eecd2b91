import { createDrafts } from "./drafts.ts";
import { createExerciseVersions } from "./exercise-versions.ts";
import { createGuests } from "./guests.ts";
import { createHeartbeats } from "./heartbeats.ts";
import { openDatabase } from "./open-database.ts";
import { createOperator } from "./operator.ts";
import { createQueue } from "./queue.ts";
import { createScores } from "./scores.ts";
import { createSecrets } from "./secrets.ts";
import type { Store } from "./store.ts";
import { createSubmissions } from "./submissions.ts";
import { createUsers } from "./users.ts";
import { createVerdicts } from "./verdicts.ts";

export { type Database, openDatabase } from "./open-database.ts";

/**
 * Opens the store in an SQLite file, creating and migrating it as needed.
 *
 * @example const store = openStore({ file: "data/chainrule.sqlite" });
 */
export function openStore({ file }: { file: string }): Store {
	const db = openDatabase(file);
	// `data_version` moves with commits of other connections, `total_changes` with our own; both only grow.
	const version = db.$client
		.prepare<[], number>(
			"SELECT data_version + total_changes() FROM pragma_data_version",
		)
		.pluck();
	return {
		async close() {
			db.$client.close();
		},
		dataVersion() {
			return version.get() ?? 0;
		},
		...createSecrets(db),
		...createExerciseVersions(db),
		...createSubmissions(db),
		...createQueue(db),
		...createVerdicts(db),
		...createDrafts(db),
		...createScores(db),
		...createUsers(db),
		...createGuests(db),
		...createHeartbeats(db),
		...createOperator(db),
	};
}
