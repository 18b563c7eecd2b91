import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Connection from "better-sqlite3";
import {
	type BetterSQLite3Database,
	drizzle,
} from "drizzle-orm/better-sqlite3";
import { migrate } from "./migrate.ts";
import * as schema from "./schema.ts";

/** A drizzle handle on one connection; `$client` is the connection itself. */
export type Database = BetterSQLite3Database<typeof schema> & {
	$client: Connection.Database;
};

/** The database's file name inside a data folder. */
export const databaseName = "chainrule.sqlite";

/**
 * Opens (and, if need be, creates and migrates) the database in `file`. What is created is for its owner only: it holds
 * the secrets that sign sessions and draw hidden inputs.
 *
 * `synchronous = FULL` makes a commit survive a power cut, not only a killed process: an accepted submission is on the
 * disk before its 202 leaves. WAL lets pages be read while a worker writes.
 */
export function openDatabase(file: string): Database {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	createPrivately(file);
	const connection = new Connection(file, { timeout: 5000 });
	try {
		enterWalMode(connection);
		connection.pragma("synchronous = FULL");
		// Makes INSERT OR REPLACE fire the triggers that keep rows from being deleted.
		connection.pragma("recursive_triggers = ON");
		migrate(connection);
		keepStatements(connection);
		return drizzle({ client: connection, schema });
	} catch (error) {
		connection.close();
		throw error;
	}
}

/**
 * Makes an empty file for its owner only, unless there is one; SQLite gives its log and index the same mode. An existing
 * file must not even be opened here: closing it would drop the locks of this process's other connections.
 */
export function createPrivately(file: string): void {
	try {
		closeSync(openSync(file, "wx", 0o600));
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : null;
		if (code !== "EEXIST") throw error;
	}
}

/** More than this program has of different statements, lists of varying length aside. */
const maxStatements = 500;

/**
 * Drizzle has every query compiled anew, which stood high in the profile of a server under load. A statement that was used before is
 * handed out again, in the mode in which a new one would come.
 */
function keepStatements(connection: Connection.Database): void {
	const prepare = connection.prepare.bind(connection);
	/** The most recently used last. */
	const known = new Map<string, Connection.Statement>();
	connection.prepare = ((text: string) => {
		const statement = known.get(text) ?? prepare(text);
		known.delete(text);
		// One that is being stepped through (`iterate`) belongs to whoever does it.
		if (statement.busy) return prepare(text);
		if (statement.reader) statement.raw(false);
		known.set(text, statement);
		const [oldest] = known.keys();
		if (known.size > maxStatements && oldest !== undefined)
			known.delete(oldest);
		return statement;
	}) as typeof connection.prepare; // the same, but for the types of parameters, which nobody here declares
}

/**
 * Entering WAL mode upgrades a read lock, which SQLite refuses at once, without waiting for the busy timeout, while
 * another process is doing the same; so we wait ourselves. The mode is kept in the file: this can happen only in the
 * first moment of a database's life.
 */
function enterWalMode(connection: Connection.Database): void {
	const deadline = Date.now() + 5000;
	for (;;) {
		try {
			connection.pragma("journal_mode = WAL");
			return;
		} catch (error) {
			const isBusy =
				error instanceof Connection.SqliteError &&
				error.code.startsWith("SQLITE_BUSY");
			if (!isBusy || Date.now() > deadline) throw error;
			// Opening is synchronous; sleep without spinning.
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
		}
	}
}
