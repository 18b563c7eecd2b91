import { beforeAll, expect, test } from "vitest";
import type { Store } from "../../../db/store.ts";
import { maxSourceBytes } from "../../../grader/source-limit.ts";
import {
	attemptListSchema,
	bodyLimitBytes,
	submissionReceivedSchema,
	submissionSchema,
} from "../../../web/server/api-schemas.ts";
import {
	Browser,
	dispatch,
	gradeNext,
	newSubmission,
	openAsGuest,
	origin,
	publishNeuron,
} from "./api-under-test.ts";
import { problemOf } from "./problem-of.ts";

let store: Store;
beforeAll(async () => {
	store = await publishNeuron();
});

const path = "/api/v1/submissions";

async function submit(browser: Browser, source: string = newSubmission.source) {
	const response = await browser.call("POST", path, {
		body: { ...newSubmission, source },
	});
	expect(response.status).toBe(202);
	return submissionReceivedSchema.parse(await response.json());
}

test("takes a guest's submission and says where to find it", async () => {
	const browser = await openAsGuest();
	const response = await browser.call("POST", path, { body: newSubmission });
	expect(response.status).toBe(202);
	const received = submissionReceivedSchema.parse(await response.json());
	expect(received).toMatchObject({
		status: "queued",
		attempt: 1,
		isRepeat: false,
	});
	expect(response.headers.get("location")).toBe(`${path}/${received.id}`);
	await gradeNext(store);
});

test("gives the earlier submission for the same source", async () => {
	const browser = await openAsGuest();
	const first = await submit(browser);
	expect(await submit(browser)).toMatchObject({ id: first.id, isRepeat: true });
	await gradeNext(store);
});

test("shows a submission with verdict and the sentences of its mistakes", async () => {
	const browser = await openAsGuest();
	const { id } = await submit(browser);
	await gradeNext(store, {
		status: "partial",
		points: 5,
		mistakes: ["sign", "library-transform", "constructor"],
	});
	const response = await browser.call("GET", `${path}/${id}`);
	const shown = submissionSchema.parse(await response.json());
	expect(shown).toMatchObject({
		id,
		exercise: "neuron",
		status: "partial",
		source: newSubmission.source,
		verdict: { points: 5 },
		mistakes: [{ name: "sign", text: { en: "The sign is wrong" } }],
	});
	expect(shown).not.toHaveProperty("userId");
});

test("lists the caller's submissions for one exercise, newest first", async () => {
	const browser = await openAsGuest();
	const first = await submit(browser, "one");
	await gradeNext(store);
	const second = await submit(browser, "two");
	const response = await browser.call(
		"GET",
		"/api/v1/me/submissions?exercise=neuron",
	);
	const { submissions } = attemptListSchema.parse(await response.json());
	expect(submissions).toMatchObject([
		{ id: second.id, attempt: 2, status: "queued", points: null },
		{ id: first.id, attempt: 1, status: "accepted", points: 10, maxPoints: 10 },
	]);
	await gradeNext(store);
});

