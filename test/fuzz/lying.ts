/** Lying children under the parent's side of the sandbox, under the reading of sources, and under the whole of grading. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Grader } from "../../grader/grader.ts";
import { SandboxChild } from "../../grader/sandbox/child-process.ts";
import {
	type ChildProgram,
	getChildPrograms,
} from "../../grader/sandbox/child-program.ts";
import {
	getHardening,
	type Hardening,
} from "../../grader/sandbox/hardening/hardening.ts";
import type { Level } from "../../grader/sandbox/hardening/layers.ts";
import type { Job, RunJob } from "../../grader/sandbox/messages.ts";
import type { Lane, SandboxPool } from "../../grader/sandbox/pool.ts";
import { SourceReader } from "../../grader/sandbox/read-source.ts";
import { SandboxError } from "../../grader/sandbox/run-calls.ts";
import { verdictSchema } from "../../grader/verdict.ts";
import { prepareBuiltIn } from "../grader/prepared.ts";
import { type Act, answers, done, lies, misreadings } from "./lies.ts";
import {
	demand,
	type FuzzOptions,
	longestKindMs,
	withinDeadline,
} from "./tally.ts";

/** Clocks as short as the watch can keep them; every liar that does not end by itself is waited for this long. */
const clock = { cpuMs: 40, wallMs: 80, totalCpuMs: 120 };
/** Of all lies, those that go through the whole of grading, and those about what a source says. */
const gradedShare = 0.02;
const readingShare = 0.2;
/** A lie that ends in deaths is repeated with pauses of some seconds: those wait side by side. */
const lanes = 8;
const gradedLanes = 4;
let programCount = 0;

/** Lets children lie. @throws Error with the lie that did harm */
export async function fuzzLies({
	seed,
	count,
	tally,
}: FuzzOptions): Promise<void> {
	const liar = join(import.meta.dirname, "liar.cjs");
	const programs = await getChildPrograms();
	const liars = new Liars(
		{
			...programs.student,
			file: liar,
			readable: [liar],
			start: {
				harness: JSON.stringify([
					{ act: "line", with: '{"type":"ready","node":"24","v8":"13"}' },
				]),
			},
		},
		await getHardening(programs),
	);
	try {
		const graded = Math.ceil(count * gradedShare);
		const reading = Math.ceil(count * readingShare);
		const reader = new SourceReader(liars);
		// Side by side: most of their time is spent waiting for a clock, or before the next try.
		await Promise.all([
			inLanes(lies, count - graded - reading, seed, async (acts) => {
				tally.count(await lieToParent(liars, acts), true);
			}),
			inLanes(misreadings, reading, seed, async (acts) => {
				tally.count(await lieToReader(reader, acts), true);
			}),
			lieToGrader(liars, { seed, count: graded, tally }),
		]);
	} finally {
		const { pids } = liars;
		await liars.close();
		const alive = pids.filter((pid) => existsSync(`/proc/${pid}`));
		demand(alive.length === 0, `children are left: ${alive.join(", ")}`);
	}
}

async function inLanes(
	told: fc.Arbitrary<Act[]>,
	count: number,
	seed: number,
	check: (acts: readonly Act[]) => Promise<void>,
): Promise<void> {
	const lane = (number: number) =>
		fc.assert(fc.asyncProperty(told, check), {
			seed: seed + number,
			numRuns: Math.ceil(count / lanes),
			// A lie is repeated as it is: one that ends in internal_error takes seconds to be set aside.
			endOnFailure: true,
			interruptAfterTimeLimit: longestKindMs,
			markInterruptAsFailure: true,
		});
	await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
}

/** Lends lying children the way a pool lends honest ones: again when they seem to have ended well. */
class Liars implements Pick<SandboxPool, "lend" | "lendAlone" | "level"> {
	readonly #program: ChildProgram;
	readonly #hardening: Hardening;
	readonly #idle: SandboxChild[] = [];
	readonly #all = new Set<SandboxChild>();

	constructor(program: ChildProgram, hardening: Hardening) {
		this.#program = program;
		this.#hardening = hardening;
	}

	lend: SandboxPool["lend"] = async (work) => {
		let child: SandboxChild | null = null;
		const run: Lane["run"] = async (job, clock, onReport) => {
			child ??= this.#takeChild();
			const end = await child.run(withLies(job), clock, onReport);
			if (end.kind !== "done" || !end.isClean) {
				child.kill();
				child = null;
			}
			return end;
		};
		let isDone = false;
		try {
			const result = await work({ run });
			isDone = true;
			return result;
		} finally {
			if (child) this.#giveBack(child, isDone);
		}
	};

	lendAlone: SandboxPool["lend"] = (work) => this.lend(work);

