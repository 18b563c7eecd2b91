import { beforeAll, expect, test } from "vitest";
import {
	draftAnswerSchema,
	draftConflictSchema,
	draftSavedSchema,
} from "../../../web/server/api-schemas.ts";
import { Browser, openAsGuest, publishNeuron } from "./api-under-test.ts";
import { problemOf } from "./problem-of.ts";

beforeAll(async () => {
	await publishNeuron();
});

const path = "/api/v1/drafts/neuron";

function save(browser: Browser, source: string, baseRevision: number) {
	return browser.call("PUT", path, { body: { source, baseRevision } });
}

async function read(browser: Browser) {
	const response = await browser.call("GET", path);
	return draftAnswerSchema.parse(await response.json()).draft;
}

test("has no draft at first, and gives back what was saved", async () => {
	const browser = await openAsGuest();
	expect(await read(browser)).toBeNull();
	const saved = await save(browser, "one", 0);
	expect(draftSavedSchema.parse(await saved.json())).toMatchObject({
		revision: 1,
	});
	await save(browser, "two", 1);
	expect(await read(browser)).toMatchObject({ source: "two", revision: 2 });
});

test("answers 409 with the stored draft when another window has saved", async () => {
	const browser = await openAsGuest();
	await save(browser, "one", 0);
	await save(browser, "two", 1);
	const response = await save(browser, "late", 1);
	const problem = draftConflictSchema.parse(
		await problemOf(response, 409, "draft-conflict"),
	);
	expect(problem.detail).toBe(
		"The stored draft has revision 2, this one grew from 1.",
	);
	expect(problem.draft).toMatchObject({ source: "two", revision: 2 });
	expect((await read(browser))?.source).toBe("two");
});

test("shows nobody another student's draft", async () => {
	const browser = await openAsGuest();
	await save(browser, "secret", 0);
	expect(await read(await openAsGuest())).toBeNull();
});

test("answers 404 for an unknown exercise", async () => {
	const browser = await openAsGuest();
	const other = "/api/v1/drafts/none";
	const body = { source: "x", baseRevision: 0 };
	await problemOf(await browser.call("GET", other), 404, "not-found");
	await problemOf(await browser.call("PUT", other, { body }), 404, "not-found");
});

test("answers 401 when nobody is signed in", async () => {
	const browser = new Browser();
	await problemOf(await browser.call("GET", path), 401, "not-signed-in");
	await problemOf(await save(browser, "x", 0), 401, "not-signed-in");
});

test.each([
	["a negative revision", { source: "x", baseRevision: -1 }, "baseRevision"],
	["half a revision", { source: "x", baseRevision: 0.5 }, "baseRevision"],
	["no source", { baseRevision: 0 }, "source"],
])("answers 422 naming the field for %s", async (_, body, field) => {
	const browser = await openAsGuest();
	const response = await browser.call("PUT", path, { body });
	const problem = await problemOf(response, 422, "wrong-fields");
	expect(problem.errors).toMatchObject([{ path: field }]);
});

test("answers 413 for a draft longer than a source may be", async () => {
	const browser = await openAsGuest();
	const response = await save(browser, "x".repeat(65_537), 0);
	const problem = await problemOf(response, 413, "too-large");
	expect(problem).toMatchObject({ size: 65_537, limit: 65_536 });
});

test("answers 403 to a save from another site", async () => {
	const browser = await openAsGuest();
	browser.pageOrigin = "https://evil.example";
	await problemOf(await save(browser, "x", 0), 403, "foreign-origin");
});
