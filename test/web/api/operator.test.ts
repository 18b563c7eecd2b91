import { beforeAll, expect, test, vi } from "vitest";
import type { Store } from "../../../db/store.ts";
import { log } from "../../../web/server/log.ts";
import { operatorOverviewSchema } from "../../../web/server/operator-schemas.ts";
import {
	Browser,
	gradeNext,
	newSubmission,
	openAsGuest,
	publishNeuron,
	takeJob,
} from "./api-under-test.ts";

let store: Store;
let administrator: Browser;
beforeAll(async () => {
	store = await publishNeuron();
	administrator = await enterAs("Root", "administrator");
});

async function enterAs(
	name: string,
	role: "student" | "instructor" | "administrator",
): Promise<Browser> {
	const browser = new Browser();
	await browser.enter(name);
	await store.setRole(`${name.toLowerCase()}@example.org`, role);
	return browser;
}

async function readOverview() {
	const response = await administrator.call("GET", "/api/v1/operator/overview");
	expect(response.status).toBe(200);
	return operatorOverviewSchema.parse(await response.json());
}

const gradeAgain = (browser: Browser, id: string) =>
	browser.call("POST", `/api/v1/operator/submissions/${id}/grade-again`, {
		body: {},
	});

/** A guest's submission that ended by our own fault. */
async function setOneAside(source: string) {
	const guest = await openAsGuest();
	const response = await guest.call("POST", "/api/v1/submissions", {
		body: { ...newSubmission, source },
	});
	const { id } = (await response.json()) as { id: string };
	await gradeNext(store, {
		status: "internal_error",
		points: 0,
		failure: { kind: "internal_error", message: "children died 10 times" },
	});
	return { guest, id };
}

test("does not exist for nobody, guests, students and instructors, down to the words", async () => {
	const { id } = await setOneAside("refused");
	const missing = await administrator.call("GET", "/api/v1/operator/none");
	const refusal = async (response: Response) => ({
		status: response.status,
		body: ((await response.json()) as { detail: string }).detail,
	});
	expect(missing.status).toBe(404);
	for (const browser of [
		new Browser(),
		await openAsGuest(),
		await enterAs("Stan", "student"),
		await enterAs("Ines", "instructor"),
	]) {
		const path = "/api/v1/operator/overview";
		expect(await refusal(await browser.call("GET", path))).toEqual({
			status: 404,
			body: `There is no "${path}"; see /api/v1/openapi.json.`,
		});
		expect((await gradeAgain(browser, id)).status).toBe(404);
	}
	expect((await store.findSubmission(id))?.status).toBe("internal_error");
});

test("ends with the role", async () => {
	const browser = await enterAs("Brief", "administrator");
	const look = () => browser.call("GET", "/api/v1/operator/overview");
	expect((await look()).status).toBe(200);
	await store.setRole("brief@example.org", "instructor");
	expect((await look()).status).toBe(404);
});

test("shows the queue, its students, grading times and storage", async () => {
	const guest = await openAsGuest();
	await guest.call("POST", "/api/v1/submissions", {
		body: { ...newSubmission, source: "graded" },
	});
	await gradeNext(store);
	await guest.call("POST", "/api/v1/submissions", {
		body: { ...newSubmission, source: "waits" },
	});
	const { queue, gradingTimes, storage, eventStreams } = await readOverview();
	expect(queue).toMatchObject({
		queued: 1,
		running: 0,
		byKind: { live: { queued: 1 } },
		byExercise: [{ slug: "neuron", queued: 1, running: 0 }],
		mostWaiting: [{ isGuest: true, queued: 1 }],
	});
	expect(queue.oldestQueuedAt).toBeGreaterThan(0);
	expect(gradingTimes).toMatchObject([{ slug: "neuron", medianMs: 1 }]);
	expect(storage.databaseBytes).toBeGreaterThanOrEqual(4096);
	expect(storage.walBytes).toBeGreaterThan(0);
	expect(storage.freeBytes).toBeGreaterThan(0);
	expect(eventStreams).toBe(0);
	expect(JSON.stringify(await readOverview())).not.toMatch(/@example\.org/);
	await gradeNext(store);
});

