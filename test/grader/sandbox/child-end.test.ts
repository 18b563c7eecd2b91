/** How children end, counted and told with whose job it was. Real children. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { Grader } from "../../../grader/grader.ts";
import {
	type ChildEnd,
	currentJob,
	noChildEnds,
} from "../../../grader/sandbox/child-end.ts";
import type { JobEnd } from "../../../grader/sandbox/child-process.ts";
import { type PoolOptions, SandboxPool } from "../../../grader/sandbox/pool.ts";
import { prepareBuiltIn } from "../prepared.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	await Promise.all(closing.splice(0).map((close) => close()));
});

function openPool(options: Partial<PoolOptions> = {}): {
	pool: SandboxPool;
	ends: ChildEnd[];
} {
	const ends: ChildEnd[] = [];
	const pool = new SandboxPool({
		size: 1,
		onChildEnd: (end) => ends.push(end),
		...options,
	});
	closing.push(() => pool.close());
	return { pool, ends };
}

let programs = 0;
const clock = { cpuMs: 5_000, wallMs: 25_000, totalCpuMs: 20_000 };

/** Runs one call of a program. */
function runOn(pool: SandboxPool, body: string): Promise<JobEnd> {
	return pool.lend((lane) =>
		lane.run(
			{
				type: "run",
				program: `${++programs}`,
				material: {
					code: `(($tick) => ({ __proto__: null, ["f"]: () => { ${body} } }))`,
					calls: ['{"name":"f","args":[],"budget":9,"seed":""}'],
				},
				groups: [{ calls: [0], isShown: false }],
				again: [],
				isolatesAfter: 0,
				isAtAStretch: true,
				heapMib: 32,
				outputBytes: 1_000,
				moduleBudget: 9,
				wallMs: 25_000,
				fatalsLeft: 3,
			},
			clock,
			() => {},
		),
	);
}

const unclean = "for (let i = 0; i < 99; i++) $tick(1);";

it("counts children that start, wait, are used up, and end with the pool", async () => {
	const { pool, ends } = openPool();
	await pool.warm();
	expect(pool.statistics).toEqual({
		warm: 1,
		started: 1,
		ended: noChildEnds(),
	});
	await runOn(pool, "return 1;");
	expect(pool.statistics).toMatchObject({ warm: 1, started: 1 });
	await currentJob.run("s1", () => runOn(pool, unclean));
	await vi.waitFor(() => expect(pool.statistics.ended.used).toBe(1));
	expect(ends).toMatchObject([{ cause: "used", job: "s1", stderr: "" }]);
	await pool.close();
	expect(pool.statistics).toMatchObject({
		warm: 0,
		started: 2,
		ended: { used: 1, closed: 1, crashed: 0 },
	});
	expect(ends[1]).toMatchObject({ cause: "closed", job: null });
});

it("calls a child that was for one use used, however clean it was", async () => {
	const { pool, ends } = openPool({ isOneUse: true });
	await currentJob.run("s1", () => runOn(pool, "return 1;"));
	await vi.waitFor(() =>
		expect(ends).toMatchObject([{ cause: "used", job: "s1" }]),
	);
});

it("says that a child killed from outside has crashed, and whose job it had", async () => {
	const { pool, ends } = openPool();
	await pool.warm();
	const [pid = 0] = pool.pids;
	const job = currentJob.run("s2", () => runOn(pool, "for (;;) {}"));
	await sleep(100);
	process.kill(pid, "SIGKILL");
	expect(await job).toMatchObject({ kind: "died" });
	await vi.waitFor(() =>
		expect(ends).toMatchObject([{ cause: "crashed", job: "s2", pid }]),
	);
	expect(pool.statistics.ended).toEqual({ ...noChildEnds(), crashed: 1 });
});

it("retires a child after many jobs", async () => {
	const { pool, ends } = openPool({ kind: "transform" });
	await pool.lend(async (lane) => {
		for (let job = 0; job < 2_000; job++)
			await lane.run({ type: "transform", source: "1" }, clock, () => {});
	});
	await vi.waitFor(() => expect(ends).toMatchObject([{ cause: "retired" }]));
});

it("forgets whose job a child had once it waits for another", async () => {
	const { pool, ends } = openPool();
	await currentJob.run("s3", () => runOn(pool, "return 1;"));
	await pool.close();
	expect(ends).toMatchObject([{ cause: "closed", job: null }]);
});

it("tells of limits by cause and submission, and counts fatal calls by kind", async () => {
	const ends: (ChildEnd & { kind: string })[] = [];
	const grader = new Grader({
		size: 1,
		onChildEnd: (kind, end) => ends.push({ kind, ...end }),
	});
	closing.push(() => grader.close());
	const { version } = await prepareBuiltIn(grader, "nonlinear-backward");
	ends.splice(0);
	const grade = (submissionId: string, body: string) =>
		currentJob.run(submissionId, () =>
			grader.grade({
				version,
				source: `export function backward() { ${body} }`,
				language: "javascript",
				seed: 1,
			}),
		);
	const counted = await grade("counted", "for (;;) {}");
	expect(counted.status).toBe("time_limit");
	expect(grader.fatalCalls.counted_budget).toBeGreaterThan(0);
	expect(grader.fatalCalls.time_limit).toBe(0);
	const native = await grade(
		"native",
		"Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);",
	);
	expect(native.status).toBe("time_limit");
	expect(grader.fatalCalls.time_limit).toBeGreaterThan(0);
	await vi.waitFor(() =>
		expect(ends).toContainEqual(
			expect.objectContaining({
				kind: "students",
				cause: "time_limit",
				job: "native",
			}),
		),
	);
	expect(grader.students.statistics.ended.time_limit).toBeGreaterThan(0);
	expect(grader.authors.statistics.ended).toEqual(noChildEnds());
});
