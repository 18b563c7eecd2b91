import { expect, test } from "vitest";
import { openStore } from "../../db/open-store.ts";
import type { Store } from "../../db/store.ts";
import {
	compiled,
	exerciseVersion,
	openTemporaryStore,
	temporaryFile,
} from "./temporary-store.ts";

test("gives back what was published", async () => {
	const { store } = openTemporaryStore();
	const version = exerciseVersion();
	expect(await store.publishVersion(version, compiled)).toEqual({
		isNew: true,
	});
	expect(await store.findExercise("neuron")).toEqual(version);
	expect(await store.findVersion("neuron-v1")).toEqual(version);
	expect(await store.getCompiled("neuron-v1")).toEqual(compiled);
});

test("lists the current versions in course order", async () => {
	const { store } = openTemporaryStore();
	await store.publishVersion(
		exerciseVersion({ slug: "second", order: 2 }),
		compiled,
	);
	await store.publishVersion(
		exerciseVersion({ slug: "first", order: 1 }),
		compiled,
	);
	await store.publishVersion(
		exerciseVersion({ slug: "second", version: "second-v2", order: 3 }),
		compiled,
	);
	const versions = (await store.listExercises()).map(({ version }) => version);
	expect(versions).toEqual(["first-v1", "second-v2"]);
});

test("makes an older version current again when it is published again", async () => {
	const { store } = openTemporaryStore();
	const old = exerciseVersion();
	await store.publishVersion(old, compiled);
	await store.publishVersion(
		exerciseVersion({ version: "neuron-v2" }),
		compiled,
	);
	expect(await store.publishVersion(old, compiled)).toEqual({ isNew: false });
	expect((await store.findExercise("neuron"))?.version).toBe("neuron-v1");
});

test("takes what a newer grader compiled of the same content", async () => {
	const { store } = openTemporaryStore();
	await store.publishVersion(exerciseVersion(), compiled);
	const better = { script: "planBetter()", proofs: "{}" };
	await store.publishVersion(exerciseVersion(), better);
	expect(await store.getCompiled("neuron-v1")).toEqual(better);
});

test("refuses other content under a published version's name", async () => {
	const { store } = openTemporaryStore();
	await store.publishVersion(exerciseVersion(), compiled);
	const forged = { ...exerciseVersion(), starter: "something else" };
	await expect(store.publishVersion(forged, compiled)).rejects.toThrow(
		new RangeError(
			'version "neuron-v1" is already published with other content; a version is named by its content',
		),
	);
});

test("refuses to give the compiled script of a version that is not there", async () => {
	const { store } = openTemporaryStore();
	await expect(store.getCompiled("none")).rejects.toThrow(
		new RangeError('there is no exercise version "none"'),
	);
});

test("finds neither an unknown exercise nor an unknown version", async () => {
	const { store } = openTemporaryStore();
	expect(await store.findExercise("none")).toBeNull();
	expect(await store.findVersion("none")).toBeNull();
});

test("refuses to change or delete a published version", async () => {
	const { store, db } = openTemporaryStore();
	await store.publishVersion(exerciseVersion(), compiled);
	expect(() =>
		db.$client.exec(`UPDATE exercise_versions SET starter = ''`),
	).toThrow("a published version is never changed");
	db.$client.exec(`PRAGMA foreign_keys = OFF`);
	expect(() => db.$client.exec(`DELETE FROM exercise_versions`)).toThrow(
		"a published version is never deleted",
	);
});

test("keeps a version that was read, for nobody to change, until it is compiled anew by whomever", async () => {
	const file = temporaryFile();
	const store = openStore({ file });
	const other = openStore({ file });
	const version = exerciseVersion();
	await store.publishVersion(version, compiled);
	const first = await store.findExercise("neuron");
	expect(await store.findVersion("neuron-v1")).toBe(first);
	expect((await store.listExercises())[0]).toBe(first);
	expect(() => first?.exercise.checks.pop()).toThrow(TypeError);

	const compiledAnew = (publishedAt: number, constants: number) => ({
		...version,
		publishedAt,
		publicPart: { ...version.publicPart, constants },
	});
	const partOf = async (one: Store) =>
		(await one.findExercise("neuron"))?.publicPart;
	const later = version.publishedAt + 1;
	for (const constants of [1, 2]) {
		// The second at the very same time, which only the publishing process can tell.
		await store.publishVersion(compiledAnew(later, constants), compiled);
		expect(await partOf(store)).toMatchObject({ constants });
	}
	await other.publishVersion(compiledAnew(later + 1, 3), compiled);
	expect(await partOf(store)).toMatchObject({ constants: 3 });
	await store.close();
	await other.close();
});
