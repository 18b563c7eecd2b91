/** What a student child may know: expected values, solutions and wrong versions carry one marker, hidden arguments another. */
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import type { Verdict } from "../../grader/verdict.ts";
import { AttackCourse, prepareAttacked } from "./attack-course.ts";

/** In the expected values, the solution and the wrong versions. */
const secret = `secret${randomBytes(9).toString("hex")}`;
/** In the arguments of every hidden call that takes a text. */
const hidden = `hidden${randomBytes(9).toString("hex")}`;

const greeting = `export function greet(name: string): string {
	return name + " ${secret}";
}
`;

/** Prints, throws, rejects and returns all it has ever been given, in every call. */
const thief = `
const seen: unknown[] = [];
export function greet(name: string) {
	seen.push(name);
	const all = seen.join("|");
	console.log(all);
	console.error({ all }, [all]);
	if (seen.length === 3) throw new RangeError(all);
	if (seen.length === 5) throw Object.assign(new SyntaxError(all + " [submission.ts:1:1]"), { stack: all });
	if (seen.length === 7) Promise.reject(new Error(all));
	return { all, [all]: all };
}
export function backward(x: number, values: { a: number }, y: number) {
	seen.push(x, values.a, y);
	return { deltaC: seen.join("|"), deltaB: 1, deltaA: 1, deltaX: 1 };
}
export const nextX = (x: number, deltaX: number) => { seen.push(x); throw new TypeError(seen.join("|")); };
`;

/** Sits in its first call until it is killed, with the arguments of all calls in its process's memory. */
const sitter = `
export function backward() { return Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1); }
export const nextX = backward;
export const greet = backward;
`;

const grader = new Grader({ size: 1 });
let course: AttackCourse;
let version: GradableVersion;

beforeAll(async () => {
	const attacked = await prepareAttacked(grader, (bundle) => {
		// Long enough to be looked at while it sits.
		bundle.exercise.limits.cpuMs = 400;
		bundle.exercise.checks.unshift({
			id: "greet-hidden",
			title: { en: "Greetings", zh: "问候" },
			points: 1,
			visible: false,
		});
		bundle.solution += `\n${greeting}`;
		for (const name of Object.keys(bundle.wrong))
			bundle.wrong[name] += `\n${greeting}// ${secret}\n`;
		bundle.cases = bundle.cases.replace(
			"export default cases({",
			`const greet = returnsValue("greet", ["name"], "name", (name: string) => name + " ${secret}");\nexport default cases({
	"greet-hidden": Array.from({ length: 9 }, (_, index) =>
		fixed(greet, { en: "A name", zh: "名字" }, ["${hidden}-" + index])),`,
		);
	});
	version = attacked.version;
	course = await AttackCourse.open(attacked, 1);
}, 120_000);
afterAll(async () => {
	await grader.close();
	await course.close();
});

it("a submission that tells all it has seen tells of one hidden case: the one that is shown", async () => {
	const verdict = await course.submit(thief);
	const { shownText, rest } = splitVerdict(verdict);
	expect(shownText.match(new RegExp(hidden, "g"))).not.toBeNull();
	expect(new Set(shownText.match(new RegExp(`${hidden}-\\d`, "g"))).size).toBe(
		1,
	);
	expect(rest).not.toContain(hidden);
	expect(rest).not.toContain(secret);
	expect(course.log).not.toContain(hidden);
	expect(course.log).not.toContain(secret);
});

it("the solution's answers earn all points, so that the markers are really compared", async () => {
	const verdict = await course.submit(course.solution);
	expect(verdict.status).toBe("accepted");
	expect(JSON.stringify(verdict)).not.toContain(hidden);
	expect(course.log).not.toContain(hidden);
	expect(course.log).not.toContain(secret);
});

it("a student child knows hidden arguments and no expected value: not in its environment, its command or its memory, where its job has been", async () => {
	let isOver = false;
	const pending = grader
		.grade({ version, source: sitter, language: "typescript", seed: 1 })
		.finally(() => {
			isOver = true;
		});
	const found = { hidden: 0, secret: 0 };
	while (!isOver) {
		for (const pid of grader.students.pids) {
			const memory = readMemory(pid);
			if (holds(memory, hidden)) found.hidden++;
			if (holds(memory, secret)) found.secret++;
			const told = ["environ", "cmdline"].map((file) => readKernel(pid, file));
			expect(told.join()).not.toMatch(/hidden|secret/);
		}
		await sleep(150);
	}
	expect((await pending).status).toBe("time_limit");
	expect(found.hidden).toBeGreaterThan(0);
	expect(found.secret).toBe(0);
	// The search would find it: the author child does hold it.
	const [author] = grader.authors.pids;
	expect(holds(readMemory(author ?? 0), secret)).toBe(true);
}, 120_000);

function readKernel(pid: number, file: string): string {
	try {
		return readFileSync(`/proc/${pid}/${file}`, "latin1");
	} catch {
		return ""; // it was ended while we were looking
	}
}

/** All that a process may write to in its memory, piece by piece. */
function readMemory(pid: number): Buffer[] {
	const pieces: Buffer[] = [];
	let memory: number;
	try {
		memory = openSync(`/proc/${pid}/mem`, "r");
	} catch {
		return pieces;
	}
	for (const line of readKernel(pid, "maps").split("\n")) {
		const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
		if (!from || !to) continue;
		const start = Number.parseInt(from, 16);
		const piece = Buffer.alloc(Number.parseInt(to, 16) - start);
		try {
			readSync(memory, piece, 0, piece.length, start);
			pieces.push(piece);
		} catch {
			// A range that the kernel keeps to itself, or the process is gone.
		}
	}
	closeSync(memory);
	return pieces;
}

/** In either of the two ways in which V8 keeps texts. */
function holds(memory: readonly Buffer[], text: string): boolean {
	return memory.some(
		(piece) =>
			piece.includes(text, 0, "latin1") || piece.includes(text, 0, "utf16le"),
	);
}

function splitVerdict(verdict: Verdict) {
	const isShown = ({ visible, shown }: Verdict["checks"][number]) =>
		!visible && shown !== undefined;
	const shown = verdict.checks.filter(isShown).map((check) => check.shown);
	expect(shown).toHaveLength(1);
	const checks = verdict.checks.map((check) =>
		isShown(check) ? { ...check, shown: undefined } : check,
	);
	// The expected value of the shown case stands beside its input, as it should.
	const shownText = JSON.stringify(shown[0]?.input);
	return { shownText, rest: JSON.stringify({ ...verdict, checks }) };
}
