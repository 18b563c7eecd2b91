/**
 * Backing up while the server runs.
 *
 * Theory of operation. SQLite's online backup copies the database page by page. Left to itself it begins anew whenever
 * another process commits between two steps, and under a class's load never ends; so the copy is made inside one read
 * transaction: in WAL mode that is a snapshot, which writers neither change nor wait for. (`VACUUM INTO` would read the same
 * snapshot, but in one call that tells no progress and cannot be stopped.) The copy is then examined, packed with its
 * manifest, read back from the disk, and only then given its name: a file of that name is always whole.
 */
import { createHash } from "node:crypto";
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdtempSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	statfsSync,
	statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import Connection from "better-sqlite3";
import { readMember, writeArchive } from "./archive.ts";
import { BackupError, describeFailure } from "./backup-error.ts";
import { examineDatabase, hashFile, isOurs } from "./examine.ts";
import { type Manifest, manifestName, openBackup } from "./manifest.ts";
import { createPrivately, databaseName } from "./open-database.ts";

/** Pages copied between two looks at the rest of the process: 4 MiB. */
const pagesAStep = 1024;

/** Told how far a step has come: `done` of `total`, in bytes or pages. */
export type OnProgress = (step: string, done: number, total: number) => void;

export interface BackupRequest {
	/** The data folder. */
	data: string;
	/** Where the backup goes. */
	file: string;
	/** Whether a file of that name may be replaced. */
	isForced: boolean;
	graderVersion: string;
	onProgress: OnProgress;
	/** Stops the work, leaving nothing behind. */
	signal: AbortSignal;
}

/**
 * Writes everything an installation needs into one file, for its owner only: the database with the secrets in it.
 * For a moment it needs twice the database's size beside the file.
 *
 * @throws BackupError with a sentence for the operator
 */
export async function backUp(request: BackupRequest): Promise<Manifest> {
	const source = requireDatabase(request.data);
	const file = resolve(request.file);
	requireTarget(file, source, request.isForced);
	const folder = dirname(file);
	let work: string | null = null;
	try {
		work = mkdtempSync(join(folder, `.${basename(file)}.partial-`));
		const snapshot = join(work, databaseName);
		await copyDatabase(source, snapshot, request);
		const manifest = await describe(snapshot, request);
		const partial = join(work, "backup");
		await pack(partial, manifest, snapshot, request);
		await readBack(partial, request);
		requireTarget(file, source, request.isForced);
		renameSync(partial, file);
		syncFolder(folder);
		return manifest;
	} catch (error) {
		if (request.signal.aborted) throw new BackupError("stopped before the end");
		throw describeFailure(`cannot write ${file}`, error);
	} finally {
		if (work !== null) rmSync(work, { recursive: true, force: true });
	}
}

/** @returns the database's file @throws BackupError when the folder is no data folder */
function requireDatabase(data: string): string {
	const file = join(data, databaseName);
	let isData = false;
	try {
		if (!existsSync(data))
			throw new BackupError(`there is no folder ${resolve(data)}`);
		if (existsSync(file)) {
			const connection = new Connection(file, { readonly: true });
			try {
				isData = isOurs(connection);
			} finally {
				connection.close();
			}
		}
	} catch (error) {
		throw describeFailure(`cannot read ${file}`, error);
	}
	if (!isData) {
		throw new BackupError(
			`${resolve(data)} is not a data folder: it has no ${databaseName} of Chainrule's; name the folder that \`chainrule serve\` uses with --data`,
		);
	}
	return realpathSync(file);
}

function requireTarget(file: string, source: string, isForced: boolean): void {
	const folder = dirname(file);
	if (!existsSync(folder))
		throw new BackupError(`there is no folder ${folder}`);
	if (!existsSync(file)) return;
	if (statSync(file).isDirectory())
		throw new BackupError(`${file} is a folder; name a file`);
	if (realpathSync(file).startsWith(source))
		throw new BackupError(`${file} is the database itself`);
	if (!isForced) throw new BackupError(`${file} exists; --force replaces it`);
}

async function copyDatabase(
	source: string,
	snapshot: string,
	{ onProgress, signal }: BackupRequest,
): Promise<void> {
	const connection = new Connection(source, { readonly: true, timeout: 5000 });
	try {
		// One read transaction for all steps; it begins with its first read.
		connection.exec("BEGIN");
		const bytes =
			connection
				.prepare<[], number>(
					"SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
				)
				.pluck()
				.get() ?? 0;
		requireRoom(dirname(snapshot), 2 * bytes);
		createPrivately(snapshot);
		await connection.backup(snapshot, {
			progress({ totalPages, remainingPages }) {
				signal.throwIfAborted();
				onProgress("copying", totalPages - remainingPages, totalPages);
				return pagesAStep;
			},
		});
		connection.exec("COMMIT");
	} finally {
		connection.close();
	}
}

/** @throws BackupError when a folder's disk has less than `bytes` left for this user */
export function requireRoom(folder: string, bytes: number): void {
	const { bavail, bsize } = statfsSync(folder);
	const free = bavail * bsize;
	if (free >= bytes) return;
	const mib = (value: number) => Math.ceil(value / 2 ** 20);
	throw new BackupError(
		`${mib(bytes)} MiB are needed for a moment in ${dirname(folder)}, and ${mib(free)} MiB are free`,
	);
}

async function describe(
	snapshot: string,
	{ graderVersion, onProgress, signal }: BackupRequest,
): Promise<Manifest> {
	onProgress("examining", 0, 1);
	const found = examineDatabase(snapshot);
	signal.throwIfAborted();
	const { size: bytes } = statSync(snapshot);
	let hashed = 0;
	const sha256 = await hashFile(snapshot, bytes, (count) => {
		signal.throwIfAborted();
		hashed += count;
		onProgress("hashing", hashed, bytes);
	});
	const { node, v8 } = process.versions;
	return {
		format: 1,
		createdAt: new Date().toISOString(),
		grader: { version: graderVersion },
		engine: { node, v8 },
		...found,
		database: { bytes, sha256 },
	};
}

async function pack(
	partial: string,
	manifest: Manifest,
	snapshot: string,
	{ onProgress, signal }: BackupRequest,
): Promise<void> {
	const { bytes } = manifest.database;
	let written = 0;
	const text = Buffer.from(`${JSON.stringify(manifest, null, "\t")}\n`);
	await writeArchive(
		partial,
		new Map<string, Buffer | { file: string; bytes: number }>([
			[manifestName, text],
			[databaseName, { file: snapshot, bytes }],
		]),
		(count) => {
			signal.throwIfAborted();
			written += count;
			onProgress("packing", written, bytes);
		},
	);
}

/** What was written is what is read, or it does not get its name. */
async function readBack(
	partial: string,
	{ onProgress, signal }: BackupRequest,
): Promise<void> {
	const { manifest, database } = await openBackup(partial);
	const hash = createHash("sha256");
	let read = 0;
	for await (const chunk of readMember(partial, database)) {
		signal.throwIfAborted();
		hash.update(chunk);
		read += chunk.length;
		onProgress("reading back", read, database.bytes);
	}
	if (hash.digest("hex") !== manifest.database.sha256) {
		throw new BackupError(
			"what was read back is not what was written; the disk is not to be trusted",
		);
	}
}

/** Brings a folder's names to the disk, so that a rename survives a power cut. */
export function syncFolder(folder: string): void {
	const handle = openSync(folder, "r");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
