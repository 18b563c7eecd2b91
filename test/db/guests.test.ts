import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions, users } from "../../db/schema.ts";
import { UnknownUserError } from "../../db/store.ts";
import {
	addUser,
	claim,
	openCourse,
	submission,
	submitAndGrade,
	verdictFor,
} from "./temporary-store.ts";

async function openWithGuest() {
	const opened = await openCourse();
	addUser(opened.db, "guest", { isAnonymous: true });
	return opened;
}

const draft = {
	userId: "guest",
	slug: "neuron",
	source: "guest's",
	baseRevision: 0,
	now: 100,
};

test("moves a guest's submissions and verdicts to a fresh account, numbers unchanged", async () => {
	const { store } = await openWithGuest();
	const graded = await submitAndGrade(
		store,
		{ userId: "guest", source: "a" },
		{},
	);
	await store.createSubmission({ ...submission, userId: "guest" });
	await store.adoptGuest("guest", "ada");
	const moved = await store.listSubmissions("ada", "neuron");
	expect(moved.map(({ attempt }) => attempt)).toEqual([2, 1]);
	expect((await store.findSubmission(graded))?.verdict?.points).toBe(10);
	expect(await store.listScores("ada")).toMatchObject([{ points: 10 }]);
	expect(await store.listSubmissions("guest", "neuron")).toEqual([]);
});

test("numbers the guest's attempts after the account's own", async () => {
	const { store } = await openWithGuest();
	for (const source of ["a", "b"]) {
		await store.createSubmission({ ...submission, source });
		await store.createSubmission({ ...submission, source, userId: "guest" });
	}
	await store.adoptGuest("guest", "ada");
	const attempts = (await store.listSubmissions("ada", "neuron")).map(
		({ attempt }) => attempt,
	);
	expect(attempts.toSorted()).toEqual([1, 2, 3, 4]);
	const next = await store.createSubmission({ ...submission, source: "c" });
	expect(next.submission.attempt).toBe(5);
});

test("gives the grader the student and number of the moment of submission, so the seed stays", async () => {
	const { store } = await openWithGuest();
	await store.createSubmission({ ...submission, source: "own" });
	await store.createSubmission({ ...submission, userId: "guest" });
	const own = await claim(store);
	await store.completeSubmission({
		leaseToken: own.leaseToken,
		verdict: verdictFor(own),
		now: 2100,
	});
	const before = await claim(store);
	await store.adoptGuest("guest", "ada");
	await store.recoverExpiredLeases(3000);
	const after = await claim(store, { now: 3000 });
	expect(after).toMatchObject({
		submissionId: before.submissionId,
		userId: "guest",
		attempt: 1,
	});
	expect(await store.findSubmission(after.submissionId)).toMatchObject({
		userId: "ada",
		attempt: 2,
	});
});

test("lets a worker finish what it was grading while the guest became an account", async () => {
	const { store } = await openWithGuest();
	await store.createSubmission({ ...submission, userId: "guest" });
	const job = await claim(store);
	await store.adoptGuest("guest", "ada");
	expect(
		await store.completeSubmission({
			leaseToken: job.leaseToken,
			verdict: verdictFor(job),
			now: 2500,
		}),
	).toBe(true);
	expect(await store.listScores("ada")).toMatchObject([{ points: 10 }]);
});

test("moves a draft where the account has none, revision and all", async () => {
	const { store } = await openWithGuest();
	await store.saveDraft(draft);
	await store.adoptGuest("guest", "ada");
	expect(await store.findDraft("ada", "neuron")).toEqual({
		source: "guest's",
		revision: 1,
		savedAt: 100,
	});
});

test.each([
	["the guest's", { guestAt: 300, ownAt: 200 }, "guest's", "ada's"],
	["the account's", { guestAt: 200, ownAt: 300 }, "ada's", "guest's"],
] as const)(
	"keeps %s draft when it is the newer, and the other beside it",
	async (_, times, winner, loser) => {
		const { store } = await openWithGuest();
		await store.saveDraft({ ...draft, now: times.guestAt });
		const own = { ...draft, userId: "ada", source: "ada's", now: times.ownAt };
		await store.saveDraft(own);
		await store.adoptGuest("guest", "ada");
		expect(await store.findDraft("ada", "neuron")).toMatchObject({
			source: winner,
			savedAt: 300,
		});
		expect(await store.listReplacedDrafts("ada", "neuron")).toEqual([
			{ source: loser, savedAt: 200 },
		]);
	},
);

test("refuses the next save of either window after two drafts met", async () => {
	const { store } = await openWithGuest();
	await store.saveDraft(draft);
	await store.saveDraft({ ...draft, userId: "ada", source: "ada's", now: 50 });
	await store.adoptGuest("guest", "ada");
	const stale = { ...draft, userId: "ada", source: "next", baseRevision: 1 };
	expect(await store.saveDraft(stale)).toMatchObject({
		isConflict: true,
		draft: { source: "guest's", revision: 2 },
	});
});

test("keeps no second copy of equal drafts", async () => {
	const { store } = await openWithGuest();
	await store.saveDraft(draft);
	await store.saveDraft({ ...draft, userId: "ada" });
	await store.adoptGuest("guest", "ada");
	expect(await store.listReplacedDrafts("ada", "neuron")).toEqual([]);
});

test("ends the guest and its sessions, so no later request can leave work with nobody", async () => {
	const { store, db } = await openWithGuest();
	const later = new Date(Date.now() + 60_000);
	db.insert(sessions)
		.values({
			id: "s",
			token: "t",
			userId: "guest",
			expiresAt: later,
			createdAt: later,
			updatedAt: later,
		})
		.run();
	await store.adoptGuest("guest", "ada");
	expect(await store.findUser("guest")).toBeNull();
	expect(db.select().from(sessions).all()).toEqual([]);
	await expect(
		store.createSubmission({ ...submission, userId: "guest" }),
	).rejects.toThrow(UnknownUserError);
});

test.each([
	[null, "Guest Star"],
	["Ada L.", "Ada L."],
])(
	"takes over the guest's leaderboard name only where the account has %s",
	async (own, shown) => {
		const { store } = await openWithGuest();
		await store.setLeaderboardName("ada", own);
		await store.setLeaderboardName("guest", "Guest Star");
		await store.adoptGuest("guest", "ada");
		expect((await store.findUser("ada"))?.leaderboardName).toBe(shown);
	},
);

test("changes nothing when called again, or for the guest itself", async () => {
	const { store } = await openWithGuest();
	await store.createSubmission({ ...submission, userId: "guest" });
	await store.adoptGuest("guest", "guest");
	expect(await store.findUser("guest")).not.toBeNull();
	await store.adoptGuest("guest", "ada");
	await store.adoptGuest("guest", "ada");
	expect(await store.listSubmissions("ada", "neuron")).toHaveLength(1);
});

test("refuses to swallow an account", async () => {
	const { store, db } = await openWithGuest();
	await store.createSubmission({ ...submission, userId: "bob" });
	await expect(store.adoptGuest("bob", "ada")).rejects.toThrow(
		new RangeError('user "bob" is an account, not a guest'),
	);
	expect(db.select().from(users).where(eq(users.id, "bob")).all()).toHaveLength(
		1,
	);
});

test("refuses an account that is not there, and leaves the guest's work where it is", async () => {
	const { store } = await openWithGuest();
	await store.createSubmission({ ...submission, userId: "guest" });
	await expect(store.adoptGuest("guest", "nobody")).rejects.toThrow(
		new UnknownUserError("nobody"),
	);
	expect(await store.listSubmissions("guest", "neuron")).toHaveLength(1);
});
