import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Store } from "../../../db/store.ts";
import type { WorkerInfo } from "../../../db/worker-info.ts";
import { GET as getHealth } from "../../../web/app/healthz/route.ts";
import { GET as getMetrics } from "../../../web/app/metrics/route.ts";
import { GET as getReadiness } from "../../../web/app/readyz/route.ts";
import { checkReadiness } from "../../../web/server/readiness.ts";
import { measureStorage } from "../../../web/server/storage.ts";
import {
	Browser,
	gradeNext,
	newSubmission,
	openAsGuest,
	publishNeuron,
} from "./api-under-test.ts";

vi.mock(import("../../../web/server/storage.ts"), { spy: true });

/** What `keepNearestAddress` and Next make of a visit from this machine. */
const fromHere = new Request("http://localhost:3000/metrics", {
	headers: { "x-forwarded-for": "::ffff:127.0.0.1" },
});

let store: Store;
beforeAll(async () => {
	store = await publishNeuron();
});
beforeEach(async () => {
	while ((await store.countQueue()).queued > 0) await gradeNext(store);
});

async function submitOne() {
	const browser = await openAsGuest();
	await browser.call("POST", "/api/v1/submissions", { body: newSubmission });
}

test("is alive while it answers", async () => {
	const response = await getHealth();
	expect(response.status).toBe(200);
	expect(await response.json()).toEqual({ status: "alive" });
});

test("is not ready before a worker has shown itself", async () => {
	const response = await getReadiness();
	expect(response.status).toBe(503);
	expect(await response.json()).toMatchObject({
		isReady: false,
		reasons: ["no grading worker is alive"],
	});
});

test("is ready with a living worker", async () => {
	await store.recordHeartbeat("w", Date.now(), {});
	const response = await getReadiness();
	expect(response.status).toBe(200);
	expect(await response.json()).toMatchObject({ isReady: true, workers: 1 });
});

test("is not ready when its worker has fallen silent", async () => {
	const now = Date.now();
	await store.recordHeartbeat("w", now, {});
	expect((await checkReadiness(store, now + 29_999)).isReady).toBe(true);
	expect(await checkReadiness(store, now + 30_000)).toMatchObject({
		isReady: false,
		workers: 0,
	});
});

test("is not ready when submissions wait and none is graded", async () => {
	await submitOne();
	const now = Date.now() + 61_000;
	await store.recordHeartbeat("w", now, {});
	expect(await checkReadiness(store, now)).toMatchObject({
		isReady: false,
		reasons: ["submissions are waiting and none is being graded"],
		queued: 1,
	});
});

test("is ready while a long queue is being worked off", async () => {
	await submitOne();
	await submitOne();
	const now = Date.now() + 61_000;
	await store.claimNextSubmission({ workerId: "w", leaseMs: 1e6, now });
	await store.recordHeartbeat("w", now, {});
	expect((await checkReadiness(store, now)).isReady).toBe(true);
});

test("is not ready when the disk is so full that a submission cannot be stored", async () => {
	const now = Date.now() + 150_000;
	await store.recordHeartbeat("w", now, {});
	const withFree = (mib: number) =>
		checkReadiness(store, now, "D", mib * 2 ** 20);
	expect((await withFree(16)).isReady).toBe(true);
	expect(await withFree(15.9)).toMatchObject({
		isReady: false,
		reasons: ["the database's disk has 15 MiB left, and 16 MiB are needed"],
	});
	vi.mocked(measureStorage).mockResolvedValueOnce({
		databaseBytes: 1,
		walBytes: 0,
		freeBytes: 4096,
	});
	const answer = await getReadiness();
	expect(answer.status).toBe(503);
	expect((await answer.json()).reasons).toContain(
		"the database's disk has 0 MiB left, and 16 MiB are needed",
	);
});

test("tells the levels of the living workers, best first", async () => {
	const now = Date.now() + 200_000;
	await store.recordHeartbeat("w1", now, { level: "B" });
	await store.recordHeartbeat("w2", now, { level: "A" });
	await store.recordHeartbeat("w3", now, { level: "B" });
	await store.recordHeartbeat("w4", now - 31_000, { level: "C" });
	expect(await checkReadiness(store, now)).toMatchObject({
		isReady: true,
		levels: ["A", "B"],
	});
});

test("is not ready when no living worker reaches the least level", async () => {
	const now = Date.now() + 400_000;
	await store.recordHeartbeat("w1", now, { level: "B" });
	expect((await checkReadiness(store, now, "B")).isReady).toBe(true);
	expect(await checkReadiness(store, now, "A")).toMatchObject({
		isReady: false,
		reasons: ["no living worker reaches level A, the least that is accepted"],
	});
});

test.each([{}, { level: "AA" }, { level: 1 }] as WorkerInfo[])(
	"takes a worker that tells %j for one of the lowest level",
	async (info) => {
		const now = Date.now() + 600_000;
		await store.recordHeartbeat("w1", now, info);
		expect(await checkReadiness(store, now, "C")).toMatchObject({
			isReady: false,
			levels: ["D"],
		});
	},
);

test("says that the database does not answer", async () => {
	const count = store.countQueue;
	store.countQueue = () => Promise.reject(new Error("disk I/O error"));
	const response = await getReadiness();
	store.countQueue = count;
	expect(response.status).toBe(503);
	expect(await response.json()).toEqual({
		isReady: false,
		reasons: ["the database does not answer"],
	});
});

test("measures the queue, verdicts, workers, requests and the process", async () => {
	await submitOne();
	await gradeNext(store);
	await submitOne();
	await new Browser().call("GET", "/api/v1/exercises/none");
	const response = await getMetrics(fromHere);
	expect(response.headers.get("content-type")).toContain("text/plain");
	const text = await response.text();
	expect(text).toContain(
		'chainrule_submissions_waiting{kind="live",state="queued"} 1',
	);
	expect(text).toMatch(/chainrule_verdicts_total\{status="accepted"\} [1-9]/);
	expect(text).toContain('chainrule_verdicts_total{status="time_limit"} 0');
	expect(text).toMatch(/chainrule_queue_oldest_seconds\{kind="live"\} \d/);
	expect(text).toMatch(/chainrule_workers\{level="unknown"\} [1-9]/);
	expect(text).toContain(
		'chainrule_http_request_seconds_count{method="GET",route="/api/v1/exercises/{slug}",status="404"} 1',
	);
	expect(text).toContain("process_cpu_seconds_total");
});

test("counts verdicts anew at each visit, not on top of the last", async () => {
	const count = async () =>
		/chainrule_verdicts_total\{status="accepted"\} (\d+)/.exec(
			await (await getMetrics(fromHere)).text(),
		)?.[1];
	expect(await count()).toBe(await count());
});
