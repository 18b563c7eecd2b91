import { beforeAll, expect, test, vi } from "vitest";
import type { Store } from "../../../db/store.ts";
import {
	progressEventSchema,
	verdictEventSchema,
} from "../../../web/server/api-schemas.ts";
import { followSubmission } from "../../../web/server/submission-feed.ts";
import { verdictFor } from "../../db/temporary-store.ts";
import {
	Browser,
	gradeNext,
	newSubmission,
	openAsGuest,
	publishNeuron,
	takeJob,
} from "./api-under-test.ts";
import { problemOf } from "./problem-of.ts";

let store: Store;
beforeAll(async () => {
	store = await publishNeuron();
});

async function openSubmitted() {
	const browser = await openAsGuest();
	const response = await browser.call("POST", "/api/v1/submissions", {
		body: newSubmission,
	});
	const { id } = await response.json();
	return { browser, path: `/api/v1/submissions/${id}/events` };
}

/** Reads a stream event by event; `next` waits for one, and gives null at the end. */
async function listen(
	browser: Browser,
	path: string,
	headers: Record<string, string> = {},
) {
	const response = await browser.call("GET", path, { headers });
	expect(response.headers.get("content-type")).toBe("text/event-stream");
	const reader = response.body
		?.pipeThrough(new TextDecoderStream())
		.getReader();
	let text = "";
	const next = async (): Promise<{ name: string; data: unknown } | null> => {
		for (;;) {
			const block = /^(?:.*\n)*?\n/.exec(text)?.[0];
			if (block !== undefined) {
				text = text.slice(block.length);
				const name = /^event: (.*)$/m.exec(block)?.[1];
				const data = /^data: (.*)$/m.exec(block)?.[1];
				if (name === undefined || data === undefined) continue;
				return { name, data: JSON.parse(data) };
			}
			const chunk = await reader?.read();
			if (chunk === undefined || chunk.done) return null;
			text += chunk.value;
		}
	};
	return { response, next, leave: () => reader?.cancel() };
}

test("tells the present state at once, each change, the verdict, and ends", async () => {
	const { browser, path } = await openSubmitted();
	const { next } = await listen(browser, path);
	expect(await next()).toEqual({
		name: "progress",
		data: { status: "queued", ahead: 0, done: 0, total: 0 },
	});
	const job = await takeJob(store);
	expect(progressEventSchema.parse((await next())?.data).status).toBe(
		"running",
	);
	const { leaseToken } = job;
	await store.reportProgress({ leaseToken, done: 3, total: 9 });
	expect(await next()).toEqual({
		name: "progress",
		data: { status: "running", ahead: 0, done: 3, total: 9 },
	});
	await store.completeSubmission({
		leaseToken,
		verdict: verdictFor(job),
		now: Date.now(),
	});
	const last = await next();
	expect(last?.name).toBe("verdict");
	const { submission } = verdictEventSchema.parse(last?.data);
	expect(submission).toMatchObject({
		id: job.submissionId,
		status: "accepted",
		verdict: { points: 10 },
	});
	expect(await next()).toBeNull();
});

test("tells how the queue before a submission grows shorter", async () => {
	await openSubmitted();
	const { browser, path } = await openSubmitted();
	const { next } = await listen(browser, path);
	expect((await next())?.data).toMatchObject({ status: "queued", ahead: 1 });
	await gradeNext(store);
	expect((await next())?.data).toMatchObject({ status: "queued", ahead: 0 });
	await gradeNext(store);
	expect((await next())?.name).toMatch("verdict");
});

test("gives the verdict at once to whoever comes late or comes back, with any Last-Event-ID", async () => {
	const { browser, path } = await openSubmitted();
	await gradeNext(store);
	for (const headers of [{}, { "last-event-id": "\u00ff\u0001 17" }]) {
		const { next } = await listen(browser, path, headers);
		expect((await next())?.name).toBe("verdict");
		expect(await next()).toBeNull();
	}
});

test("tells a change to everybody who follows the same submission", async () => {
	const { browser, path } = await openSubmitted();
	const listeners = await Promise.all(
		[1, 2, 3].map(() => listen(browser, path)),
	);
	for (const { next } of listeners) await next();
	await gradeNext(store);
	for (const { next } of listeners) {
		let event = await next();
		while (event?.name === "progress") event = await next();
		expect(event?.name).toBe("verdict");
	}
});

test("tells a newcomer what the others were told just before it came", async () => {
	const { path } = await openSubmitted();
	const old = await store.findSubmission(path.split("/")[4] ?? "");
	if (old === null) throw new Error("not submitted");
	const told: string[] = [];
	const stopFirst = followSubmission(old, ({ status }) =>
		told.push(`first ${status}`),
	);
	const job = await takeJob(store);
	await vi.waitFor(() => expect(told).toEqual(["first running"]));
	const stopSecond = followSubmission(old, ({ status }) =>
		told.push(`second ${status}`),
	);
	await vi.waitFor(() => expect(told).toContain("second running"));
	stopFirst();
	stopSecond();
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job),
		now: Date.now(),
	});
});

test("stops looking when nobody follows any more", async () => {
	const { browser, path } = await openSubmitted();
	const { next, leave } = await listen(browser, path);
	await next();
	expect(globalThis.chainruleFeed?.watched.size).toBe(1);
	await leave();
	expect(globalThis.chainruleFeed?.watched.size).toBe(0);
	await vi.waitFor(() => expect(globalThis.chainruleFeed?.timer).toBeNull());
	await gradeNext(store);
});

test("goes on following after the store has failed once", async () => {
	const { browser, path } = await openSubmitted();
	const { next } = await listen(browser, path);
	await next();
	const read = store.readChanges;
	const failed = new Promise<void>((resolve) => {
		store.readChanges = async () => {
			store.readChanges = read;
			resolve();
			throw new Error("busy");
		};
	});
	const job = await takeJob(store);
	await failed;
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job),
		now: Date.now(),
	});
	let event = await next();
	while (event?.name === "progress") event = await next();
	expect(event?.name).toBe("verdict");
});

test("keeps proxies from compressing or keeping the stream", async () => {
	const { browser, path } = await openSubmitted();
	await gradeNext(store);
	const { response, leave } = await listen(browser, path);
	expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
	expect(response.headers.get("x-accel-buffering")).toBe("no");
	await leave();
});

test("answers 404 to whoever listens at another student's door", async () => {
	const { path } = await openSubmitted();
	await gradeNext(store);
	const stranger = await openAsGuest();
	await problemOf(await stranger.call("GET", path), 404, "not-found");
	await problemOf(
		await stranger.call("GET", "/api/v1/submissions/none/events"),
		404,
		"not-found",
	);
});

test("answers 401 when nobody is signed in", async () => {
	const { path } = await openSubmitted();
	await gradeNext(store);
	await problemOf(await new Browser().call("GET", path), 401, "not-signed-in");
});
