import { beforeAll, expect, test } from "vitest";
import { meSchema } from "../../../web/server/api-schemas.ts";
import { Browser, openAsGuest, publishNeuron } from "./api-under-test.ts";
import { problemOf } from "./problem-of.ts";

beforeAll(async () => {
	await publishNeuron();
});

function choose(browser: Browser, leaderboardName: unknown) {
	return browser.call("PUT", "/api/v1/me", { body: { leaderboardName } });
}

test.each([
	["Ada", "Ada"],
	["  小   明 ", "小 明"],
	["A\u0000d\u001ba\u200b", "Ada"],
	["\u202eevil", "evil"],
	["Ada\nLovelace", "AdaLovelace"],
	["a".repeat(40), "a".repeat(40)],
	[null, null],
])("takes the leaderboard name %j as %j", async (given, shown) => {
	const browser = await openAsGuest();
	const answer = await choose(browser, given);
	expect(meSchema.parse(await answer.json()).leaderboardName).toBe(shown);
	const me = await (await browser.call("GET", "/api/v1/me")).json();
	expect(meSchema.parse(me).leaderboardName).toBe(shown);
});

test.each([
	["", "nothing"],
	[" \u200b\t", "nothing visible"],
	["\u3164\u115f\u2800\ufe0f", "fillers that look like nothing"],
	["a".repeat(41), "41 characters"],
	[5, "a number"],
	["a".repeat(401), "a page"],
	["a\ud800", "half a character"],
])("answers 422 for the name %j, which is %s", async (name, _) => {
	const browser = await openAsGuest();
	const problem = await problemOf(
		await choose(browser, name),
		422,
		"wrong-fields",
	);
	expect(problem.errors).toMatchObject([{ path: "leaderboardName" }]);
});

test("answers 401 when nobody is signed in", async () => {
	const browser = new Browser();
	await problemOf(
		await browser.call("GET", "/api/v1/me"),
		401,
		"not-signed-in",
	);
	await problemOf(await choose(browser, "Ada"), 401, "not-signed-in");
});

test("lets nobody change more than the name", async () => {
	const browser = await openAsGuest();
	const response = await browser.call("PUT", "/api/v1/me", {
		body: { leaderboardName: "Ada", role: "instructor" },
	});
	const problem = await problemOf(response, 422, "wrong-fields");
	expect(problem.errors).toEqual([
		{ path: "role", message: "There is no such field" },
	]);
});
