/** A database filled by an earlier commit's own code (see `earlier-release/make.ts`) opens, migrates and grades on. */
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Connection from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backUp } from "../../db/backup.ts";
import { migrations } from "../../db/migrations.ts";
import { openStore } from "../../db/open-store.ts";
import { restore } from "../../db/restore.ts";
import { publishBuiltIn } from "../../grader/cli/publish-built-in.ts";
import {
	replayVerdicts,
	verifyReceipts,
} from "../../grader/cli/verify-receipts.ts";
import { graderVersion } from "../../grader/version.ts";
import { seedOfAttempt } from "../../grader/worker/seed.ts";
import { Worker } from "../../grader/worker/worker.ts";

const here = join(import.meta.dirname, "earlier-release");
const made = JSON.parse(readFileSync(join(here, "made.json"), "utf8"));

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "chainrule-earlier-"));
	mkdirSync(join(folder, "data"));
	file = join(folder, "data", "chainrule.sqlite");
	writeFileSync(
		file,
		gunzipSync(readFileSync(join(here, "database.sqlite.gz"))),
	);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

/** Every index, table and trigger by name, without regard to spaces. */
function schemaOf(database: string): Record<string, string> {
	const db = new Connection(database);
	const rows = db
		.prepare<[], { name: string; sql: string }>(
			"SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
		)
		.all();
	db.close();
	return Object.fromEntries(
		rows.map(({ name, sql }) => [name, sql.replace(/\s+/g, " ")]),
	);
}

test("was made by a commit whose schema was another", () => {
	expect(made.commit).toMatch(/^[0-9a-f]{40}$/);
	expect(schemaOf(file)).toHaveProperty("submissions_version");
	expect(schemaOf(file)).not.toHaveProperty("submissions_exercise");
});

test("has the schema of a new database once it was opened, and is whole", async () => {
	await openStore({ file }).close();
	const fresh = join(folder, "fresh.sqlite");
	await openStore({ file: fresh }).close();
	expect(schemaOf(file)).toEqual(schemaOf(fresh));
	const db = new Connection(file);
	expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
	expect(db.pragma("foreign_key_check")).toEqual([]);
	const steps = db.prepare("SELECT hash FROM __drizzle_migrations ORDER BY id");
	expect(steps.pluck().all()).toEqual(migrations.map(({ name }) => name));
	db.close();
});

test("keeps every receipt, account, draft and role", async () => {
	expect(await verifyReceipts(file)).toEqual({
		verdicts: 8,
		equal: 8,
		incomparable: 0,
		differing: [],
	});
	const store = openStore({ file });
	const db = new Connection(file);
	const ids = db.prepare<[string], string>(
		"SELECT user_id FROM users WHERE name = ?",
	);
	const idOf = (name: string) => ids.pluck().get(name) ?? "";
	expect(await store.findUser(idOf("Ada"))).toMatchObject({
		email: "ada@example.org",
		role: "instructor",
		isGuest: false,
	});
	expect(await store.findDraft(idOf("Bob"), "net222-train")).toMatchObject({
		source: "// of a guest\n",
	});
	expect(await store.listScores(idOf("Ada"))).toMatchObject([
		{ slug: "linear-graph", status: "accepted" },
		{ slug: "nonlinear-backward", status: "accepted", attempts: 2 },
	]);
	// Bob was a guest when he submitted: his seeds are still those of the guest.
	const bobs = await store.listSubmissions(idOf("Bob"), "nonlinear-solve");
	const seedUser = db
		.prepare<[string], string>(
			"SELECT seed_user_id FROM submissions WHERE public_id = ?",
		)
		.pluck()
		.get(bobs[0]?.submissionId ?? "");
	expect(seedUser).not.toBe(idOf("Bob"));
	expect(bobs[0]?.verdict?.seed).toBe(
		seedOfAttempt(
			await store.getSecret("seeds"),
			"nonlinear-solve",
			seedUser ?? "",
			1,
		),
	);
	db.close();
	await store.close();
});

