/** A backup cannot be made or restored; the message is one sentence for the operator. */
export class BackupError extends Error {
	override readonly name = "BackupError";
}

/** What the system's and SQLite's codes mean to an operator. */
const meanings: Readonly<Record<string, string>> = {
	ENOSPC: "the disk is full",
	EDQUOT: "this user's share of the disk is used up",
	EFBIG: "a file may not grow that large here",
	EROFS: "the disk is read-only",
	EACCES: "this user is not allowed to",
	EPERM: "this user is not allowed to",
	EISDIR: "it is a folder",
	EIO: "the disk does not answer",
	SQLITE_FULL: "the disk is full",
	SQLITE_CANTOPEN: "this user is not allowed to open it, or its folder",
	SQLITE_READONLY: "this user is not allowed to write it",
	SQLITE_NOTADB: "it is not a database",
	SQLITE_CORRUPT: "the database is damaged",
	SQLITE_BUSY: "another program keeps it locked",
	SQLITE_IOERR: "the disk is full or does not answer",
};

/**
 * Turns an error of the system or of SQLite into a sentence.
 * @param what what could not be done, e.g. "cannot write /backups/monday.tar"
 * @returns the error itself when it is a sentence already, or none that an operator could do something about
 */
export function describeFailure(what: string, error: unknown): unknown {
	if (error instanceof BackupError || !(error instanceof Error)) return error;
	const code = "code" in error ? String(error.code) : "";
	// SQLite's extended codes: SQLITE_IOERR_WRITE is a kind of SQLITE_IOERR.
	const meaning =
		meanings[code] ?? meanings[code.split("_").slice(0, 2).join("_")];
	if (meaning === undefined) return error;
	return new BackupError(`${what}: ${meaning} (${code})`, { cause: error });
}