	#giveBack(child: SandboxChild, isDone: boolean): void {
		if (!isDone || child.isTired || child.isBusy) child.kill();
		else this.#idle.push(child);
	}

	#takeChild(): SandboxChild {
		const idle = this.#idle.pop();
		if (idle && !idle.isDead) return idle;
		const child = new SandboxChild(this.#program, this.#hardening);
		this.#all.add(child);
		void child.exited.then(() => this.#all.delete(child));
		return child;
	}

	get level(): Level {
		return this.#hardening.level;
	}

	get pids(): number[] {
		return [...this.#all].flatMap((child) => child.pid ?? []);
	}

	async close(): Promise<void> {
		const children = [...this.#all];
		for (const child of children) child.kill();
		await Promise.all(children.map((child) => child.exited));
	}
}

const carried = /@lies ([A-Za-z0-9+/=]*)@/;

/** A submission that honest children read and that tells lying ones what to say. */
function sourceOf(acts: readonly Act[]): string {
	const text = Buffer.from(JSON.stringify(acts)).toString("base64");
	return `export const lies = "@lies ${text}@";`;
}

function withLies(job: Job): Job {
	if (job.type !== "run" || job.material === null) return job;
	const [, text] = carried.exec(job.material.code) ?? [];
	if (text === undefined) return job;
	const code = Buffer.from(text, "base64").toString();
	return { ...job, material: { ...job.material, code } };
}

/** @returns how the job ended */
function lieToParent(liars: Liars, acts: readonly Act[]): Promise<string> {
	const job: RunJob = {
		type: "run",
		program: `${++programCount}`,
		material: { code: JSON.stringify(acts), calls: [] },
		groups: [{ calls: Array.from({ length: 50 }, () => 0), isShown: true }],
		again: [],
		isolatesAfter: 0,
		isAtAStretch: true,
		heapMib: 16,
		outputBytes: 1_000,
		moduleBudget: 1_000,
		wallMs: clock.wallMs,
		fatalsLeft: 3,
	};
	return withinDeadline(
		liars.lend(async (lane) => {
			const end = await lane.run(job, clock, () => {});
			demand(!("polluted" in {}), "Object.prototype was written to");
			return end.kind;
		}),
	);
}

/** @returns what the source was taken for; every place in it is one that a page can show */
async function lieToReader(
	reader: SourceReader,
	acts: readonly Act[],
): Promise<string> {
	try {
		const read = await withinDeadline(reader.read(JSON.stringify(acts)));
		if (read.kind === "compile_error") return "misread: compile_error";
		for (const line of [1, 2, 999_999]) {
			for (const column of [1, 7, 999_999]) {
				const place = read.positions.original({ line, column });
				demand(
					Number.isSafeInteger(place.line) &&
						Number.isSafeInteger(place.column) &&
						place.line >= 1 &&
						place.column >= 1,
					`${line}:${column} is said to be ${place.line}:${place.column}`,
				);
			}
		}
		return "misread: code";
	} catch (error) {
		if (!(error instanceof SandboxError)) throw error;
		return "misread: given up";
	}
}

/** Verdicts on what liars return: nothing but what values earn, and the next submission none the worse for it. */
async function lieToGrader(
	liars: Liars,
	{ seed, count, tally }: FuzzOptions,
): Promise<void> {
	const grader = new Grader({ size: gradedLanes });
	try {
		const { version, solution } = await prepareBuiltIn(
			grader,
			"nonlinear-backward",
		);
		const honest = grader.students;
		const { limits } = version.exercise;
		version.exercise.limits = { ...limits, cpuMs: clock.cpuMs };
		const check = async (acts: readonly Act[]) => {
			const verdict = await withinDeadline(
				grader.grade({
					version,
					source: sourceOf(acts),
					language: "javascript",
					seed: 11,
				}),
			);
			verdictSchema.parse(verdict);
			demand(
				verdict.status !== "accepted" &&
					verdict.points <= 0.1 * verdict.maxPoints,
				`a liar who knows no answer gets ${verdict.status}, ${verdict.points} points`,
			);
			tally.count(`graded: ${verdict.status}`, true);
		};
		Object.assign(grader, { students: liars });
		try {
			const told = fc.oneof(
				{ weight: 20, arbitrary: answers },
				{ weight: 1, arbitrary: lies },
			);
			await Promise.all([
				inLanes(told, count, seed, check),
				check([{ act: "line", with: done }]),
			]);
		} finally {
			Object.assign(grader, { students: honest });
		}
		version.exercise.limits = limits;
		const control = await grader.grade({
			version,
			source: solution,
			language: "typescript",
			seed: 11,
		});
		demand(
			control.status === "accepted",
			`after them the solution gets ${control.status}`,
		);
	} finally {
		await grader.close();
	}
}
