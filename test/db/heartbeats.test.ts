import { expect, test } from "vitest";
import { workerHeartbeats } from "../../db/schema.ts";
import { openTemporaryStore } from "./temporary-store.ts";

test("lists living workers, the latest first, with what they last told", async () => {
	const { store } = openTemporaryStore();
	await store.recordHeartbeat("w1", 1000, { level: "A" });
	await store.recordHeartbeat("w2", 2000, { level: "B" });
	await store.recordHeartbeat("w1", 3000, { level: "C", size: 2 });
	expect(await store.listHeartbeats(4000)).toEqual([
		{ workerId: "w1", seenAt: 3000, info: { level: "C", size: 2 } },
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

test("lists workers that have fallen silent lately, where that is asked for", async () => {
	const { store } = openTemporaryStore();
	await store.recordHeartbeat("w1", 1000, {});
	const tenMinutesMs = 10 * 60_000;
	expect(await store.listHeartbeats(tenMinutesMs, tenMinutesMs)).toHaveLength(
		1,
	);
	expect(await store.listHeartbeats(tenMinutesMs)).toEqual([]);
});

test("forgets a worker that has stopped, and no other", async () => {
	const { store } = openTemporaryStore();
	await store.recordHeartbeat("w1", 1000, {});
	await store.recordHeartbeat("w2", 1000, {});
	await store.removeHeartbeat("w1");
	await store.removeHeartbeat("never seen");
	expect(await store.listHeartbeats(1000)).toMatchObject([{ workerId: "w2" }]);
});

test("forgets a worker silent for an hour, so that restarts do not fill the table", async () => {
	const { store, db } = openTemporaryStore();
	const hourMs = 60 * 60_000;
	await store.recordHeartbeat("w1", 1000, {});
	await store.recordHeartbeat("w2", 1000 + hourMs, {});
	expect(db.select().from(workerHeartbeats).all()).toHaveLength(2);
	await store.recordHeartbeat("w2", 1001 + hourMs, {});
	expect(db.select().from(workerHeartbeats).all()).toMatchObject([
		{ workerId: "w2" },
	]);
});

test("lists at most a hundred workers, however many restarted", async () => {
	const { store } = openTemporaryStore();
	for (let i = 0; i < 120; i++) {
		await store.recordHeartbeat(`w${i}`, 1000 + i, {});
	}
	const listed = await store.listHeartbeats(1200);
	expect(listed).toHaveLength(100);
	expect(listed[0]?.workerId).toBe("w119");
});
