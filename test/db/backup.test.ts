import { execFileSync, spawn } from "node:child_process";
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Connection from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { type BackupRequest, backUp, requireRoom } from "../../db/backup.ts";
import { BackupError, describeFailure } from "../../db/backup-error.ts";
import { openBackup } from "../../db/manifest.ts";
import { migrations } from "../../db/migrations.ts";
import { openDatabase, openStore } from "../../db/open-store.ts";
import { restore } from "../../db/restore.ts";
import {
	addUser,
	claim,
	compiled,
	exerciseVersion,
	submission,
	verdictFor,
} from "./temporary-store.ts";

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "chainrule-backup-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A data folder with two students, one graded submission and one that waits. */
async function fillData(): Promise<string> {
	const data = join(temporaryFolder(), "data");
	const file = join(data, "chainrule.sqlite");
	const store = openStore({ file });
	const db = openDatabase(file);
	addUser(db, "ada");
	addUser(db, "bob");
	await store.getSecret("seeds");
	await store.publishVersion(exerciseVersion(), compiled);
	await store.createSubmission(submission);
	const job = await claim(store);
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job),
		now: 2500,
	});
	await store.createSubmission({ ...submission, userId: "bob" });
	db.$client.close();
	await store.close();
	return data;
}

const request = (
	data: string,
	file: string,
	extra: Partial<BackupRequest> = {},
): BackupRequest => ({
	data,
	file,
	isForced: false,
	graderVersion: "7",
	onProgress: () => undefined,
	signal: new AbortController().signal,
	...extra,
});

/** Backs a new data folder up. @returns the backup's path, in a folder of its own */
async function makeBackup(): Promise<string> {
	const file = join(temporaryFolder(), "monday.tar");
	await backUp(request(await fillData(), file));
	return file;
}

const restoreInto = (data: string, file: string, isForced = false) =>
	restore({
		file,
		data,
		isForced,
		onProgress: () => undefined,
		signal: new AbortController().signal,
	});

const modeOf = (file: string) => statSync(file).mode & 0o777;

test("writes one file for its owner alone, which tar can open, and nothing beside it", async () => {
	const file = await makeBackup();
	expect(modeOf(file)).toBe(0o600);
	expect(readdirSync(dirname(file))).toEqual(["monday.tar"]);
	const listed = execFileSync("tar", ["-tf", file], { encoding: "utf8" });
	expect(listed).toBe("manifest.json\nchainrule.sqlite\n");
	const { manifest } = await openBackup(file);
	expect(manifest).toMatchObject({
		format: 1,
		grader: { version: "7" },
		engine: { node: process.versions.node },
		schema: { name: migrations.at(-1)?.name },
		counts: { users: 2, submissions: 2, verdicts: 1, current_verdicts: 1 },
	});
	expect(Date.parse(manifest.createdAt)).toBeGreaterThan(Date.now() - 60_000);
});

test("tells how far copying, packing and reading back have come", async () => {
	const steps = new Map<string, [number, number]>();
	const file = join(temporaryFolder(), "b.tar");
	await backUp(
		request(await fillData(), file, {
			onProgress: (step, done, total) => steps.set(step, [done, total]),
		}),
	);
	expect([...steps.keys()]).toEqual([
		"copying",
		"examining",
		"hashing",
		"packing",
		"reading back",
	]);
	const [done, total] = steps.get("reading back") ?? [0, 1];
	expect(done).toBe(total);
});

