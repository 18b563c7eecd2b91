import { expect, it } from "vitest";
import type { GradingJob } from "../../../db/store.ts";
import { Grader } from "../../../grader/grader.ts";
import { WorkerStatistics } from "../../../grader/worker/statistics.ts";
import { verdictFor } from "../../db/temporary-store.ts";

const job: GradingJob = {
	submissionId: "s",
	leaseToken: "t",
	userId: "u",
	slug: "neuron",
	version: "v",
	attempt: 1,
	language: "typescript",
	source: "",
	run: 1,
	askedAt: 1000,
	kind: "live",
};
const hardening = { level: "B", minimumLevel: "C", isolation: "isolate" };
const now = { size: 2, running: 1, versionsCached: 3 };

function describe(observe: (statistics: WorkerStatistics) => void) {
	const statistics = new WorkerStatistics();
	observe(statistics);
	return statistics.describe(new Grader({ size: 1 }), hardening, now);
}

it("puts each verdict into the bucket of its seconds, bounds inclusive", () => {
	const measurements = { wallMs: 50, cpuMs: 51, heapMib: 1 };
	const info = describe((statistics) =>
		statistics.observe(job, verdictFor(job, { measurements }), 1100),
	);
	const filled = (name: "turnaround" | "grading" | "gradingCpu") => {
		const { bounds = [], counts = [], sum } = info[name] ?? {};
		expect(counts).toHaveLength(bounds.length + 1);
		expect(counts.reduce((total, count) => total + count, 0)).toBe(1);
		return [bounds[counts.indexOf(1)], sum];
	};
	expect(filled("turnaround")).toEqual([0.1, 0.1]);
	expect(filled("grading")).toEqual([0.05, 0.05]);
	expect(filled("gradingCpu")).toEqual([0.1, 0.051]);
});

it("keeps what took longer than the last bound, and takes a clock that went back for no time", () => {
	const info = describe((statistics) => {
		statistics.observe(job, verdictFor(job), 1000 + 3_600_000);
		statistics.observe(job, verdictFor(job), 500);
	});
	expect(info.turnaround?.counts.at(-1)).toBe(1);
	expect(info.turnaround?.counts[0]).toBe(1);
	expect(info.turnaround?.sum).toBe(3600);
});

it("leaves regrades out of waiting times and our own failures out of grading times", () => {
	const info = describe((statistics) => {
		statistics.observe({ ...job, kind: "regrade" }, verdictFor(job), 1e12);
		statistics.observe(
			job,
			verdictFor(job, { status: "internal_error" }),
			1001,
		);
	});
	const total = (counts: number[] = []) =>
		counts.reduce((sum, count) => sum + count, 0);
	expect(total(info.turnaround?.counts)).toBe(1);
	expect(total(info.grading?.counts)).toBe(1);
});

it("tells level, versions and what it is doing, as plain JSON", () => {
	const info = describe(() => undefined);
	expect(info).toMatchObject({
		...hardening,
		...now,
		versions: { node: process.versions.node, v8: process.versions.v8 },
		students: { warm: 0, started: 0, ended: { crashed: 0, time_limit: 0 } },
		fatalCalls: { counted_budget: 0, memory_limit: 0 },
	});
	expect(JSON.parse(JSON.stringify(info))).toEqual(info);
});
