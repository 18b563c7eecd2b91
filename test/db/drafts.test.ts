import { expect, test } from "vitest";
import { openStore } from "../../db/open-store.ts";
import { UnknownUserError } from "../../db/store.ts";
import { openCourse } from "./temporary-store.ts";

const draft = {
	userId: "ada",
	slug: "neuron",
	source: "one",
	baseRevision: 0,
	now: 100,
};

test("has no draft before the first save", async () => {
	const { store } = await openCourse();
	expect(await store.findDraft("ada", "neuron")).toBeNull();
});

test("counts revisions from one", async () => {
	const { store } = await openCourse();
	expect(await store.saveDraft(draft)).toEqual({
		draft: { source: "one", revision: 1, savedAt: 100 },
		isConflict: false,
	});
	const next = { ...draft, source: "two", baseRevision: 1, now: 200 };
	expect((await store.saveDraft(next)).draft.revision).toBe(2);
	expect(await store.findDraft("ada", "neuron")).toEqual({
		source: "two",
		revision: 2,
		savedAt: 200,
	});
});

test("refuses a save from an older revision, and gives the stored draft", async () => {
	const { store } = await openCourse();
	await store.saveDraft(draft);
	await store.saveDraft({ ...draft, source: "two", baseRevision: 1, now: 200 });
	const stale = { ...draft, source: "three", baseRevision: 1, now: 300 };
	expect(await store.saveDraft(stale)).toEqual({
		draft: { source: "two", revision: 2, savedAt: 200 },
		isConflict: true,
	});
	expect((await store.findDraft("ada", "neuron"))?.source).toBe("two");
});

test("refuses a first save where a draft is already", async () => {
	const { store } = await openCourse();
	await store.saveDraft(draft);
	const blind = { ...draft, source: "blind" };
	expect((await store.saveDraft(blind)).isConflict).toBe(true);
});

test("takes one of two saves that come at once from two windows, and tells the other", async () => {
	const { store, file } = await openCourse();
	const other = openStore({ file });
	const results = await Promise.all([
		store.saveDraft({ ...draft, source: "left" }),
		other.saveDraft({ ...draft, source: "right" }),
	]);
	expect(results.map(({ isConflict }) => isConflict).sort()).toEqual([
		false,
		true,
	]);
	await other.close();
});

test("takes the retry of a save whose answer was lost as no conflict", async () => {
	const { store } = await openCourse();
	await store.saveDraft(draft);
	expect(await store.saveDraft(draft)).toEqual({
		draft: { source: "one", revision: 1, savedAt: 100 },
		isConflict: false,
	});
});

test("goes on from the window's own revision where nothing is stored", async () => {
	const { store } = await openCourse();
	const saved = await store.saveDraft({ ...draft, baseRevision: 7 });
	expect(saved).toMatchObject({ draft: { revision: 8 }, isConflict: false });
});

test("keeps drafts of other students and exercises apart", async () => {
	const { store } = await openCourse();
	await store.saveDraft(draft);
	expect(await store.findDraft("bob", "neuron")).toBeNull();
	expect(await store.findDraft("ada", "other")).toBeNull();
});

test("refuses a draft of a user who is not there", async () => {
	const { store } = await openCourse();
	await expect(store.saveDraft({ ...draft, userId: "nobody" })).rejects.toThrow(
		new UnknownUserError("nobody"),
	);
});
