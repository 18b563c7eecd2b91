import { expect, test } from "vitest";
import type { Store } from "../../db/store.ts";
import {
	addUser,
	claim,
	compiled,
	exerciseVersion,
	openCourse,
	submission,
	submitAndGrade,
} from "./temporary-store.ts";

let made = 0;
/** One graded submission at a time; each has a source of its own. */
function earn(
	store: Store,
	userId: string,
	points: number,
	now: number,
	slug = "neuron",
) {
	made += 1;
	return submitAndGrade(
		store,
		{ userId, slug, now, source: `source ${made}` },
		{ points, status: points === 10 ? "accepted" : "partial" },
	);
}

async function openTwoExercises() {
	const opened = await openCourse();
	await opened.store.publishVersion(
		exerciseVersion({ slug: "layer", order: 2 }),
		compiled,
	);
	return opened;
}

test("takes the best of a student's attempts, at the time it was first reached", async () => {
	const { store } = await openCourse();
	await earn(store, "ada", 4, 100);
	await earn(store, "ada", 8, 200);
	await earn(store, "ada", 8, 300);
	await earn(store, "ada", 2, 400);
	expect(await store.listScores("ada")).toEqual([
		{
			slug: "neuron",
			points: 8,
			maxPoints: 10,
			attempts: 4,
			status: "partial",
			reachedAt: 200,
		},
	]);
});

test("counts from the moment of submitting, not of grading: the queue's length costs no place", async () => {
	const { store } = await openCourse();
	await earn(store, "ada", 10, 100);
	expect((await store.listScores("ada"))[0]?.reachedAt).toBe(100);
});

test("shows an exercise that is waiting or running with no points yet", async () => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	expect(await store.listScores("ada")).toMatchObject([
		{ points: 0, maxPoints: 10, attempts: 1, status: "queued" },
	]);
	await claim(store);
	expect(await store.listScores("ada")).toMatchObject([{ status: "running" }]);
});

test("keeps the best while the next attempt waits", async () => {
	const { store } = await openCourse();
	await earn(store, "ada", 8, 100);
	await store.createSubmission(submission);
	expect(await store.listScores("ada")).toMatchObject([
		{ points: 8, status: "partial", attempts: 2 },
	]);
});

test("counts no attempt and no points for an internal error", async () => {
	const { store } = await openCourse();
	await submitAndGrade(store, {}, { status: "internal_error", points: 9 });
	expect(await store.listScores("ada")).toMatchObject([
		{ points: 0, attempts: 0, status: "internal_error" },
	]);
	expect(await store.listLeaderboard({ limit: 10 })).toEqual([]);
});

test("keeps points that an older version gave, up to what the current one gives", async () => {
	const { store } = await openCourse();
	await earn(store, "ada", 10, 100);
	await store.publishVersion(
		exerciseVersion({ version: "neuron-v2", points: 8 }),
		compiled,
	);
	expect(await store.listScores("ada")).toMatchObject([
		{ points: 8, maxPoints: 8, attempts: 1 },
	]);
	await earn(store, "ada", 5, 200);
	expect(await store.listScores("ada")).toMatchObject([
		{ points: 8, maxPoints: 8, attempts: 2 },
	]);
	expect(await store.listLeaderboard({ limit: 10 })).toMatchObject([
		{ points: 8, reachedAt: 100 },
	]);
});

test("lists scores in course order", async () => {
	const { store } = await openTwoExercises();
	await earn(store, "ada", 1, 100, "layer");
	await earn(store, "ada", 1, 200, "neuron");
	const slugs = (await store.listScores("ada")).map(({ slug }) => slug);
	expect(slugs).toEqual(["neuron", "layer"]);
});

test("ranks by the sum of bests over the course", async () => {
	const { store } = await openTwoExercises();
	await earn(store, "bob", 10, 100, "neuron");
	await earn(store, "ada", 6, 100, "neuron");
	await earn(store, "ada", 7, 300, "layer");
	await earn(store, "ada", 3, 400, "layer");
	expect(await store.listLeaderboard({ limit: 10 })).toEqual([
		{
			rank: 1,
			userId: "ada",
			name: null,
			points: 13,
			solved: 0,
			reachedAt: 300,
		},
		{
			rank: 2,
			userId: "bob",
			name: null,
			points: 10,
			solved: 1,
			reachedAt: 100,
		},
	]);
});

test("ranks one exercise alone", async () => {
	const { store } = await openTwoExercises();
	await earn(store, "ada", 10, 100, "neuron");
	await earn(store, "bob", 9, 100, "layer");
	const rows = await store.listLeaderboard({ slug: "layer", limit: 10 });
	expect(rows.map(({ userId }) => userId)).toEqual(["bob"]);
});

test("puts first who reached the same total first, whatever was submitted later", async () => {
	const { store } = await openCourse();
	await earn(store, "bob", 8, 100);
	await earn(store, "ada", 8, 90);
	await earn(store, "ada", 8, 500);
	const rows = await store.listLeaderboard({ limit: 10 });
	expect(rows.map(({ rank, userId }) => [rank, userId])).toEqual([
		[1, "ada"],
		[2, "bob"],
	]);
});

test("goes by the time of submitting also where submissions arrived in another order", async () => {
	const { store } = await openCourse();
	await earn(store, "ada", 8, 300);
	await earn(store, "ada", 8, 200);
	expect((await store.listScores("ada"))[0]?.reachedAt).toBe(200);
	expect(await store.listLeaderboard({ limit: 1 })).toMatchObject([
		{ reachedAt: 200 },
	]);
});

test("gives the same rank for the same total at the same moment, and leaves the next rank out", async () => {
	const { store, db } = await openCourse();
	addUser(db, "eve");
	await earn(store, "bob", 8, 100);
	await earn(store, "ada", 8, 100);
	await earn(store, "eve", 7, 50);
	const rows = await store.listLeaderboard({ limit: 10 });
	expect(rows.map(({ rank, userId }) => [rank, userId])).toEqual([
		[1, "ada"],
		[1, "bob"],
		[3, "eve"],
	]);
});

test("sums hundredths exactly, so equal totals are equal", async () => {
	const { store } = await openTwoExercises();
	await earn(store, "ada", 0.1, 100, "neuron");
	await earn(store, "ada", 0.2, 200, "layer");
	await earn(store, "bob", 0.3, 300, "neuron");
	const rows = await store.listLeaderboard({ limit: 10 });
	expect(rows.map(({ userId, points }) => [userId, points])).toEqual([
		["ada", 0.3],
		["bob", 0.3],
	]);
});

test("names only those who chose a name, and never shows an account's own name", async () => {
	const { store } = await openCourse();
	await earn(store, "ada", 8, 100);
	await earn(store, "bob", 7, 100);
	await store.setLeaderboardName("bob", "Hidden Layer");
	const names = async () =>
		(await store.listLeaderboard({ limit: 10 })).map(({ name }) => name);
	expect(await names()).toEqual([null, "Hidden Layer"]);
	await store.setLeaderboardName("bob", null);
	expect(await names()).toEqual([null, null]);
});

test("leaves out who has no points, and stops at the limit", async () => {
	const { store } = await openCourse();
	await earn(store, "ada", 0, 100);
	expect(await store.listLeaderboard({ limit: 10 })).toEqual([]);
	await earn(store, "ada", 1, 200);
	await earn(store, "bob", 2, 200);
	expect(await store.listLeaderboard({ limit: 1 })).toMatchObject([
		{ userId: "bob" },
	]);
});

test("has no scores for a stranger", async () => {
	const { store } = await openCourse();
	expect(await store.listScores("nobody")).toEqual([]);
});
