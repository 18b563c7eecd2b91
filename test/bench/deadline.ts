/** (f) Just before a deadline: everybody submits within a few seconds while others read pages. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Burst, summariseBurst } from "./end-to-end.ts";
import { type Goal, judgeGoal } from "./report.ts";
import { type Summary, summarise } from "./statistics.ts";
import type { Student, Submitted } from "./student.ts";
import type { Workload } from "./workload.ts";

const pageEveryMs = 100;

/** Asks for pages at a steady pace, whether or not earlier answers have come. */
class SteadyReader {
	readonly #times: number[] = [];
	readonly #errors: unknown[] = [];
	readonly #open = new Set<Promise<unknown>>();
	#isStopping = false;
	#work: Promise<void>;

	constructor(student: Student, paths: readonly string[]) {
		this.#work = this.#read(student, paths);
	}

	async #read(student: Student, paths: readonly string[]): Promise<void> {
		const startedAt = performance.now();
		for (let page = 0; !this.#isStopping; page++) {
			// Counted from when the page was due: a reader who had to wait has waited.
			const dueAt = startedAt + page * pageEveryMs;
			await sleep(Math.max(0, dueAt - performance.now()));
			const reading = student
				.read(paths[page % paths.length] ?? "/")
				.then(
					() => this.#times.push(performance.now() - dueAt),
					(error: unknown) => this.#errors.push(error),
				)
				.finally(() => this.#open.delete(reading));
			this.#open.add(reading);
		}
	}

	/** @returns milliseconds of every page @throws when a page could not be read */
	async stop(): Promise<number[]> {
		this.#isStopping = true;
		await this.#work;
		await Promise.all(this.#open);
		if (this.#errors.length > 0)
			throw new Error(`${this.#errors.length} pages could not be read`, {
				cause: this.#errors[0],
			});
		return this.#times;
	}
}

export interface Deadline {
	idle: Summary;
	underLoad: Summary;
	burst: Burst;
	goals: Goal[];
}

export async function measureDeadline(
	workload: Workload,
	students: readonly Student[],
	options: { withinMs: number; idleMs: number },
): Promise<Deadline> {
	const { withinMs, idleMs } = options;
	const [reader] = students;
	if (!reader) throw new RangeError("expected at least one student");
	const paths = ["/", `/exercises/${workload.slug}`, "/leaderboard"];
	// Pages that nobody has read yet take longer.
	await new SteadyReader(reader, paths).stop();
	for (let warm = 0; warm < 30; warm++)
		await reader.read(paths[warm % paths.length] ?? "/");
	const before = new SteadyReader(reader, paths);
	await sleep(idleMs);
	const idle = summarise(await before.stop());

	const during = new SteadyReader(reader, paths);
	const startedAt = performance.now();
	const ends = await Promise.allSettled(
		students.map(async (student, index): Promise<Submitted> => {
			await sleep((index / students.length) * withinMs);
			return student.submit(
				workload.slug,
				workload.makeUnique(workload.solution),
			);
		}),
	);
	const underLoad = summarise(await during.stop());
	const burst = summariseBurst(ends, () => false, startedAt);
	return {
		idle,
		underLoad,
		burst,
		goals: [
			judgeGoal(
				`deadline: ${students.length} students within ${withinMs / 1000} s, pages' 95th percentile at most 3 times idle`,
				underLoad.p95 / idle.p95,
				{ atMost: 3 },
			),
			judgeGoal("deadline: submissions lost", burst.lost, {
				atMost: 0,
				unit: "lost",
			}),
		],
	};
}
