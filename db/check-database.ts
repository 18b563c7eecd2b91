import Connection from "better-sqlite3";

/** What a look at a database file found. */
export interface DatabaseCheck {
	/** "ok", or what is wrong with the file, as SQLite says it. */
	integrity: string;
	/** Milliseconds since 1970 of the newest verdict; null without one. */
	newestVerdictAt: number | null;
}

/** The version of the SQLite library in use. */
export function sqliteVersion(): string {
	const connection = new Connection(":memory:");
	try {
		return String(
			connection.prepare("SELECT sqlite_version()").pluck().get() ?? "",
		);
	} finally {
		connection.close();
	}
}

/**
 * Looks at a database without changing it: neither migrated nor repaired. Safe beside a running server.
 * @throws Error when the file is missing or no database
 */
export function checkDatabase(file: string): DatabaseCheck {
	const connection = new Connection(file, {
		readonly: true,
		fileMustExist: true,
		timeout: 5000,
	});
	try {
		const integrity = String(
			connection.pragma("quick_check(1)", { simple: true }),
		);
		const hasVerdicts = connection
			.prepare(
				"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'verdicts'",
			)
			.get();
		const newest: unknown = hasVerdicts
			? connection.prepare("SELECT max(created_at) FROM verdicts").pluck().get()
			: null;
		return {
			integrity,
			newestVerdictAt: typeof newest === "number" ? newest : null,
		};
	} finally {
		connection.close();
	}
}
