/** Programs through the whole of grading: plan, both passes in student children, judging, verdict. */
import { existsSync } from "node:fs";
import fc from "fast-check";
import { type Value, valueAt } from "../../exercises/authoring/value.ts";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import { fromWire } from "../../grader/harness/wire.ts";
import { findDifference } from "../../grader/judging/compare.ts";
import type { PlannedCall } from "../../grader/judging/plan.ts";
import { receiptOf } from "../../grader/receipt.ts";
import { type Verdict, verdictSchema } from "../../grader/verdict.ts";
import { prepareBuiltIn } from "../grader/prepared.ts";
import { calledMark, programs } from "./programs.ts";
import {
	demand,
	type FuzzOptions,
	longestKindMs,
	withinDeadline,
} from "./tally.ts";

const attemptSeeds = [11, 12, 13, 2 ** 53 - 1];
/** Characters of a verdict's JSON: what a page can show, whatever a program returns and prints. */
const maxVerdictLength = 100_000;
const repeatEvery = 20;
const controlEvery = 50;
/** Two at a time: each drives a child of its own kind on a core of its own. */
const lanes = 2;

/** Grades programs, and holds every verdict to what a verdict promises. @throws Error with the program that breaks it */
export async function fuzzPrograms({
	seed,
	count,
	tally,
}: FuzzOptions): Promise<void> {
	const grader = new Grader({ size: lanes });
	try {
		const judge = await Judge.prepare(grader);
		const lane = (number: number) =>
			fc.assert(
				fc.asyncProperty(
					programs(judge.honest),
					fc.constantFrom(...attemptSeeds),
					async (source, attemptSeed) => {
						const verdict = await judge.check(source, attemptSeed);
						tally.count(
							verdict.status,
							verdict.console.includes(calledMark) ||
								verdict.checks.some((check) => check.cases.passed > 0),
						);
					},
				),
				{
					seed: seed + number,
					numRuns: Math.ceil(count / lanes),
					interruptAfterTimeLimit: longestKindMs,
					markInterruptAsFailure: true,
				},
			);
		await Promise.all(
			Array.from({ length: lanes }, (_, number) => lane(number)),
		);
	} finally {
		const { pids } = grader;
		await grader.close();
		const alive = pids.filter((pid) => existsSync(`/proc/${pid}`));
		demand(alive.length === 0, `children are left: ${alive.join(", ")}`);
	}
}

class Judge {
	readonly honest: readonly string[];
	readonly #grader: Grader;
	readonly #version: GradableVersion;
	readonly #calls: ReadonlyMap<number, PlannedCall[]>;
	#checked = 0;

	static async prepare(grader: Grader): Promise<Judge> {
		const { version, solution } = await prepareBuiltIn(
			grader,
			"nonlinear-backward",
		);
		// Tighter than the exercise's own: programs that only a limit can stop are many here.
		version.exercise.limits = { cpuMs: 100, heapMib: 16, outputKib: 16 };
		const calls = new Map<number, PlannedCall[]>();
		for (const seed of attemptSeeds)
			calls.set(seed, await grader.plan(version, seed));
		const wrong = version.proofs.wrong.map(({ source }) => source);
		return new Judge(grader, version, calls, [solution, solution, ...wrong]);
	}

	private constructor(
		grader: Grader,
		version: GradableVersion,
		calls: ReadonlyMap<number, PlannedCall[]>,
		honest: readonly string[],
	) {
		this.#grader = grader;
		this.#version = version;
		this.#calls = calls;
		this.honest = honest;
	}

