/** Backing up and restoring as an operator does: exit codes, one sentence, nothing left behind. */
import { spawn } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import Connection from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
	listMembers,
	type MemberContent,
	writeArchive,
} from "../../../db/archive.ts";
import { backup } from "../../../grader/cli/backup.ts";
import { restore } from "../../../grader/cli/restore.ts";
import { verifyReceipts } from "../../../grader/cli/verify-receipts.ts";
import { receiptOf } from "../../../grader/receipt.ts";
import { graderVersion } from "../../../grader/version.ts";

const project = resolve(import.meta.dirname, "../../..");
const main = join(project, "grader/cli/main.ts");
const folder = mkdtempSync(join(tmpdir(), "chainrule-operate-"));
const data = join(folder, "data");
const database = join(data, "chainrule.sqlite");
afterAll(() => rmSync(folder, { recursive: true }));

let number = 0;
const fresh = (name: string) => join(folder, `${++number}-${name}`);

/** What an earlier release wrote is as good a data folder as any, and has real verdicts. */
beforeAll(() => {
	mkdirSync(data);
});
beforeEach(() => {
	rmSync(`${database}-wal`, { force: true });
	rmSync(`${database}-shm`, { force: true });
	writeFileSync(
		database,
		gunzipSync(
			readFileSync(join(project, "test/db/earlier-release/database.sqlite.gz")),
		),
	);
});

interface Ended {
	code: number | null;
	out: string;
	err: string;
}

function run(command: string, args: string[]): Promise<Ended> {
	const child = spawn(command, args, { cwd: folder });
	let out = "";
	let err = "";
	child.stdout.on("data", (text: Buffer) => {
		out += text;
	});
	child.stderr.on("data", (text: Buffer) => {
		err += text;
	});
	return new Promise((done) =>
		child.once("close", (code) => done({ code, out, err })),
	);
}
const chainrule = (...args: string[]) => run(process.execPath, [main, ...args]);

test("backs up and restores with every receipt verified, and says what it did", async () => {
	const file = fresh("b.tar");
	const made = await chainrule("backup", file, "--data", data);
	expect(made.code).toBe(0);
	expect(made.out).toMatch(
		/^\/.*b\.tar: 3 users, 10 submissions, 8 verdicts, \d+\.\d MiB; read back and found whole\n$/,
	);
	expect(made.err).toContain("It holds the secrets");

	const target = fresh("data");
	const restored = await chainrule(
		...["restore", file, "--data", target, "--verify"],
	);
	expect(restored).toMatchObject({ code: 0, err: "" });
	expect(restored.out).toMatch(
		/: 3 users, 10 submissions, 8 verdicts, as of \d{4}-/,
	);
	expect(restored.out).toContain("migrated: 0002_submissions_by_exercise\n");
	expect(restored.out).toContain("receipts: 8 of 8 verify\n");

	const again = await chainrule("restore", file, "--data", target);
	expect(again).toMatchObject({ code: 2, out: "" });
	expect(again.err).toBe(
		`chainrule: ${target} is not empty (chainrule.sqlite); --force moves what is there aside\n`,
	);
	const forced = await chainrule(
		...["restore", file, "--data", target, "--force", "--replay", "2"],
	);
	expect(forced.code).toBe(0);
	expect(forced.out).toContain(`what was there lies in ${target}/replaced-`);
	expect(forced.out).toContain(
		"graded again: 0 of 0 with the same receipt; 8 cannot be compared (another engine or grader version, ended by a clock, or our fault)\n",
	);
});

test("lets nothing that a backup says of itself steer the terminal", async () => {
	const file = fresh("b.tar");
	await chainrule("backup", file, "--data", data);
	const members = await listMembers(file);
	const unpacked = fresh("unpacked");
	mkdirSync(unpacked);
	for (const [name, { offset, bytes }] of members)
		writeFileSync(
			join(unpacked, name),
			readFileSync(file).subarray(offset, offset + bytes),
		);
	const manifest = JSON.parse(
		readFileSync(join(unpacked, "manifest.json"), "utf8"),
	);
	const pack = async (changed: object) => {
		const target = fresh("hostile.tar");
		const database = join(unpacked, "chainrule.sqlite");
		await writeArchive(
			target,
			new Map<string, MemberContent>([
				[
					"manifest.json",
					Buffer.from(JSON.stringify({ ...manifest, ...changed })),
				],
				[
					"chainrule.sqlite",
					{ file: database, bytes: statSync(database).size },
				],
			]),
		);
		return target;
	};
	const hostile = "\u001b]0;mine\u0007";
	const told = await pack({ createdAt: hostile, counts: { users: hostile } });
	const restored = await chainrule("restore", told, "--data", fresh("data"));
	expect(restored.code).toBe(0);
	expect(restored.out).toContain("as of ·]0;mine·\n");
	expect(restored.out).not.toContain("\u001b");
	const refused = await chainrule(
		...["restore", await pack({ schema: { name: hostile, createdAt: 1 } })],
		...["--data", fresh("data")],
	);
	expect(refused).toMatchObject({ code: 2, out: "" });
	expect(refused.err).toContain('"·]0;mine·"');
});

