/** The pool with real children. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { SandboxPool } from "../../../grader/sandbox/pool.ts";

const pools: SandboxPool[] = [];
afterEach(async () => {
	await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function openPool(size: number): SandboxPool {
	const pool = new SandboxPool(size);
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
		return { result: null, isClean: true };
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
		return { result: name, isClean: true };
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

it("gives a child again only after clean work", async () => {
	const pool = openPool(1);
	const pidAfter = (isClean: boolean) =>
		pool.lend(async (child) => ({ result: child.pid, isClean }));
	const first = await pidAfter(true);
	const second = await pidAfter(false);
	const third = await pidAfter(true);
	expect(second).toBe(first);
	expect(third).not.toBe(first);
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
	const result = await pool.lend(async () => ({ result: 7, isClean: true }));
	expect(result).toBe(7);
});

it("refuses work once it is closed, also for those who wait", async () => {
	const pool = openPool(1);
	const first = pool.lend(async () => {
		await sleep(50);
		return { result: 1, isClean: true };
	});
	const waiting = pool.lend(async () => ({ result: 2, isClean: true }));
	const refused = expect(waiting).rejects.toThrow("the sandbox is closed");
	await sleep(10);
	await pool.close();
	await refused;
	await first;
	await expect(
		pool.lendAlone(async () => ({ result: 3, isClean: true })),
	).rejects.toThrow("the sandbox is closed");
});

it.each([0, -1, 1.5])("refuses a pool of %s children", (size) => {
	expect(() => new SandboxPool(size)).toThrow(
		`expected a pool of at least one child; got ${size}`,
	);
});
