import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import type { PlannedCall } from "../../grader/judging/plan.ts";
import type { Verdict } from "../../grader/verdict.ts";
import { AttackCourse, prepareAttacked } from "./attack-course.ts";
import {
	type Attack,
	attacksFolder,
	listAttacks,
	readAttack,
} from "./attack-files.ts";

/**
 * Every file in `attacks/` is one hostile submission to nonlinear-backward, made through the queue of a real worker
 * process, with an honest submission after it.
 */
const attacks = listAttacks();
/** Submissions under way at the same time; the worker grades as many at once. */
const lanes = 2;
/** Wall time of one submission at most, on a machine that does other things too. */
const longestMs = 40_000;

interface Trial {
	verdict: Verdict;
	control: { verdict: Verdict; receipt: string };
}

const grader = new Grader({ size: 1 });
let version: GradableVersion;
let course: AttackCourse;
const trials = new Map<string, Trial | Error>();

async function tryAll(): Promise<void> {
	const pending = [...attacks];
	const lane = async () => {
		for (let next = pending.shift(); next; next = pending.shift())
			trials.set(next.name, await attempt(next));
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

async function attempt(attack: Attack): Promise<Trial | Error> {
	try {
		const verdict = await course.submit(attack.source, attack.name, longestMs);
		return { verdict, control: await course.submitControl() };
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

function trialOf(name: string): Trial {
	const trial = trials.get(name);
	if (!trial || trial instanceof Error)
		throw trial ?? new Error(`${name} was not tried`);
	return trial;
}

beforeAll(async () => {
	const attacked = await prepareAttacked(grader);
	version = attacked.version;
	course = await AttackCourse.open(attacked, lanes);
	await course.submitControl();
	await tryAll();
}, 600_000);
afterAll(async () => {
	await grader.close();
	await course.close();
}, 60_000);

describe("hostile submissions", () => {
	it("are many, of many classes, and each made of something else", () => {
		expect(attacks.length).toBeGreaterThanOrEqual(80);
		expect(new Set(attacks.map((attack) => attack.class)).size).toBe(14);
		const made = attacks.map(
			(attack) => `${attack.class}: ${attack.mechanism}`,
		);
		expect(made.filter((text, at) => made.indexOf(text) !== at)).toEqual([]);
	});

	it("are counted in their README as they are", () => {
		const text = readFileSync(join(attacksFolder, "README.md"), "utf8");
		const counts = Map.groupBy(attacks, (attack) => attack.class);
		for (const [name, list] of counts)
			expect(text).toContain(`| ${name} | ${list.length} |`);
		expect(text).toContain(`| **together** | **${attacks.length}** |`);
	});

	it.each(attacks.map((attack) => attack.name))(
		"get a fair verdict, and the next submission its own: %s",
		(name) => {
			const { statuses, points } = readAttack(name);
			const { verdict, control } = trialOf(name);
			expect(statuses).toContain(verdict.status);
			expect(verdict.points).toBeLessThanOrEqual(points);
			expect(JSON.stringify(verdict).length).toBeLessThan(100_000);
			expect(control.verdict.status).toBe("accepted");
			expect(control.verdict.points).toBe(control.verdict.maxPoints);
			expect(control.verdict.receipt).toBe(control.receipt);
		},
	);

	it("carry no hidden argument out, but those of the one case that is shown", async () => {
		let searched = 0;
		for (const { name } of attacks) {
			const { verdict } = trialOf(name);
			const { report, shownCase } = splitShown(verdict);
			const calls = await grader.plan(version, verdict.seed);
			const isVisible = (call: PlannedCall) => call.isVisible;
			const known = new Set(calls.filter(isVisible).flatMap(tellingNumbers));
			for (const call of calls) {
				for (const number of tellingNumbers(call)) {
					if (known.has(number)) continue;
					searched++;
					expect(report, `${name}: ${call.id}`).not.toContain(number);
					if (shownCase && !shownCase.input.includes(number))
						expect(shownCase.rest, name).not.toContain(number);
				}
			}
		}
		expect(searched).toBeGreaterThan(attacks.length * 50);
	});

	it("leave nothing in the worker's log but that it works and which limits were met", () => {
		const lines = course.log
			.split("\n")
			.filter((line) => line !== "")
			.map((line) => JSON.parse(line) as { level: number; msg: string })
			// "debug" and below may tell what dying children wrote.
			.filter(({ level }) => level >= info);
		expect(lines.filter(({ level }) => level > info)).toEqual([]);
		const expected = [
			"ready to grade",
			"claimed",
			"graded",
			"a sandbox child ended",
			"takes long while others wait: comes again later",
		];
		const messages = new Set(lines.map(({ msg }) => msg));
		expect([...messages].filter((msg) => !expected.includes(msg))).toEqual([]);
		expect(messages).toContain("graded");
	});
});

/** pino's number for the level. */
const info = 30;

/** A verdict without what its one hidden failing case shows, and that case. */
function splitShown(verdict: Verdict) {
	const shown = verdict.checks.flatMap((check) =>
		!check.visible && check.shown ? [check.shown] : [],
	);
	expect(shown.length).toBeLessThanOrEqual(1);
	const checks = verdict.checks.map((check) =>
		check.visible ? check : { ...check, shown: undefined },
	);
	const [first] = shown;
	return {
		report: JSON.stringify({ ...verdict, checks }),
		shownCase: first && {
			input: JSON.stringify(first.input),
			rest: JSON.stringify(first),
		},
	};
}

/** Numbers among a call's arguments that are too long to be met by chance, as text. */
function tellingNumbers(call: PlannedCall): string[] {
	return (
		JSON.stringify(call.args)
			.match(/-?\d+\.\d+/g)
			?.map((text) => text.slice(0, 10))
			.filter((text) => text.length === 10) ?? []
	);
}

describe("single attacks", () => {
	it("find nothing worth having on the globals", () => {
		const { verdict } = trialOf("globals-searched");
		expect(verdict.checks[0]?.shown?.actual).toMatchObject({ loot: [] });
	});

	it("carry no hidden input out in a later answer", () => {
		const { verdict } = trialOf("hidden-inputs-carried-out");
		const hidden = verdict.checks.filter((check) => !check.visible);
		expect(JSON.stringify(hidden)).not.toContain("leak");
		expect(verdict.console.join().match(/leak/g)?.length).toBe(
			1 + 2 + 3 + 4 + 5,
		);
	});

	it("print what visible calls have seen, and nothing else", () => {
		const { verdict } = trialOf("remembered-and-printed");
		expect(verdict.console).toHaveLength(5);
	});

	it("print two hundred lines of two thousand characters at most", () => {
		const { verdict } = trialOf("console-one-line-each");
		expect(verdict.console.length).toBeLessThanOrEqual(200);
		expect(verdict.console.join("").length).toBeLessThan(100_000);
	});

	it("tell no place of a visible call after hidden ones were made", () => {
		const { failure } = trialOf("place-told-in-second-pass").verdict;
		expect(failure).toMatchObject({ kind: "runtime_error" });
		expect(failure).not.toHaveProperty("line");
	});

	it("tell no place that depends on the hidden calls before", async () => {
		const { failure } = await gradeAt("place-tells-input", 11);
		expect(failure).toMatchObject({
			kind: "runtime_error",
			checkId: "backward-random",
		});
		expect(failure).not.toHaveProperty("line");
	});

	it("tell no line of a loop that was chosen by other hidden inputs", async () => {
		const { failure, checks } = await gradeAt("loop-line-tells-input", 11);
		expect(failure).toMatchObject({ kind: "time_limit" });
		expect(failure).not.toHaveProperty("line");
		const hidden = checks.filter((check) => !check.visible);
		expect(JSON.stringify(hidden)).not.toContain("at line");
	});

	it("still tell the line of a loop that is the call's own doing", async () => {
		const { failure } = await gradeAt("loop-line-tells-own-input", 11);
		expect(failure).toMatchObject({ kind: "time_limit" });
		expect(failure?.line).toBeGreaterThan(6);
	});

	it("show by the memory they used nothing that hidden calls kept", async () => {
		const { measurements, status } = await gradeAt("memory-as-a-channel", 11);
		expect(status).toBe("accepted");
		expect(measurements.heapMib).toBeLessThan(5);
	});

	async function gradeAt(name: string, seed: number): Promise<Verdict> {
		const { source } = readAttack(name);
		return grader.grade({ version, source, language: "typescript", seed });
	}
});

describe("sandbox children", () => {
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
		const { source } = readAttack("endless-includes");
		const pending = own.grade({
			version,
			source,
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

/** Last: it closes the course. */
describe("after all of them", () => {
	it("no verdict is lost, the worker lives, and nothing is left running or lying about", async () => {
		expect(course.isAlive).toBe(true);
		const { open, stored, submitted } = await course.count();
		expect(open).toBe(0);
		expect(stored).toBe(submitted);
		// As many warm children as there may be of each kind, and a spare one; every other one has been ended.
		await expect
			.poll(() => course.countChildren(), { timeout: 5_000 })
			.toBeLessThanOrEqual(2 * lanes + 1);
		expect(course.leftFiles()).toEqual([]);
		const { code, survivors } = await course.close();
		expect(code).toBe(0);
		expect(survivors).toEqual([]);
	});
});
