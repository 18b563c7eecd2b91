/**
 * Restoring a backup.
 *
 * Theory of operation. Everything happens in a folder of its own inside the data folder: the database is unpacked there,
 * compared with its manifest, examined, migrated. Only then, if there was something, it is moved aside (never deleted)
 * and the new file gets its name. A database that somebody has open is recognised by SQLite's own locks, which end with
 * their process however it ends: in WAL mode only the last connection can leave that mode.
 */
import { createHash } from "node:crypto";
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { join, resolve } from "node:path";
import Connection from "better-sqlite3";
import { type Member, readMember } from "./archive.ts";
import { type OnProgress, requireRoom, syncFolder } from "./backup.ts";
import { BackupError, describeFailure } from "./backup-error.ts";
import { examineDatabase } from "./examine.ts";
import { type Manifest, openBackup } from "./manifest.ts";
import { migrations } from "./migrations.ts";
import { databaseName, openDatabase } from "./open-database.ts";

export interface RestoreRequest {
	/** The backup. */
	file: string;
	/** The data folder to fill; made when there is none. */
	data: string;
	/** Whether what the folder holds may be moved aside. */
	isForced: boolean;
	onProgress: OnProgress;
	/** Stops the work, leaving everything as it was. */
	signal: AbortSignal;
}

export interface Restored {
	manifest: Manifest;
	/** Schema steps that were added because the backup is older than this program. */
	migrated: string[];
	/** Where what was there before lies now; null when nothing was. */
	movedTo: string | null;
}

/**
 * Puts a backup's database into a data folder.
 * @throws BackupError with a sentence for the operator; the folder is then as it was
 */
export async function restore(request: RestoreRequest): Promise<Restored> {
	const data = resolve(request.data);
	const { manifest, database } = await openBackup(request.file);
	requireKnownSchema(request.file, manifest.schema);
	let work: string | null = null;
	try {
		requireUsable(data, request.isForced);
		mkdirSync(data, { recursive: true, mode: 0o700 });
		requireUnused(join(data, databaseName));
		work = mkdtempSync(join(data, workPrefix));
		requireRoom(work, 2 * manifest.database.bytes);
		const staged = join(work, databaseName);
		await unpack(staged, database, manifest, request);
		request.onProgress("examining", 0, 1);
		const before = examineDatabase(staged);
		requireKnownSchema(request.file, before.schema);
		openDatabase(staged).$client.close();
		examineDatabase(staged);
		const migrated = migrations
			.filter(({ createdAt }) => createdAt > before.schema.createdAt)
			.map(({ name }) => name);
		request.signal.throwIfAborted();
		const movedTo = moveAside(data, request.isForced);
		giveToOwnerOf(data, staged);
		renameSync(staged, join(data, databaseName));
		syncFolder(data);
		return { manifest, migrated, movedTo };
	} catch (error) {
		if (request.signal.aborted) throw new BackupError("stopped before the end");
		throw describeFailure(`cannot restore into ${data}`, error);
	} finally {
		if (work !== null) rmSync(work, { recursive: true, force: true });
	}
}

const workPrefix = ".restoring-";

function requireKnownSchema(file: string, schema: Manifest["schema"]): void {
	if (migrations.some(({ createdAt }) => createdAt === schema.createdAt))
		return;
	const newest = migrations.at(-1);
	throw new BackupError(
		newest !== undefined && schema.createdAt < newest.createdAt
			? `${file} has a schema step "${schema.name}" that was never released`
			: `${file} was made by a newer release: its schema step is "${schema.name}", the newest that this program knows is "${newest?.name}"; restore it with that release`,
	);
}

/** What a folder holds, apart from what a disk's root always has and what a killed restore left. */
function contentOf(data: string): string[] {
	return readdirSync(data).filter(
		(name) => name !== "lost+found" && !name.startsWith(workPrefix),
	);
}

function requireUsable(data: string, isForced: boolean): void {
	if (!existsSync(data)) return;
	if (!statSync(data).isDirectory())
		throw new BackupError(`${data} is not a folder`);
	const content = contentOf(data);
	if (content.length === 0 || isForced) return;
	const shown = content.slice(0, 3).join(", ");
	throw new BackupError(
		`${data} is not empty (${shown}${content.length > 3 ? ", …" : ""}); --force moves what is there aside`,
	);
}

/** @throws BackupError while another process has the database open */
function requireUnused(file: string): void {
	if (!existsSync(file)) return;
	const connection = new Connection(file, { timeout: 0 });
	try {
		// Also takes what is still in the log into the file, so that what is moved aside is whole.
		connection.pragma("journal_mode = DELETE");
	} catch (error) {
		const code = error instanceof Connection.SqliteError ? error.code : "";
		if (code.startsWith("SQLITE_BUSY")) {
			throw new BackupError(
				`a server is running on ${file}; stop it first (\`chainrule serve\` and every \`chainrule worker\`)`,
			);
		}
		// A damaged database is what restoring is for: nobody can be serving from it.
		if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw error;
	} finally {
		connection.close();
	}
}

async function unpack(
	staged: string,
	member: Member,
	manifest: Manifest,
	{ file, onProgress, signal }: RestoreRequest,
): Promise<void> {
	const target = await open(staged, "wx", 0o600);
	const hash = createHash("sha256");
	try {
		let done = 0;
		for await (const chunk of readMember(file, member)) {
			signal.throwIfAborted();
			hash.update(chunk);
			await target.writeFile(chunk);
			done += chunk.length;
			onProgress("unpacking", done, member.bytes);
		}
		await target.sync();
	} finally {
		await target.close();
	}
	if (hash.digest("hex") !== manifest.database.sha256) {
		throw new BackupError(
			`${file} is damaged: its database is not the one that its manifest names`,
		);
	}
}

/**
 * Moves what the folder holds into a folder inside it: the data folder itself may be a mounted disk that has no other name.
 * @returns where it lies now; null when there was nothing
 */
function moveAside(data: string, isForced: boolean): string | null {
	requireUsable(data, isForced);
	const content = contentOf(data).filter((name) => !/^replaced-/.test(name));
	if (content.length === 0) return null;
	requireUnused(join(data, databaseName));
	const aside = mkdtempSync(
		join(data, `replaced-${new Date().toISOString().replaceAll(":", ".")}-`),
	);
	for (const name of content) renameSync(join(data, name), join(aside, name));
	return aside;
}

/** An operator who restores as root does it for the user whom the folder belongs to. */
function giveToOwnerOf(data: string, file: string): void {
	chmodSync(file, 0o600);
	if (process.getuid?.() !== 0) return;
	const { uid, gid } = statSync(data);
	chownSync(file, uid, gid);
}
