import { beforeAll, expect, test } from "vitest";
import type { Store } from "../../../db/store.ts";
import {
	leaderboardSchema,
	meSchema,
} from "../../../web/server/api-schemas.ts";
import { readLeaderboard } from "../../../web/server/leaderboard.ts";
import {
	Browser,
	gradeNext,
	newSubmission,
	openAsGuest,
	publishNeuron,
} from "./api-under-test.ts";
import { problemOf } from "./problem-of.ts";

let store: Store;
let best: Browser;
let second: Browser;
beforeAll(async () => {
	store = await publishNeuron();
	best = await openWithPoints(9);
	second = await openWithPoints(4);
	await best.call("PUT", "/api/v1/me", { body: { leaderboardName: "Ada" } });
});

async function openWithPoints(points: number): Promise<Browser> {
	const browser = await openAsGuest();
	await browser.call("POST", "/api/v1/submissions", { body: newSubmission });
	await gradeNext(store, { status: "partial", points });
	return browser;
}

async function readBoard(browser: Browser, path: string) {
	const response = await browser.call("GET", path);
	return leaderboardSchema.parse(await response.json());
}

test.each(["/api/v1/leaderboards", "/api/v1/leaderboards/neuron"])(
	"shows ranks, points and chosen names at %s to anybody",
	async (path) => {
		const board = await readBoard(new Browser(), path);
		expect(board.rows).toMatchObject([
			{ rank: 1, name: "Ada", points: 9, isMe: false },
			{ rank: 2, name: null, points: 4, isMe: false },
		]);
		expect(board).toMatchObject({ total: 2, me: null });
	},
);

test("marks the caller's own row, also where the list ends before it", async () => {
	const board = await readBoard(second, "/api/v1/leaderboards?limit=1");
	expect(board.rows).toHaveLength(1);
	expect(board.me).toMatchObject({ rank: 2, isMe: true });
});

test("tells nobody anybody's user id, address or account name", async () => {
	const me = meSchema.parse(
		await (await best.call("GET", "/api/v1/me")).json(),
	);
	const response = await second.call("GET", "/api/v1/leaderboards");
	const text = await response.text();
	for (const secret of [me.userId, me.email, "Guest"]) {
		expect(text).not.toContain(secret);
	}
});

test("answers 404 for the leaderboard of an unknown exercise", async () => {
	const response = await best.call("GET", "/api/v1/leaderboards/none");
	await problemOf(response, 404, "not-found");
});

test.each(["0", "501", "many", "1.5"])(
	"answers 422 for the limit %s",
	async (limit) => {
		const response = await best.call(
			"GET",
			`/api/v1/leaderboards?limit=${limit}`,
		);
		const problem = await problemOf(response, 422, "wrong-fields");
		expect(problem.errors).toMatchObject([{ path: "limit" }]);
	},
);

test("derives a board once while nothing changes, and anew after a change", async () => {
	let derived = 0;
	const counted: Store = {
		...store,
		async listLeaderboard(input) {
			derived += 1;
			return store.listLeaderboard(input);
		},
	};
	await readLeaderboard(counted, "layer");
	await readLeaderboard(counted, "layer");
	expect(derived).toBe(1);
	const kept = globalThis.chainruleLeaderboards?.get("layer");
	// As if deriving had cost nothing: then only a commit decides.
	if (kept !== undefined) kept.tookMs = 0;
	await store.recordHeartbeat("w", Date.now(), {});
	await readLeaderboard(counted, "layer");
	expect(derived).toBe(2);
});

test("keeps a board that is dear to derive though something has changed", async () => {
	await readLeaderboard(store, "dear");
	const kept = globalThis.chainruleLeaderboards?.get("dear");
	if (kept !== undefined) kept.tookMs = 60_000;
	await store.recordHeartbeat("w", Date.now(), {});
	const refused: Store = {
		...store,
		listLeaderboard: () => Promise.reject(new Error("derived")),
	};
	expect(await readLeaderboard(refused, "dear")).toEqual([]);
});
