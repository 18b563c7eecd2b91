import { expect, test } from "vitest";
import { workerHeartbeats } from "../../db/schema.ts";
import { openTemporaryStore } from "./temporary-store.ts";

test("lists living workers, the latest first, with what they last told", async () => {
	const { store } = openTemporaryStore();
	await store.recordHeartbeat("w1", 1000, { level: "A" });
	await store.recordHeartbeat("w2", 2000, { level: "B" });
	await store.recordHeartbeat("w1", 3000, { level: "C", lanes: 2 });
	expect(await store.listHeartbeats(4000)).toEqual([
		{ workerId: "w1", seenAt: 3000, info: { level: "C", lanes: 2 } },
		{ workerId: "w2", seenAt: 2000, info: { level: "B" } },
	]);
});

test("leaves out a worker silent for a minute", async () => {
	const { store } = openTemporaryStore();
	await store.recordHeartbeat("w1", 1000, {});
	expect(await store.listHeartbeats(60_999)).toHaveLength(1);
	expect(await store.listHeartbeats(61_000)).toEqual([]);
});

test("has no workers before the first heartbeat", async () => {
	const { store } = openTemporaryStore();
	expect(await store.listHeartbeats(1000)).toEqual([]);
});

test("forgets a worker silent for a day, so that restarts do not fill the table", async () => {
	const { store, db } = openTemporaryStore();
	const dayMs = 24 * 60 * 60_000;
	await store.recordHeartbeat("w1", 1000, {});
	await store.recordHeartbeat("w2", 1000 + dayMs, {});
	expect(db.select().from(workerHeartbeats).all()).toHaveLength(2);
	await store.recordHeartbeat("w2", 1001 + dayMs, {});
	expect(db.select().from(workerHeartbeats).all()).toMatchObject([
		{ workerId: "w2" },
	]);
});