test("marks workers that are silent or below the demanded level, and names the weakest living level", async () => {
	const now = Date.now();
	await store.recordHeartbeat("strong", now, { level: "A", minimumLevel: "B" });
	await store.recordHeartbeat("weak", now, { level: "C", minimumLevel: "B" });
	await store.recordHeartbeat("gone", now - 20_000, { level: "D" });
	const { workers, level } = await readOverview();
	const byId = Object.fromEntries(workers.map((worker) => [worker.id, worker]));
	expect(byId.strong).toMatchObject({
		isSilent: false,
		isBelowMinimum: false,
		students: { warm: 0, started: 0, ended: {} },
	});
	expect(byId.weak).toMatchObject({ isBelowMinimum: true });
	expect(byId.gone).toMatchObject({ isSilent: true, isBelowMinimum: false });
	expect(level).toBe("C");
	for (const id of ["strong", "weak", "gone"]) await store.removeHeartbeat(id);
	expect((await readOverview()).level).toBeNull();
});

test("reads what another release's worker wrote, however odd", async () => {
	await store.recordHeartbeat("odd", Date.now(), {
		level: 7,
		students: { warm: "many" },
		turnaround: null,
		size: 3,
	} as never);
	const { workers } = await readOverview();
	expect(workers).toMatchObject([
		{ id: "odd", level: null, size: 3, students: { warm: 0 } },
	]);
	await store.removeHeartbeat("odd");
});

test("has a submission graded again, writes who asked into the log, and shows what came of it", async () => {
	const { guest, id } = await setOneAside("mended");
	expect((await readOverview()).setAside.rows).toContainEqual(
		expect.objectContaining({
			submissionId: id,
			reason: "children died 10 times",
			workerId: "w",
		}),
	);
	const told = vi.spyOn(log, "info");
	const response = await gradeAgain(administrator, id);
	expect(response.status).toBe(202);
	expect(await response.json()).toEqual({ id, status: "queued", ahead: 0 });
	const me = await administrator.call("GET", "/api/v1/me");
	const { userId } = (await me.json()) as { userId: string };
	expect(told).toHaveBeenCalledWith(
		{ submissionId: id, administratorId: userId },
		"an administrator has it graded again",
	);
	told.mockRestore();
	expect((await readOverview()).regrades[0]).toMatchObject({
		submissionId: id,
		status: "queued",
	});
	const job = await takeJob(store);
	expect(job).toMatchObject({ submissionId: id, kind: "regrade", run: 1 });
	await store.releaseSubmission({ leaseToken: job.leaseToken, notBefore: 0 });
	await gradeNext(store);
	expect((await readOverview()).regrades[0]).toMatchObject({
		submissionId: id,
		status: "accepted",
		points: 10,
	});
	const own = await guest.call("GET", `/api/v1/submissions/${id}`);
	expect(await own.json()).toMatchObject({ status: "accepted" });
});

test("refuses to grade again what is not set aside, and what is not there", async () => {
	const { id } = await setOneAside("twice");
	expect((await gradeAgain(administrator, id)).status).toBe(202);
	const again = await gradeAgain(administrator, id);
	expect(again.status).toBe(409);
	expect(await again.json()).toMatchObject({
		type: "urn:chainrule:problem:not-set-aside",
		detail:
			"Only a submission that was set aside is graded again; this one is queued.",
	});
	const missing = await gradeAgain(administrator, "none");
	expect(missing.status).toBe(404);
	expect(await missing.json()).toMatchObject({
		detail: 'There is no submission "none".',
	});
	await gradeNext(store);
});

test("takes no request for another site's page, and no fields", async () => {
	const { id } = await setOneAside("foreign");
	administrator.pageOrigin = "https://evil.example.org";
	expect((await gradeAgain(administrator, id)).status).toBe(403);
	administrator.pageOrigin = "http://course.example.org";
	const path = `/api/v1/operator/submissions/${id}/grade-again`;
	const wrong = await administrator.call("POST", path, { body: { now: 1 } });
	expect(wrong.status).toBe(422);
	expect((await store.findSubmission(id))?.status).toBe("internal_error");
});
