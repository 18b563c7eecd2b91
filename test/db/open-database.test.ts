import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Connection from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { renderEmbeddedMigrations } from "../../db/embed-migrations.ts";
import { migrations } from "../../db/migrations.ts";
import { openDatabase, openStore } from "../../db/open-store.ts";
import { temporaryFile } from "./temporary-store.ts";

const dbFolder = join(import.meta.dirname, "..", "..", "db");

function openRaw(file: string): Connection.Database {
	const connection = new Connection(file);
	onTestFinished(() => {
		connection.close();
	});
	return connection;
}

test("opens with durable commits, foreign keys and patience", () => {
	const { $client } = openDatabase(temporaryFile());
	const pragma = (name: string) => $client.pragma(name, { simple: true });
	expect(pragma("journal_mode")).toBe("wal");
	expect(pragma("synchronous")).toBe(2);
	expect(pragma("foreign_keys")).toBe(1);
	expect(pragma("busy_timeout")).toBe(5000);
	$client.close();
});

test("migrates once, however often it is opened", () => {
	const file = temporaryFile();
	openDatabase(file).$client.close();
	openDatabase(file).$client.close();
	const rows = openRaw(file)
		.prepare("SELECT hash FROM __drizzle_migrations")
		.all();
	expect(rows).toHaveLength(migrations.length);
});

test("migrates once when many processes start at the same moment", async () => {
	const file = temporaryFile();
	const script = `import { openDatabase } from ${JSON.stringify(join(dbFolder, "open-database.ts"))};
		openDatabase(${JSON.stringify(file)}).$client.close();`;
	const run = () =>
		promisify(execFile)(process.execPath, [
			"--input-type=module",
			"--eval",
			script,
		]);
	await Promise.all([run(), run(), run(), run()]);
	const rows = openRaw(file)
		.prepare("SELECT hash FROM __drizzle_migrations")
		.all();
	expect(rows).toHaveLength(migrations.length);
});

test("carries exactly the migrations of the folder", () => {
	expect(readFileSync(join(dbFolder, "migrations.ts"), "utf8")).toBe(
		renderEmbeddedMigrations(),
	);
});

test("refuses a database that a newer release has written", () => {
	const file = temporaryFile();
	openDatabase(file).$client.close();
	openRaw(file)
		.prepare(
			"INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', ?)",
		)
		.run(Date.UTC(2999, 0, 1));
	expect(() => openDatabase(file)).toThrow(
		"the database holds a schema step of 2999-01-01T00:00:00.000Z that this release does not know; start the newer release",
	);
});

test("refuses a migration that leaves rows referring to nothing, and undoes it", () => {
	const file = temporaryFile();
	openDatabase(file).$client.close();
	const raw = openRaw(file);
	raw.pragma("foreign_keys = OFF");
	raw
		.prepare("INSERT INTO exercises VALUES ('lost', 'no-version', 1, 10)")
		.run();
	const triggers = raw
		.prepare<[], string>(
			"SELECT name FROM sqlite_schema WHERE type = 'trigger'",
		)
		.pluck()
		.all();
	for (const name of triggers) raw.exec(`DROP TRIGGER ${name}`);
	raw
		.prepare("DELETE FROM __drizzle_migrations WHERE created_at = ?")
		.run(
			migrations.find(({ name }) => name.endsWith("immutable_rows"))?.createdAt,
		);
	expect(() => openDatabase(file)).toThrow(
		"migrating would leave 1 rows that refer to nothing",
	);
	expect(
		raw
			.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
			.pluck()
			.get(),
	).toBe(0);
});

test("brings a database of the first schema up to date with all its rows", () => {
	const file = temporaryFile();
	const old = openRaw(file);
	old.exec(
		"CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)",
	);
	for (const { name, createdAt, sql } of migrations.slice(0, 2)) {
		old.exec(sql.replaceAll("--> statement-breakpoint", ""));
		old
			.prepare(
				"INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)",
			)
			.run(name, createdAt);
	}
	old.exec(`
		INSERT INTO users (user_id, name, email, created_at, updated_at, role) VALUES ('ada', 'Ada', 'ada@example.org', 1, 1, 'instructor');
		INSERT INTO sessions (session_id, expires_at, token, created_at, updated_at, user_id) VALUES ('s', 9, 't', 1, 1, 'ada');
		INSERT INTO exercise_versions VALUES ('v', 'neuron', '{}', '{}', '', 1);
		INSERT INTO sources VALUES ('h', 'text');
		INSERT INTO submissions (public_id, user_id, slug, version, attempt, seed_user_id, seed_attempt, language, source_hash, created_at, turn)
			VALUES ('graded', 'ada', 'neuron', 'v', 1, 'ada', 1, 'typescript', 'h', 1, 0), ('waiting', 'ada', 'neuron', 'v', 2, 'ada', 2, 'typescript', 'h', 2, 1);
		INSERT INTO verdicts (submission_id, run, worker_id, status, points, max_points, created_at) VALUES (1, 1, 'w', 'accepted', 10, 10, 3);
		INSERT INTO current_verdicts VALUES (1, 1);
		UPDATE submissions SET finished_at = 3 WHERE submission_id = 1;`);
	const { $client } = openDatabase(file);
	onTestFinished(() => {
		$client.close();
	});
	const pluck = (text: string) => $client.prepare(text).pluck().all();
	expect(pluck("SELECT role FROM users")).toEqual(["instructor"]);
	expect(pluck("SELECT user_id FROM sessions")).toEqual(["ada"]);
	expect(
		pluck("SELECT public_id FROM submissions WHERE finished_at IS NULL"),
	).toEqual(["waiting"]);
	expect(pluck("SELECT wall_ms FROM verdicts")).toEqual([null]);
	expect(pluck("PRAGMA foreign_key_check")).toEqual([]);
	expect(pluck("PRAGMA integrity_check")).toEqual(["ok"]);
	$client.exec("UPDATE users SET role = 'administrator'");
	expect(() => $client.exec("UPDATE users SET role = 'owner'")).toThrow(
		"users_role",
	);
	expect(() => $client.exec("UPDATE verdicts SET points = 0")).toThrow(
		"a stored verdict is never changed",
	);
});

test("refuses a file that is no database", () => {
	const file = join(import.meta.dirname, "open-database.test.ts");
	expect(() => openDatabase(file)).toThrow("file is not a database");
});

test("tells of every commit, our own and other processes'", async () => {
	const file = temporaryFile();
	const store = openStore({ file });
	const other = openStore({ file });
	const start = store.dataVersion();
	expect(store.dataVersion()).toBe(start);
	await store.getSecret("ours");
	const afterOurs = store.dataVersion();
	expect(afterOurs).not.toBe(start);
	await other.getSecret("theirs");
	expect(store.dataVersion()).not.toBe(afterOurs);
	await store.close();
	await other.close();
});

test("hands a statement out again, in the mode of a new one, unless it is being stepped through", () => {
	const { $client: connection } = openDatabase(temporaryFile());
	const text = "SELECT 1 AS one";
	const statement = connection.prepare(text);
	expect(statement.raw().get()).toEqual([1]);
	const again = connection.prepare(text);
	expect(again).toBe(statement);
	expect(again.get()).toEqual({ one: 1 });
	for (const _ of again.iterate())
		expect(connection.prepare(text)).not.toBe(again);
	connection.close();
});
