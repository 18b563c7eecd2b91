/** The pool with real children. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { JobEnd } from "../../../grader/sandbox/child-process.ts";
import type { RunJob } from "../../../grader/sandbox/messages.ts";
import { SandboxPool } from "../../../grader/sandbox/pool.ts";

const pools: SandboxPool[] = [];
afterEach(async () => {
	await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function openPool(size: number, isOneUse = false): SandboxPool {
	const pool = new SandboxPool({ size, isOneUse });
	pools.push(pool);
	return pool;
}

it("lets two work at a time in a pool of two, and a third wait", async () => {
	const pool = openPool(2);
	let atWork = 0;
	let most = 0;
	const work = async () => {
		atWork++;
		most = Math.max(most, atWork);
		await sleep(20);
		atWork--;
		return null;
	};
	await Promise.all([pool.lend(work), pool.lend(work), pool.lend(work)]);
	expect(most).toBe(2);
});

it("lets nobody else work while one runs alone, and everybody afterwards", async () => {
	const pool = openPool(2);
	const log: string[] = [];
	const work = (name: string) => async () => {
		log.push(`${name} begins`);
		await sleep(20);
		log.push(`${name} ends`);
		return name;
	};
	const results = await Promise.all([
		pool.lend(work("a")),
		pool.lend(work("b")),
		pool.lendAlone(work("first alone")),
		pool.lendAlone(work("second alone")),
		pool.lend(work("c")),
	]);
	expect(results).toEqual(["a", "b", "first alone", "second alone", "c"]);
	for (const name of ["first alone", "second alone"]) {
		const begins = log.indexOf(`${name} begins`);
		expect(log[begins + 1]).toBe(`${name} ends`);
	}
});

let programs = 0;
const clock = { cpuMs: 1_000, wallMs: 5_000, totalCpuMs: 4_000 };

function jobOf(body: string): RunJob {
	return {
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
		wallMs: 5_000,
		fatalsLeft: 3,
	};
}

/** Runs one call of a program. */
async function runOn(pool: SandboxPool, body: string): Promise<JobEnd> {
	return pool.lend((lane) => lane.run(jobOf(body), clock, () => {}));
}

it("uses a child again after clean work only", async () => {
	const pool = openPool(1);
	await pool.warm();
	const [first] = pool.pids;
	expect(await runOn(pool, "return 1;")).toMatchObject({ isClean: true });
	expect(pool.pids).toEqual([first]);
	expect(
		await runOn(pool, "for (let i = 0; i < 99; i++) $tick(1);"),
	).toMatchObject({ kind: "done", isClean: false });
	expect(await runOn(pool, "return 2;")).toMatchObject({ isClean: true });
	expect(pool.pids).not.toContain(first);
});

it("uses no child again whose lane's work could not be done", async () => {
	const pool = openPool(1);
	await pool.warm();
	const [first] = pool.pids;
	const work = pool.lend(async (lane) => {
		expect(await lane.run(jobOf("return 1;"), clock, () => {})).toMatchObject({
			kind: "done",
			isClean: true,
		});
		throw new Error("not what it should be");
	});
	await expect(work).rejects.toThrow("not what it should be");
	expect(await runOn(pool, "return 2;")).toMatchObject({ isClean: true });
	expect(pool.pids).not.toContain(first);
});

it("gives every lane a process of its own where a child is for one use", async () => {
	const pool = openPool(1, true);
	const seen = new Set<number>();
	for (let round = 0; round < 3; round++) {
		await pool.warm();
		for (const pid of pool.pids) seen.add(pid);
		expect(await runOn(pool, "return 1;")).toMatchObject({ isClean: true });
	}
	expect(seen.size).toBeGreaterThanOrEqual(3);
});

it("frees its place when the work throws", async () => {
	const pool = openPool(1);
	await expect(
		pool.lend(async () => {
			throw new Error("work failed");
		}),
	).rejects.toThrow("work failed");
	await expect(
		pool.lendAlone(async () => {
			throw new Error("work alone failed");
		}),
	).rejects.toThrow("work alone failed");
	const result = await pool.lend(async () => 7);
	expect(result).toBe(7);
});

it("refuses work once it is closed, also for those who wait", async () => {
	const pool = openPool(1);
	const first = pool.lend(async () => {
		await sleep(50);
		return 1;
	});
	const waiting = pool.lend(async () => 2);
	const refused = expect(waiting).rejects.toThrow("the sandbox is closed");
	await sleep(10);
	await pool.close();
	await refused;
	await first;
	await expect(pool.lendAlone(async () => 3)).rejects.toThrow(
		"the sandbox is closed",
	);
});

it.each([0, -1, 1.5])("refuses a pool of %s children", (size) => {
	expect(() => new SandboxPool({ size })).toThrow(
		`expected a pool of at least one child; got ${size}`,
	);
});
