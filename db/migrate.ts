import type { Database as Connection } from "better-sqlite3";
import { migrations } from "./migrations.ts";

/**
 * Brings a database up to the present schema. Safe when several processes start at once: whoever gets the write lock
 * first migrates, the others wait (busy timeout) and then find nothing left to do. All steps are one transaction, so
 * a process killed half-way leaves the old schema whole.
 *
 * The bookkeeping table is drizzle's own, so drizzle-kit's tools can read it.
 *
 * @throws Error when the database was written by a newer release than this one
 */
export function migrate(connection: Connection): void {
	// Rebuilding a table needs foreign keys off, and the pragma does nothing inside a transaction.
	connection.pragma("foreign_keys = OFF");
	try {
		connection.transaction(() => applyMissing(connection)).immediate();
	} finally {
		connection.pragma("foreign_keys = ON");
	}
}

function applyMissing(connection: Connection): void {
	connection.exec(
		"CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)",
	);
	const applied = new Set(
		connection
			.prepare<[], number>("SELECT created_at FROM __drizzle_migrations")
			.pluck()
			.all(),
	);
	const known = new Set(migrations.map(({ createdAt }) => createdAt));
	for (const createdAt of applied) {
		if (!known.has(createdAt)) {
			throw new Error(
				`the database holds a schema step of ${new Date(createdAt).toISOString()} that this release does not know; start the newer release`,
			);
		}
	}
	const missing = migrations.filter(({ createdAt }) => !applied.has(createdAt));
	for (const { name, createdAt, sql } of missing) {
		connection.exec(sql.replaceAll("--> statement-breakpoint", ""));
		connection
			.prepare(
				"INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)",
			)
			.run(name, createdAt);
	}
	if (missing.length > 0) {
		const broken = connection.pragma("foreign_key_check");
		if (Array.isArray(broken) && broken.length > 0) {
			throw new Error(
				`migrating would leave ${broken.length} rows that refer to nothing`,
			);
		}
	}
}
