import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import { prepareBuiltIn } from "./prepared.ts";

/**
 * Every file in `attacks/` is one hostile submission to nonlinear-backward. Its first line says what a fair verdict is, and
 * what its honest part is worth.
 */
const folder = join(import.meta.dirname, "attacks");
const grader = new Grader({ size: 1 });
let version: GradableVersion;
let solution: string;
let honest: string;
/** Wall time of one submission at most: two passes of one second of CPU time, on a machine that does other things too. */
const longestMs = 20_000;

const grade = (source: string) =>
	grader.grade({ version, source, language: "javascript", seed: 11 });

beforeAll(async () => {
	({ version, solution } = await prepareBuiltIn(grader, "nonlinear-backward"));
	// A shorter CPU clock than the exercise's own, so that waiting for it takes no minute.
	version.exercise.limits.cpuMs = 250;
	honest = (await grade(solution)).receipt;
});
afterAll(() => grader.close());

function declared(source: string) {
	const [, statuses, points] =
		/^\/\/ Expected: ([a-z_|]+), at most (\d+(?:\.\d+)?) points\.\n/.exec(
			source,
		) ?? [];
	if (!statuses)
		throw new Error("expected a first line that tells the verdict");
	return { statuses: statuses.split("|"), points: Number(points) };
}

const attacks = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));

describe("hostile submissions", () => {
	it.each(attacks)(
		"get a fair verdict and harm nobody after them: %s",
		async (name) => {
			const source = readFileSync(join(folder, `${name}.ts`), "utf8");
			const { statuses, points } = declared(source);
			const startedAt = performance.now();
			const verdict = await grade(source);
			expect(performance.now() - startedAt).toBeLessThan(longestMs);
			expect(statuses).toContain(verdict.status);
			expect(verdict.points).toBeLessThanOrEqual(points);
			expect(JSON.stringify(verdict).length).toBeLessThan(100_000);
			expect(JSON.stringify(verdict)).not.toContain("carried [");
			const after = await grade(solution);
			expect(after.receipt).toBe(honest);
		},
	);

	it("find nothing worth having on the globals", async () => {
		const source = readFileSync(join(folder, "globals-searched.ts"), "utf8");
		const verdict = await grade(source);
		expect(verdict.checks[0]?.shown?.actual).toMatchObject({ loot: [] });
	});

	it("carry no hidden input out in a later answer", async () => {
		const source = readFileSync(
			join(folder, "hidden-inputs-carried-out.ts"),
			"utf8",
		);
		const verdict = await grade(source);
		const hidden = verdict.checks.filter((check) => !check.visible);
		expect(JSON.stringify(hidden)).not.toContain("leak");
		expect(verdict.console.join().match(/leak/g)?.length).toBe(
			1 + 2 + 3 + 4 + 5,
		);
	});

	it("tell no place of a visible call after hidden ones were made", async () => {
		const source = readFileSync(
			join(folder, "place-told-in-second-pass.ts"),
			"utf8",
		);
		const { failure } = await grade(source);
		expect(failure).toMatchObject({ kind: "runtime_error" });
		expect(failure).not.toHaveProperty("line");
	});

	it("tell no place that depends on the hidden calls before", async () => {
		const source = readFileSync(join(folder, "place-tells-input.ts"), "utf8");
		const { failure } = await grade(source);
		expect(failure).toMatchObject({
			kind: "runtime_error",
			checkId: "backward-random",
		});
		expect(failure).not.toHaveProperty("line");
	});

	it("find no file beside the child's program to read", () => {
		const [pid] = grader.students.pids;
		const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
		const readable = words.flatMap(
			(word) => /^--allow-fs-read=(.*)$/.exec(word)?.[1] ?? [],
		);
		expect(readable).toHaveLength(2);
		expect(words.at(-2)).toBe(readable[0]);
		expect(readable[1]).toMatch(/\/isolated-vm\/.*\/$/);
	});

	it("end by the kernel's own clock when nobody is left to end them", () => {
		const [pid] = grader.students.pids;
		expect(readFileSync(`/proc/${pid}/limits`, "utf8")).toMatch(
			/^Max cpu time +120 +120 +seconds/m,
		);
	});

	it("leave no process behind", async () => {
		const own = new Grader({ size: 2 });
		const endless =
			"export function backward() { return Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1); }";
		const pending = own.grade({
			version,
			source: endless,
			language: "javascript",
			seed: 0,
		});
		pending.catch(() => undefined); // closing under a submission ends it
		while (own.students.pids.length === 0)
			await new Promise((resolve) => setTimeout(resolve, 10));
		await new Promise((resolve) => setTimeout(resolve, 200));
		const pids = own.pids;
		expect(pids.length).toBeGreaterThan(0);
		await own.close();
		for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
		await expect(pending).rejects.toThrow("the sandbox is closed");
		expect(own.pids).toEqual([]);
	});
});
