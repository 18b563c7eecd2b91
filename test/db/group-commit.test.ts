import { expect, test, vi } from "vitest";
import { createGroupCommit } from "../../db/group-commit.ts";
import { openDatabase } from "../../db/open-store.ts";
import { temporaryFile } from "./temporary-store.ts";

function openTable() {
	const db = openDatabase(temporaryFile());
	db.$client.exec("CREATE TABLE notes (text TEXT NOT NULL UNIQUE)");
	const insert = (text: string) =>
		db.$client.prepare("INSERT INTO notes VALUES (?)").run(text).changes;
	const read = () =>
		db.$client.prepare("SELECT text FROM notes ORDER BY text").pluck().all();
	return { db, insert, read };
}

test("commits together what is asked for together, and undoes alone what fails alone", async () => {
	const { db, insert, read } = openTable();
	let commits = 0;
	const observer = openDatabase(db.$client.name);
	const version = () =>
		observer.$client.pragma("data_version", { simple: true });
	let seen = version();
	const commit = createGroupCommit(db);
	const note = async (text: string) => {
		const changes = await commit(() => insert(text));
		if (version() !== seen) commits++;
		seen = version();
		return changes;
	};
	const results = await Promise.allSettled([
		note("a"),
		note("b"),
		commit(() => {
			insert("half done");
			throw new RangeError("not this one");
		}),
		note("a"),
		note("c"),
	]);
	expect(results.map(({ status }) => status)).toEqual([
		"fulfilled",
		"fulfilled",
		"rejected",
		"rejected",
		"fulfilled",
	]);
	expect(results[2]).toMatchObject({ reason: { message: "not this one" } });
	expect(results[3]).toMatchObject({
		reason: { code: "SQLITE_CONSTRAINT_UNIQUE" },
	});
	expect(commits).toBe(1);
	expect(read()).toEqual(["a", "b", "c"]);
	expect(await note("d")).toBe(1);
	expect(commits).toBe(2);
	observer.$client.close();
	db.$client.close();
});

test("answers nobody with success when the commit fails", async () => {
	const { db, insert } = openTable();
	const commit = createGroupCommit(db);
	const asked = [commit(() => insert("a")), commit(() => insert("b"))];
	db.$client.close();
	for (const result of await Promise.allSettled(asked))
		expect(result).toMatchObject({ status: "rejected" });
});

test("rests after a commit that took long, and then commits all that came meanwhile together", async () => {
	const { db, insert } = openTable();
	const commit = createGroupCommit(db);
	const transaction = vi.spyOn(db, "transaction");
	const slowMs = 10;
	const startedAt = performance.now();
	await commit(() => {
		while (performance.now() - startedAt < slowMs);
		return insert("slow");
	});
	const committedAt = performance.now();
	expect(transaction).toHaveBeenCalledTimes(2); // the group's, and the write's own savepoint
	const later = ["a", "b", "c"].map(
		(text, turn) =>
			new Promise((done) =>
				setTimeout(() => done(commit(() => insert(text))), turn),
			),
	);
	await Promise.all(later);
	expect(performance.now() - committedAt).toBeGreaterThanOrEqual(slowMs);
	expect(transaction).toHaveBeenCalledTimes(2 + 1 + later.length);
	db.$client.close();
});