	async check(source: string, seed: number): Promise<Verdict> {
		const verdict = await this.#grade(source, seed);
		verdictSchema.parse(verdict);
		demand(
			verdict.receipt === receiptOf(verdict, source),
			"its receipt differs",
		);
		demand(
			verdict.points >= 0 && verdict.points <= verdict.maxPoints,
			`${verdict.points} points of ${verdict.maxPoints}`,
		);
		const { length } = JSON.stringify(verdict);
		demand(length <= maxVerdictLength, `a verdict of ${length} characters`);
		this.#demandNoLeak(verdict, seed);
		const isAllPassed = verdict.checks.every(
			({ status }) => status === "passed",
		);
		demand(
			(verdict.status === "accepted") === isAllPassed &&
				(!isAllPassed || verdict.points === verdict.maxPoints),
			`${verdict.status} with ${verdict.points} points, all passed: ${isAllPassed}`,
		);
		if (isAllPassed) await this.#demandRight(source, seed);
		this.#checked++;
		if (this.#checked % repeatEvery === 0) {
			const again = await this.#grade(source, seed);
			demand(
				!(again.reproducible && verdict.reproducible) ||
					again.receipt === verdict.receipt,
				`graded again, its receipt differs: ${JSON.stringify([verdict, again])}`,
			);
		}
		if (this.#checked % controlEvery === 0) {
			const [solution = ""] = this.honest;
			const control = await this.#grade(solution, seed);
			demand(
				control.status === "accepted",
				`after it the solution gets ${control.status}`,
			);
		}
		return verdict;
	}

	async #grade(source: string, seed: number): Promise<Verdict> {
		const faults: unknown[] = [];
		const verdict = await withinDeadline(
			this.#grader.grade({
				version: this.#version,
				source,
				language: "typescript",
				seed,
				onFault: (error) => faults.push(error.cause ?? error),
			}),
		);
		demand(
			verdict.status !== "internal_error",
			`internal_error: ${faults.map(String).join()}`,
		);
		return verdict;
	}

	/** No number of a hidden call's arguments stands in a verdict, but for those of the one case that is shown. */
	#demandNoLeak(verdict: Verdict, seed: number): void {
		const shown = verdict.checks.filter(
			(check) => !check.visible && check.shown,
		);
		demand(shown.length <= 1, `${shown.length} hidden cases are shown`);
		const calls = this.#calls.get(seed) ?? [];
		const numbersOf = (isVisible: boolean) =>
			calls.flatMap((call) =>
				call.isVisible === isVisible ? longNumbers(call.args) : [],
			);
		const known = new Set([
			...numbersOf(true),
			...longNumbers(shown.map((check) => check.shown?.input)),
		]);
		const text = JSON.stringify(verdict);
		for (const number of numbersOf(false))
			demand(
				known.has(number) || !text.includes(number),
				`the hidden argument ${number} stands in ${text}`,
			);
	}

	/** The oracle of `accepted`, apart from the judging: its values are the solution's, each of them, call by call. */
	async #demandRight(source: string, seed: number): Promise<void> {
		const calls = this.#calls.get(seed) ?? [];
		const run = (text: string) =>
			this.#grader.runAsSubmission(this.#version, text, calls, seed);
		const [own, right] = [await run(source), await run(this.honest[0] ?? "")];
		for (const { id } of calls) {
			const [mine, wanted] = [own?.outcomes[id], right?.outcomes[id]];
			demand(
				mine?.kind === "value" &&
					wanted?.kind === "value" &&
					!mine.mutated &&
					!mine.shared &&
					findDifference(
						asAsked(fromWire(mine.value), fromWire(wanted.value)),
						fromWire(wanted.value),
						{ absolute: 1e-9, relative: 1e-9 },
					) === null,
				`accepted, but ${id} gives ${JSON.stringify(mine)}`,
			);
		}
	}
}

/**
 * Only the keys that are asked for. Extra keys in a returned record are accepted, by decision: a student who returns a helper
 * value beside the steps has answered.
 */
function asAsked(value: Value, wanted: Value): Value {
	if (typeof wanted !== "object" || wanted === null) return value;
	return Object.fromEntries(
		Object.keys(wanted).map((key) => [key, valueAt(value, [key])]),
	);
}

/** Numbers with so many digits that they cannot stand in a verdict by chance, as text. */
export function longNumbers(value: unknown): string[] {
	return JSON.stringify(value).match(/\d+\.\d{9,}(?:e-?\d+)?/g) ?? [];
}