/** Changes what triggers protect, as somebody with the file in hand could. */
function tamper(sql: string): void {
	const db = new Connection(database);
	const triggers = db.prepare<[], { name: string; sql: string }>(
		"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
	);
	const all = triggers.all();
	for (const { name } of all) db.exec(`DROP TRIGGER ${name}`);
	expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
	for (const trigger of all) db.exec(trigger.sql);
	db.close();
}

/** Gives all verdicts today's grader version: those of another that differ would only be incomparable. */
function makeTodays(): void {
	const db = new Connection(database);
	db.exec("DROP TRIGGER verdict_details_no_update");
	const rows = db.prepare<[], { id: number; verdict: string; source: string }>(
		"SELECT d.verdict_id AS id, verdict, source FROM verdict_details d JOIN verdicts USING (verdict_id) JOIN submissions USING (submission_id) JOIN sources USING (source_hash)",
	);
	for (const { id, verdict: text, source } of rows.all()) {
		const verdict = {
			...JSON.parse(text),
			grader: { version: graderVersion },
		};
		verdict.receipt = receiptOf(verdict, source);
		db.prepare(
			"UPDATE verdict_details SET verdict = ? WHERE verdict_id = ?",
		).run(JSON.stringify(verdict), id);
	}
	db.close();
}

test.each([
	[
		"points changed in the row",
		"UPDATE verdicts SET points = 1 WHERE verdict_id = 1",
		/it counts as accepted with 1 points, its verdict says accepted with \d+/,
	],
	[
		"points changed in row and verdict",
		"UPDATE verdict_details SET verdict = json_set(verdict, '$.checks[0].points', 0.5) WHERE verdict_id = 1",
		/[0-9a-f]{64} is not the receipt of its verdict and source/,
	],
	[
		"the source",
		"UPDATE sources SET source = source || ' ' WHERE source_hash = (SELECT source_hash FROM submissions WHERE submission_id = 1)",
		/its source is not the one that was submitted/,
	],
	[
		"the seeds' secret",
		"UPDATE secrets SET value = 'other' WHERE name = 'seeds'",
		/its seed does not come from this installation's secret/,
	],
	[
		"the verdict's text",
		"UPDATE verdict_details SET verdict = '{}' WHERE verdict_id = 1",
		/its verdict cannot be read/,
	],
	[
		"the exercise",
		"UPDATE verdict_details SET verdict = json_set(verdict, '$.exercise.slug', 'other') WHERE verdict_id = 1",
		/its verdict is about another exercise/,
	],
	[
		"the language",
		"UPDATE submissions SET language = 'javascript' WHERE submission_id = 1",
		/its verdict is about another language/,
	],
])(
	"exits with 1 and names the submission when %s was changed",
	async (_, sql, sentence) => {
		makeTodays();
		tamper(sql);
		const { verdicts, equal, differing } = await verifyReceipts(database);
		expect(verdicts).toBe(8);
		expect(equal).toBeLessThan(8);
		expect(differing).toHaveLength(8 - equal);
		expect(differing[0]).toMatch(/^submission [0-9a-f-]{36}, run 1: /);
		expect(differing[0]).toMatch(sentence);
	},
);

test("exits with 1 and names the submission when a receipt differs", async () => {
	makeTodays();
	tamper("UPDATE verdicts SET points = 1 WHERE verdict_id = 1");
	const file = fresh("b.tar");
	expect((await chainrule("backup", file, "--data", data)).code).toBe(0);
	const restored = await chainrule(
		...["restore", file, "--data", fresh("data"), "--verify"],
	);
	expect(restored.code).toBe(1);
	expect(restored.out).toContain("receipts: 7 of 8 verify\n");
	expect(restored.out).toMatch(/\ndiffers: submission [0-9a-f-]{36}, run 1: /);
});