test("keeps people signed in", async () => {
	// Sessions end after a term, and the cookies here were given when the database was made.
	vi.useFakeTimers({ toFake: ["Date"], now: new Date(made.madeAt) });
	vi.stubEnv("CHAINRULE_DATA", join(folder, "data"));
	const { findSession } = await import("../../web/server/session.ts");
	const nameOf = async (cookie: string) =>
		(await findSession(new Headers({ cookie, host: "localhost:3000" })))?.name;
	expect(await nameOf(made.cookies.ada)).toBe("Ada");
	expect(await nameOf(made.cookies.bob)).toBe("Bob");
	expect(await nameOf(made.cookies.guest)).toBe("Guest");
	expect(await nameOf(made.cookies.ada.replace(/.{4}$/, "AAAA"))).toBe(
		undefined,
	);
	globalThis.chainruleDatabase?.$client.close();
	await globalThis.chainruleStore?.close();
});

/** Grades until nothing waits. */
async function gradeAll(): Promise<void> {
	const store = openStore({ file });
	const worker = new Worker(store, {
		id: "worker-now",
		size: 1,
		log: {
			debug: () => undefined,
			info: () => undefined,
			error: console.error,
		},
	});
	const working = worker.run();
	await vi.waitFor(
		async () =>
			expect(await store.countQueue()).toMatchObject({ queued: 0, running: 0 }),
		{ timeout: 30_000 },
	);
	worker.stop();
	await working;
	await store.close();
}

test("grades what it left waiting and what is new, and can be backed up and restored", async () => {
	const store = openStore({ file });
	await publishBuiltIn(store, () => undefined);
	const db = new Connection(file);
	const bob = db
		.prepare<[], string>("SELECT user_id FROM users WHERE name = 'Bob'")
		.pluck()
		.get();
	db.close();
	const { submission } = await store.createSubmission({
		userId: bob ?? "",
		slug: "nonlinear-backward",
		language: "typescript",
		source: readFileSync(
			join(here, "../../../exercises/nonlinear-backward/solution.ts"),
			"utf8",
		),
		now: Date.now(),
	});
	await gradeAll();
	expect(await store.findSubmission(submission.submissionId)).toMatchObject({
		status: "accepted",
		verdict: { points: submission.verdict?.maxPoints ?? expect.any(Number) },
	});
	await store.close();
	expect(await verifyReceipts(file)).toMatchObject({
		verdicts: 11,
		equal: 11,
		differing: [],
	});

	const quiet = {
		isForced: false,
		onProgress: () => undefined,
		signal: new AbortController().signal,
	};
	const backup = join(folder, "b.tar");
	await backUp({
		...quiet,
		data: join(folder, "data"),
		file: backup,
		graderVersion,
	});
	const data = join(folder, "restored");
	await restore({ ...quiet, file: backup, data });
	const restored = join(data, "chainrule.sqlite");
	expect(await verifyReceipts(restored)).toMatchObject({
		equal: 11,
		differing: [],
	});
	// The earlier release's own verdicts were given by another version of the grader.
	expect(await replayVerdicts(restored, 5)).toEqual({
		replayed: 3,
		incomparable: 8,
		differing: [],
	});
});

test("is migrated by restoring a backup that an unmigrated database would give", async () => {
	const quiet = {
		isForced: false,
		onProgress: () => undefined,
		signal: new AbortController().signal,
	};
	const backup = join(folder, "b.tar");
	const { schema } = await backUp({
		...quiet,
		data: join(folder, "data"),
		file: backup,
		graderVersion,
	});
	// Backing up changes nothing of what it reads, its schema included.
	expect(schema.name).toBe("0001_immutable_rows");
	const data = join(folder, "restored");
	const { migrated } = await restore({ ...quiet, file: backup, data });
	expect(migrated).toContain("0002_submissions_by_exercise");
	expect(await verifyReceipts(join(data, "chainrule.sqlite"))).toMatchObject({
		equal: 8,
		differing: [],
	});
});