test("copies one moment whole while another process commits all the time, and ends", async () => {
	const data = await fillData();
	const database = join(data, "chainrule.sqlite");
	const filler = new Connection(database);
	filler.exec("CREATE TABLE ballast (x TEXT); CREATE TABLE pairs (x, y)");
	const insert = filler.prepare("INSERT INTO ballast VALUES (?)");
	filler.transaction(() => {
		for (let i = 0; i < 20_000; i++) insert.run("x".repeat(1_000));
	})();
	filler.close();
	// Each commit adds one row to two tables: a copy of two moments would tell them apart.
	const writer = spawn(
		process.execPath,
		[
			"--input-type=module",
			"--eval",
			`import Connection from "better-sqlite3";
			const db = new Connection(${JSON.stringify(database)}, { timeout: 5000 });
			const pair = db.prepare("INSERT INTO pairs VALUES (?, ?)");
			const ballast = db.prepare("INSERT INTO ballast VALUES ('pair')");
			let n = 0;
			const write = () => { db.transaction(() => { pair.run(n, n); ballast.run(); })(); n++; };
			write();
			console.log("writing");
			setInterval(write, 1);`,
		],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	onTestFinished(() => {
		writer.kill("SIGKILL");
	});
	await new Promise((begun) => writer.stdout.once("data", begun));
	const countPairs = () => {
		const db = new Connection(database, { readonly: true });
		const n = db
			.prepare<[], number>("SELECT count(*) FROM pairs")
			.pluck()
			.get();
		db.close();
		return n ?? 0;
	};
	const before = countPairs();
	const file = join(temporaryFolder(), "b.tar");
	const copied: number[] = [];
	await backUp(
		request(data, file, {
			onProgress: (step, done) => {
				if (step === "copying") copied.push(done);
			},
		}),
	);
	// It never begins anew.
	expect(copied).toEqual([...new Set(copied)].sort((a, b) => a - b));
	expect(copied.length).toBeGreaterThan(4);
	await sleep(50);
	const after = countPairs();
	expect(after).toBeGreaterThan(before + 5);

	const restored = join(temporaryFolder(), "restored");
	await restoreInto(restored, file);
	const db = new Connection(join(restored, "chainrule.sqlite"));
	const one = (sql: string) => db.prepare<[], number>(sql).pluck().get();
	const pairs = one("SELECT count(*) FROM pairs") ?? 0;
	expect(pairs).toBeGreaterThanOrEqual(before);
	expect(pairs).toBeLessThan(after);
	expect(one("SELECT count(*) FROM ballast WHERE x = 'pair'")).toBe(pairs);
	db.close();
});

test("replaces a file of its name only when told to", async () => {
	const data = await fillData();
	const file = join(temporaryFolder(), "b.tar");
	writeFileSync(file, "something else");
	await expect(backUp(request(data, file))).rejects.toThrow(
		new BackupError(`${file} exists; --force replaces it`),
	);
	expect(readFileSync(file, "utf8")).toBe("something else");
	await backUp(request(data, file, { isForced: true }));
	expect((await openBackup(file)).manifest.counts.users).toBe(2);
});

test("does not replace a file that came to be while it worked", async () => {
	const data = await fillData();
	const file = join(temporaryFolder(), "b.tar");
	const working = backUp(
		request(data, file, {
			onProgress: (step) => {
				if (step === "packing") writeFileSync(file, "another's");
			},
		}),
	);
	await expect(working).rejects.toThrow(`${file} exists`);
	expect(readFileSync(file, "utf8")).toBe("another's");
	expect(readdirSync(dirname(file))).toEqual(["b.tar"]);
});

test("never overwrites the database itself, whatever name it goes by", async () => {
	const data = await fillData();
	const database = join(data, "chainrule.sqlite");
	const link = join(temporaryFolder(), "innocent.tar");
	symlinkSync(database, link);
	for (const file of [database, link]) {
		await expect(
			backUp(request(data, file, { isForced: true })),
		).rejects.toThrow(`${file} is the database itself`);
	}
});

test("refuses a folder as its target, and a target in no folder", async () => {
	const data = await fillData();
	const folder = temporaryFolder();
	await expect(backUp(request(data, folder))).rejects.toThrow(
		`${folder} is a folder; name a file`,
	);
	await expect(
		backUp(request(data, join(folder, "none", "b.tar"))),
	).rejects.toThrow(`there is no folder ${join(folder, "none")}`);
});

test("refuses what is not a data folder", async () => {
	const folder = temporaryFolder();
	const file = join(folder, "b.tar");
	await expect(backUp(request(join(folder, "none"), file))).rejects.toThrow(
		`there is no folder ${join(folder, "none")}`,
	);
	await expect(backUp(request(folder, file))).rejects.toThrow(
		`${folder} is not a data folder: it has no chainrule.sqlite of Chainrule's`,
	);
	const foreign = new Connection(join(folder, "chainrule.sqlite"));
	foreign.exec("CREATE TABLE recipes (x)");
	foreign.close();
	await expect(backUp(request(folder, file))).rejects.toThrow(
		"is not a data folder",
	);
	writeFileSync(
		join(folder, "chainrule.sqlite"),
		"not a database at all".repeat(60),
	);
	await expect(backUp(request(folder, file))).rejects.toThrow(
		/cannot read .*: it is not a database \(SQLITE_NOTADB\)/,
	);
});

test("leaves nothing behind when it is stopped half-way", async () => {
	for (const stopAt of ["copying", "hashing", "packing", "reading back"]) {
		const folder = temporaryFolder();
		const controller = new AbortController();
		const working = backUp(
			request(await fillData(), join(folder, "b.tar"), {
				onProgress: (step) => {
					if (step === stopAt) controller.abort();
				},
				signal: controller.signal,
			}),
		);
		// The last progress of a step may be its end; a later look at the signal then stops the work.
		const outcome = await working.then(
			() => "done",
			(error: Error) => error.message,
		);
		if (stopAt === "reading back") expect(outcome).toMatch(/done|stopped/);
		else expect(outcome).toBe("stopped before the end");
		if (outcome !== "done") expect(readdirSync(folder)).toEqual([]);
	}
});

test("refuses to back up a damaged database, and leaves nothing behind", async () => {
	const data = await fillData();
	const database = join(data, "chainrule.sqlite");
	const db = new Connection(database);
	db.pragma("foreign_keys = OFF");
	db.prepare(
		"INSERT INTO exercises VALUES ('lost', 'no-version', 1, 10)",
	).run();
	db.close();
	const folder = temporaryFolder();
	await expect(backUp(request(data, join(folder, "b.tar")))).rejects.toThrow(
		"the database is damaged: 1 rows refer to nothing",
	);
	expect(readdirSync(folder)).toEqual([]);
});

test("restores into a folder that does not exist, for its owner alone", async () => {
	const file = await makeBackup();
	const data = join(temporaryFolder(), "new", "data");
	const { migrated, movedTo } = await restoreInto(data, file);
	expect({ migrated, movedTo }).toEqual({ migrated: [], movedTo: null });
	expect(readdirSync(data)).toEqual(["chainrule.sqlite"]);
	expect(modeOf(data)).toBe(0o700);
	expect(modeOf(join(data, "chainrule.sqlite"))).toBe(0o600);
	const store = openStore({ file: join(data, "chainrule.sqlite") });
	expect(await store.countQueue()).toMatchObject({ queued: 1, running: 0 });
	await store.close();
});

test("keeps the secrets, so that sessions and seeds stay", async () => {
	const data = await fillData();
	const secretOf = async (folder: string) => {
		const store = openStore({ file: join(folder, "chainrule.sqlite") });
		const secret = await store.getSecret("seeds");
		await store.close();
		return secret;
	};
	const file = join(temporaryFolder(), "b.tar");
	await backUp(request(data, file));
	const restored = join(temporaryFolder(), "data");
	await restoreInto(restored, file);
	expect(await secretOf(restored)).toBe(await secretOf(data));
});

test("gives the file to whoever owns the folder", async () => {
	const file = await makeBackup();
	const data = temporaryFolder();
	if (process.getuid?.() === 0) execFileSync("chown", ["65534:65534", data]);
	await restoreInto(data, file);
	const { uid, gid } = statSync(join(data, "chainrule.sqlite"));
	expect([uid, gid]).toEqual([statSync(data).uid, statSync(data).gid]);
});

test("moves aside what was there only when told to, and deletes nothing of it", async () => {
	const file = await makeBackup();
	const data = await fillData();
	writeFileSync(join(data, "notes.txt"), "mine");
	await expect(restoreInto(data, file)).rejects.toThrow(
		`${data} is not empty (chainrule.sqlite, notes.txt); --force moves what is there aside`,
	);
	const { movedTo } = await restoreInto(data, file, true);
	expect(movedTo).toContain(join(data, "replaced-"));
	expect(readdirSync(movedTo ?? "").sort()).toEqual([
		"chainrule.sqlite",
		"notes.txt",
	]);
	expect(modeOf(movedTo ?? "")).toBe(0o700);
	openDatabase(join(movedTo ?? "", "chainrule.sqlite")).$client.close();
	// Once more: what was moved aside before stays where it is.
	const again = await restoreInto(data, file, true);
	expect(existsSync(join(movedTo ?? "", "notes.txt"))).toBe(true);
	expect(readdirSync(again.movedTo ?? "")).toEqual(["chainrule.sqlite"]);
});

test("takes a mounted disk's own folder for nothing", async () => {
	const data = temporaryFolder();
	mkdirSync(join(data, "lost+found"));
	await restoreInto(data, await makeBackup());
	expect(readdirSync(data).sort()).toEqual(["chainrule.sqlite", "lost+found"]);
});

test("refuses while anybody has the database open, even if told to go on", async () => {
	const file = await makeBackup();
	const data = await fillData();
	const database = join(data, "chainrule.sqlite");
	const server = spawn(
		process.execPath,
		[
			"--input-type=module",
			"--eval",
			`import { openStore } from ${JSON.stringify(join(import.meta.dirname, "../../db/open-store.ts"))};
			const store = openStore({ file: ${JSON.stringify(database)} });
			console.log("open");
			setInterval(() => store.dataVersion(), 1000);`,
		],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const ended = new Promise((done) => server.once("exit", done));
	onTestFinished(() => {
		server.kill("SIGKILL");
	});
	await new Promise((open) => server.stdout.once("data", open));
	await expect(restoreInto(data, file, true)).rejects.toThrow(
		`a server is running on ${database}; stop it first`,
	);
	expect(readdirSync(data).filter((name) => name.includes("repl"))).toEqual([]);
	// However it ends, its locks end with it.
	server.kill("SIGKILL");
	await ended;
	expect((await restoreInto(data, file, true)).movedTo).not.toBeNull();
});

test("restores over a damaged database: that is what it is for", async () => {
	const file = await makeBackup();
	const data = temporaryFolder();
	const ruin = "ruined".repeat(1000);
	writeFileSync(join(data, "chainrule.sqlite"), ruin);
	const { movedTo } = await restoreInto(data, file, true);
	expect(readFileSync(join(movedTo ?? "", "chainrule.sqlite"), "utf8")).toBe(
		ruin,
	);
});

test("refuses a file as its data folder", async () => {
	const file = await makeBackup();
	const data = join(temporaryFolder(), "data");
	writeFileSync(data, "");
	await expect(restoreInto(data, file)).rejects.toThrow(
		`${data} is not a folder`,
	);
});

test("refuses what is no backup, or not a whole one, and leaves the folder as it was", async () => {
	const folder = temporaryFolder();
	const data = join(folder, "data");
	const none = join(folder, "none.tar");
	await expect(restoreInto(data, none)).rejects.toThrow(
		`there is no file ${none}`,
	);
	const text = join(folder, "text.tar");
	writeFileSync(text, "a".repeat(2000));
	await expect(restoreInto(data, text)).rejects.toThrow(
		"is not a whole backup: it is not an archive of plain files",
	);
	const short = join(folder, "short.tar");
	writeFileSync(short, "");
	await expect(restoreInto(data, short)).rejects.toThrow(
		"is not a whole backup: it is cut short after 0 bytes",
	);
	await expect(restoreInto(data, folder)).rejects.toThrow(
		/cannot read .*: it is a folder \(EISDIR\)/,
	);
	const other = join(folder, "other.tar");
	execFileSync("tar", ["-cf", other, "-C", folder, "text.tar"]);
	await expect(restoreInto(data, other)).rejects.toThrow(
		"is not a backup of Chainrule: it has no readable manifest.json",
	);
	// A size below zero would send the reader round in circles.
	const backwards = join(folder, "backwards.tar");
	const header = readFileSync(other).subarray(0, 512);
	header.write("-0000001000\0", 124, "latin1");
	header.write("        ", 148, "latin1");
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
	writeFileSync(backwards, Buffer.concat([header, Buffer.alloc(1024)]));
	await expect(restoreInto(data, backwards)).rejects.toThrow(
		"is not a whole backup: it is not an archive of plain files",
	);
	const good = await makeBackup();
	const cut = join(folder, "cut.tar");
	copyFileSync(good, cut);
	truncateSync(cut, statSync(cut).size - 5000);
	await expect(restoreInto(data, cut)).rejects.toThrow(/it is cut short after/);
	expect(existsSync(data)).toBe(false);
});

test("refuses a backup in which a single bit has changed", async () => {
	const file = await makeBackup();
	const bytes = readFileSync(file);
	const at = bytes.length - 20_000;
	bytes[at] = (bytes[at] ?? 0) ^ 1;
	writeFileSync(file, bytes);
	const data = join(temporaryFolder(), "data");
	await expect(restoreInto(data, file)).rejects.toThrow(
		`${file} is damaged: its database is not the one that its manifest names`,
	);
	expect(readdirSync(data)).toEqual([]);
});

/** Unpacks a backup, lets its manifest or its database be changed, and packs it again. */
async function rewrite(
	change: (manifest: Record<string, unknown>, database: string) => void,
): Promise<string> {
	const file = await makeBackup();
	const folder = temporaryFolder();
	execFileSync("tar", ["-xf", file, "-C", folder]);
	const name = join(folder, "manifest.json");
	const manifest = JSON.parse(readFileSync(name, "utf8"));
	change(manifest, join(folder, "chainrule.sqlite"));
	writeFileSync(name, JSON.stringify(manifest));
	const changed = join(folder, "changed.tar");
	execFileSync("tar", [
		...["--format=ustar", "-cf", changed, "-C", folder],
		...["manifest.json", "chainrule.sqlite"],
	]);
	return changed;
}

test("refuses a backup of a newer release, of a newer format, and one that never was", async () => {
	const data = join(temporaryFolder(), "data");
	const newer = await rewrite((manifest) => {
		manifest.schema = { name: "9999_later", createdAt: Date.UTC(2999, 0, 1) };
	});
	await expect(restoreInto(data, newer)).rejects.toThrow(
		`${newer} was made by a newer release: its schema step is "9999_later", the newest that this program knows is "${migrations.at(-1)?.name}"; restore it with that release`,
	);
	const format = await rewrite((manifest) => {
		manifest.format = 2;
	});
	await expect(restoreInto(data, format)).rejects.toThrow(
		`${format} has format 2, this program knows format 1; restore it with the newer release that made it`,
	);
	const never = await rewrite((manifest) => {
		manifest.schema = { name: "0000_draft", createdAt: 5 };
	});
	await expect(restoreInto(data, never)).rejects.toThrow(
		'has a schema step "0000_draft" that was never released',
	);
	expect(existsSync(data)).toBe(false);
});

test("refuses a manifest that lacks something, or tells of another database", async () => {
	const data = join(temporaryFolder(), "data");
	const lacking = await rewrite((manifest) => {
		delete manifest.engine;
	});
	await expect(restoreInto(data, lacking)).rejects.toThrow(
		`${lacking}: its manifest.json is incomplete`,
	);
	const longer = await rewrite((manifest) => {
		manifest.database = { bytes: 5, sha256: "0".repeat(64) };
	});
	await expect(restoreInto(data, longer)).rejects.toThrow(
		/its manifest tells of a database of 5 bytes, it holds \d+/,
	);
});

test("refuses a database whose schema is newer than its manifest says", async () => {
	const { createHash } = await import("node:crypto");
	const file = await rewrite((manifest, database) => {
		const db = new Connection(database);
		db.prepare(
			"INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', ?)",
		).run(Date.UTC(2999, 0, 1));
		db.close();
		const bytes = readFileSync(database);
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		manifest.database = { bytes: bytes.length, sha256 };
	});
	const data = join(temporaryFolder(), "data");
	await expect(restoreInto(data, file)).rejects.toThrow(
		`${file} was made by a newer release: its schema step is "x"`,
	);
	expect(readdirSync(data)).toEqual([]);
});

test("leaves the folder as it was when it is stopped", async () => {
	const file = await makeBackup();
	const data = temporaryFolder();
	const controller = new AbortController();
	const working = restore({
		file,
		data,
		isForced: false,
		onProgress: () => controller.abort(),
		signal: controller.signal,
	});
	await expect(working).rejects.toThrow("stopped before the end");
	expect(readdirSync(data)).toEqual([]);
});

test("says beforehand how much room is needed, and how much there is", () => {
	const folder = temporaryFolder();
	requireRoom(folder, 1);
	expect(() => requireRoom(folder, 2 ** 60)).toThrow(
		/^1099511627776 MiB are needed for a moment in \/.*, and \d+ MiB are free$/,
	);
});

test("says in words what the system refused", () => {
	const failure = (code: string) =>
		describeFailure(
			"cannot write b.tar",
			Object.assign(new Error("x"), { code }),
		);
	expect(failure("ENOSPC")).toEqual(
		new BackupError("cannot write b.tar: the disk is full (ENOSPC)"),
	);
	expect(failure("SQLITE_IOERR_WRITE")).toEqual(
		new BackupError(
			"cannot write b.tar: the disk is full or does not answer (SQLITE_IOERR_WRITE)",
		),
	);
	const unknown = new Error("a fault of ours");
	expect(describeFailure("cannot write b.tar", unknown)).toBe(unknown);
});

test("creates database, log and index for their owner alone, and leaves an older file's mode", async () => {
	const folder = join(temporaryFolder(), "data");
	const file = join(folder, "chainrule.sqlite");
	const mask = process.umask(0);
	try {
		const store = openStore({ file });
		await store.getSecret("auth");
		expect(modeOf(folder)).toBe(0o700);
		const names = readdirSync(folder).sort();
		expect(names).toEqual([
			"chainrule.sqlite",
			"chainrule.sqlite-shm",
			"chainrule.sqlite-wal",
		]);
		for (const name of names) expect(modeOf(join(folder, name))).toBe(0o600);
		await store.close();
	} finally {
		process.umask(mask);
	}
	chmodSync(file, 0o640);
	openDatabase(file).$client.close();
	expect(modeOf(file)).toBe(0o640);
});
