import { createHash } from "node:crypto";
import Connection from "better-sqlite3";
import { readMember } from "./archive.ts";
import { BackupError } from "./backup-error.ts";
import type { Manifest } from "./manifest.ts";

/** The tables that a backup counts; a database without them is not one of ours. */
const counted = [
	"users",
	"exercise_versions",
	"submissions",
	"verdicts",
	"current_verdicts",
	"drafts",
] as const;

/**
 * Reads a database file that nobody else has open from end to end: SQLite's own integrity check, references between
 * tables, the schema's step and the number of rows. Leaves it as one file, without a log beside it.
 *
 * @throws BackupError when anything is wrong with it
 */
export function examineDatabase(
	file: string,
): Pick<Manifest, "schema" | "counts"> {
	const connection = new Connection(file, { fileMustExist: true });
	try {
		connection.pragma("journal_mode = DELETE");
		const problems = connection
			.prepare<[], string>("PRAGMA integrity_check(5)")
			.pluck()
			.all();
		if (problems.join() !== "ok")
			throw new BackupError(`the database is damaged: ${problems.join("; ")}`);
		const broken = connection.prepare("PRAGMA foreign_key_check").all();
		if (broken.length > 0) {
			throw new BackupError(
				`the database is damaged: ${broken.length} rows refer to nothing`,
			);
		}
		return { schema: readSchema(connection), counts: countRows(connection) };
	} finally {
		connection.close();
	}
}

/** Tells whether a database has the tables of ours. */
export function isOurs(connection: Connection.Database): boolean {
	const tables = connection
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
		.pluck()
		.all();
	return ["__drizzle_migrations", ...counted].every((name) =>
		tables.includes(name),
	);
}

function readSchema(connection: Connection.Database): Manifest["schema"] {
	const newest = connection
		.prepare<[], Manifest["schema"]>(
			"SELECT hash AS name, created_at AS createdAt FROM __drizzle_migrations ORDER BY created_at DESC LIMIT 1",
		)
		.get();
	if (newest === undefined)
		throw new BackupError("the database has no schema yet");
	return newest;
}

function countRows(connection: Connection.Database): Record<string, number> {
	return Object.fromEntries(
		counted.map((table) => [
			table,
			connection
				.prepare<[], number>(`SELECT count(*) FROM ${table}`)
				.pluck()
				.get() ?? 0,
		]),
	);
}

/** SHA-256 of a whole file, in hex. @param onBytes told how many bytes each step has read */
export async function hashFile(
	file: string,
	bytes: number,
	onBytes: (bytes: number) => void,
): Promise<string> {
	const hash = createHash("sha256");
	for await (const chunk of readMember(file, { offset: 0, bytes })) {
		hash.update(chunk);
		onBytes(chunk.length);
	}
	return hash.digest("hex");
}