test("calls a receipt of another grader version that differs incomparable, not wrong", async () => {
	tamper(
		"UPDATE verdict_details SET verdict = json_set(verdict, '$.receipt', 'older way') WHERE verdict_id = 1",
	);
	const file = fresh("b.tar");
	await chainrule("backup", file, "--data", data);
	const restored = await chainrule(
		...["restore", file, "--data", fresh("data"), "--verify"],
	);
	expect(restored.code).toBe(0);
	expect(restored.out).toContain(
		"receipts: 7 of 8 verify; 1 of another grader version cannot be compared\n",
	);
});

test.each([
	[["backup"], "expected: chainrule backup <file> [--data folder] [--force]"],
	[["backup", "a", "b"], "expected: chainrule backup <file>"],
	[["backup", "x.tar", "--data", "nowhere"], "there is no folder"],
	[["backup", "x.tar", "--data", "."], "is not a data folder"],
	[["backup", "none/x.tar", "--data", "data"], "there is no folder"],
	[["backup", "x.tar", "--frce"], "Unknown option '--frce'"],
	[["restore"], "expected: chainrule restore <file> [--data folder]"],
	[["restore", "none.tar"], "none.tar"],
	[["restore", "data/chainrule.sqlite"], "is not a whole backup"],
	[
		["restore", "x.tar", "--replay", "0"],
		'--replay: expected how many verdicts to grade again, 1 or more; got "0"',
	],
])("refuses with one sentence: %j", async ([name, ...args], sentence) => {
	const command = name === "backup" ? backup : restore;
	const refused = command(
		args.map((arg) =>
			/^(\.|none|data|x)/.test(arg) ? join(folder, arg) : arg,
		),
	);
	await expect(refused).rejects.toThrow(sentence);
	expect(existsSync(join(folder, "x.tar"))).toBe(false);
});

test("exits with 2 and prints the sentence alone", async () => {
	expect(await chainrule("restore", "none.tar")).toEqual({
		code: 2,
		out: "",
		err: "chainrule: there is no file none.tar\n",
	});
	const { code, err } = await chainrule("backup", "x.tar", "--frce");
	expect(code).toBe(2);
	expect(err).toContain("chainrule: Unknown option '--frce'");
});

test("exits with 2 and leaves nothing when the disk refuses to take more", async () => {
	const file = fresh("full.tar");
	// A limit on the size of files (in blocks of 512 bytes) stands for a full disk: SQLite and Node meet it in the midst of writing.
	const all = Math.ceil(statSync(database).size / 512);
	for (const blocks of [200, all + 1]) {
		const { code, err } = await run("/bin/sh", [
			"-c",
			`ulimit -f ${blocks}; exec "$@"`,
			"sh",
			...[process.execPath, main, "backup", file, "--data", data],
		]);
		expect(code).toBe(2);
		expect(err).toMatch(
			/^chainrule: cannot write .*full\.tar: (the disk is full or does not answer|a file may not grow that large here) \(\w+\)\n$/,
		);
		expect(
			readdirSync(folder).filter((name) => name.includes("full.tar")),
		).toEqual([]);
	}
});

test("exits with 2 and leaves nothing when it is told to stop", async () => {
	const big = new Connection(database);
	big.exec(
		"CREATE TABLE ballast (x); INSERT INTO ballast WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT randomblob(1000000) FROM n",
	);
	big.close();
	const file = fresh("stopped.tar");
	const child = spawn(
		process.execPath,
		[main, "backup", file, "--data", data],
		{ cwd: folder },
	);
	let err = "";
	child.stderr.on("data", (text: Buffer) => {
		err += text;
	});
	const ended = new Promise((done) => child.once("close", done));
	const isUnderWay = () =>
		readdirSync(folder).some((name) => name.includes("stopped.tar.partial-"));
	while (!isUnderWay() && child.exitCode === null)
		await new Promise((wake) => setTimeout(wake, 5));
	child.kill("SIGTERM");
	expect(await ended).toBe(2);
	expect(err).toContain("chainrule: stopped before the end\n");
	expect(
		readdirSync(folder).filter((name) => name.includes("stopped.tar")),
	).toEqual([]);
});

test("lists the commands", async () => {
	const { out } = await chainrule("help");
	for (const line of [
		"chainrule backup <file> [--data folder] [--force]",
		"chainrule restore <file> [--data folder] [--force] [--verify] [--replay N]",
		"chainrule build",
	])
		expect(out.split("\n")).toContain(line);
});