test("answers 404 for another student's submission, and for one that is not", async () => {
	const { id } = await submit(await openAsGuest());
	await gradeNext(store);
	const stranger = await openAsGuest();
	for (const address of [`${path}/${id}`, `${path}/none`]) {
		const response = await stranger.call("GET", address);
		const problem = await problemOf(response, 404, "not-found");
		expect(problem.detail).toMatch(/^You have no submission "/);
	}
});

test("answers 401 with the way to begin when nobody is signed in", async () => {
	for (const response of [
		await new Browser().call("POST", path, { body: newSubmission }),
		await new Browser().call("GET", `${path}/x`),
		await new Browser().call("GET", "/api/v1/me/submissions?exercise=neuron"),
	]) {
		const problem = await problemOf(response, 401, "not-signed-in");
		expect(problem.detail).toBe(
			"Sign in first; without an account you may start as a guest: POST /api/auth/sign-in/anonymous.",
		);
	}
});

test("answers 404 for an unknown exercise", async () => {
	const browser = await openAsGuest();
	const body = { ...newSubmission, exercise: "none" };
	await problemOf(await browser.call("POST", path, { body }), 404, "not-found");
	await problemOf(
		await browser.call("GET", "/api/v1/me/submissions?exercise=none"),
		404,
		"not-found",
	);
});

test.each([
	["a missing field", { exercise: "neuron", language: "typescript" }, "source"],
	["a wrong type", { ...newSubmission, source: 5 }, "source"],
	["an unknown language", { ...newSubmission, language: "python" }, "language"],
	["a field there is not", { ...newSubmission, points: 10 }, "points"],
	["half a character", { ...newSubmission, source: "\ud800" }, "source"],
	["no object at all", [1, 2], ""],
])("answers 422 naming the field for %s", async (_, body, field) => {
	const browser = await openAsGuest();
	const problem = await problemOf(
		await browser.call("POST", path, { body }),
		422,
		"wrong-fields",
	);
	expect(problem.errors?.map((error) => error.path)).toEqual([field]);
	expect(problem.detail).toContain(field);
});

test("answers 422 naming the parameter that is missing", async () => {
	const browser = await openAsGuest();
	const response = await browser.call("GET", "/api/v1/me/submissions");
	const problem = await problemOf(response, 422, "wrong-fields");
	expect(problem.errors).toMatchObject([{ path: "exercise" }]);
});

test("takes a source of exactly the limit, and answers 413 naming size and limit for a byte more", async () => {
	const browser = await openAsGuest();
	const longest = `${"界".repeat((maxSourceBytes - 1) / 3)}x`;
	expect(Buffer.byteLength(longest)).toBe(maxSourceBytes);
	await submit(browser, longest);
	await gradeNext(store);
	const body = { ...newSubmission, source: `${longest}y` };
	const response = await browser.call("POST", path, { body });
	const problem = await problemOf(response, 413, "too-large");
	expect(problem.detail).toBe(
		"The source has 65537 bytes; at most 65536 (64 KiB) are accepted.",
	);
	expect(problem).toMatchObject({ size: 65537, limit: 65536 });
});

test("takes the longest source even where every byte of it is escaped", async () => {
	const browser = await openAsGuest();
	await submit(browser, "\u0001".repeat(maxSourceBytes));
	await gradeNext(store);
});

test("answers 413 for a body whose length says too much, without reading it", async () => {
	const browser = await openAsGuest();
	let wasRead = false;
	const body = new ReadableStream(
		{
			pull(controller) {
				wasRead = true;
				controller.error(new Error("read"));
			},
		},
		{ highWaterMark: 0 },
	);
	const response = await sendStream(browser, body, {
		"content-length": `${bodyLimitBytes + 1}`,
	});
	const problem = await problemOf(response, 413, "too-large");
	expect(problem.detail).toBe(
		`The body has ${bodyLimitBytes + 1} bytes; at most ${bodyLimitBytes} are read.`,
	);
	expect(wasRead).toBe(false);
});

test("answers 413 for an endless body, and stops reading it", async () => {
	const browser = await openAsGuest();
	let sent = 0;
	let wasCancelled = false;
	const body = new ReadableStream({
		pull(controller) {
			sent += 65_536;
			controller.enqueue(new Uint8Array(65_536).fill(32));
		},
		cancel() {
			wasCancelled = true;
		},
	});
	const response = await sendStream(browser, body);
	const problem = await problemOf(response, 413, "too-large");
	expect(problem.detail).toBe(
		`The body has more than ${bodyLimitBytes} bytes; no more are read.`,
	);
	expect(wasCancelled).toBe(true);
	expect(sent).toBeLessThan(2 * bodyLimitBytes);
});

function sendStream(
	browser: Browser,
	body: ReadableStream,
	headers: Record<string, string> = {},
): Promise<Response> {
	const pairs = [...browser.cookies].map(([name, value]) => `${name}=${value}`);
	const init: RequestInit & { duplex: "half" } = {
		method: "POST",
		body,
		duplex: "half",
		headers: {
			"x-forwarded-host": "course.example.org",
			"content-type": "application/json",
			cookie: pairs.join("; "),
			origin,
			...headers,
		},
	};
	return dispatch(new Request(`http://localhost:3000${path}`, init));
}

test.each([
	["half a document", '{"exercise":'],
	["nothing", ""],
	["bytes that are no text", new Uint8Array([0x22, 0xff, 0x22])],
])("answers 400 for %s", async (_, bytes) => {
	const browser = await openAsGuest();
	const body = new Blob([bytes]).stream();
	const problem = await problemOf(
		await sendStream(browser, body),
		400,
		"bad-request",
	);
	expect(problem.detail).toMatch(/^The body is not JSON: .+\.$/);
});

test.each([
	["text/plain", 'not "text/plain"'],
	[
		"application/x-www-form-urlencoded",
		'not "application/x-www-form-urlencoded"',
	],
	["", "not without a content type"],
])("answers 415 for a body declared as %j", async (type, words) => {
	const browser = await openAsGuest();
	const response = await browser.call("POST", path, {
		body: newSubmission,
		headers: { "content-type": type },
	});
	const problem = await problemOf(response, 415, "wrong-content-type");
	expect(problem.detail).toBe(`The body must be application/json, ${words}.`);
});

test("takes a content type with a charset", async () => {
	const browser = await openAsGuest();
	const response = await browser.call("POST", path, {
		body: newSubmission,
		headers: { "content-type": "Application/JSON; charset=utf-8" },
	});
	expect(response.status).toBe(202);
	await gradeNext(store);
});

test.each([
	["another site", "https://evil.example"],
	["another port of the same name", `${origin}:8080`],
	["a sandboxed frame", "null"],
])("answers 403 to a write by cookie from %s", async (_, pageOrigin) => {
	const browser = await openAsGuest();
	browser.pageOrigin = pageOrigin;
	const response = await browser.call("POST", path, { body: newSubmission });
	const problem = await problemOf(response, 403, "foreign-origin");
	expect(problem.detail).toBe(
		`A write with a session cookie must come from our own pages, not from ${pageOrigin}; programs send a bearer token instead.`,
	);
	expect(await store.countQueue()).toMatchObject({ queued: 0 });
});

test("answers 403 to a write by cookie that hides where it comes from", async () => {
	const browser = await openAsGuest();
	browser.pageOrigin = null;
	const response = await browser.call("POST", path, { body: newSubmission });
	const problem = await problemOf(response, 403, "foreign-origin");
	expect(problem.detail).toContain(
		"not from a request without an Origin header",
	);
});

test("takes a write that the browser itself calls same-origin, behind a proxy that renames us", async () => {
	const browser = await openAsGuest();
	browser.pageOrigin = "https://public.example";
	const response = await browser.call("POST", path, {
		body: newSubmission,
		headers: { "sec-fetch-site": "same-origin" },
	});
	expect(response.status).toBe(202);
	await gradeNext(store);
});

test("answers 500 without details, and loses nothing, when the store breaks", async () => {
	const browser = await openAsGuest();
	const { id } = await submit(browser);
	const find = store.findSubmission;
	store.findSubmission = async () => {
		throw new Error("disk on fire at /secret/path");
	};
	const broken = await browser.call("GET", `${path}/${id}`);
	store.findSubmission = find;
	const problem = await problemOf(broken, 500, "internal-error");
	expect(problem.detail).toBe(
		"Something broke on our side; it is in our log. Nothing you had stored is lost.",
	);
	expect((await browser.call("GET", `${path}/${id}`)).status).toBe(200);
	await gradeNext(store);
});
