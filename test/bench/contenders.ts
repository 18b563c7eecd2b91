/** Everything that is compared, behind one interface: start, grade one sample, stop. */
import { Grader } from "../../grader/grader.ts";
import type { Verdict } from "../../grader/verdict.ts";
import { RawLimit } from "./raw/raw-limit.ts";
import type { Sample, Workload } from "./workload.ts";

export const isolationModes = ["isolate", "process"] as const;
export type IsolationMode = (typeof isolationModes)[number];

/** A way of handling one submission. */
export interface Contender {
	name: string;
	/** Done before each run, at nobody's cost. */
	prepare?(sample: Sample): Promise<void>;
	/** From job taken to result. @throws Error when the result is not what the sample must come to */
	run(sample: Sample): Promise<void>;
	/** Awaited after each run, at nobody's cost: until it is ready for the next one. */
	settle?(): Promise<void>;
	/** Measured this many times less often than the others; 1 unless given. */
	every?: number;
	close(): Promise<void>;
}

/**
 * A grader of this mode for `size` submissions at once, its children started.
 * @returns null where this grader does not know the mode
 */
export async function openGrader(
	mode: IsolationMode,
	size: number,
): Promise<Grader | null> {
	if (mode !== "isolate") return null;
	const grader = new Grader(size);
	await Promise.all([grader.students.warm(), grader.authors.warm()]);
	return grader;
}

/** @throws Error when a solution was not accepted */
export function requireAccepted(verdict: Verdict): void {
	if (verdict.status !== "accepted")
		throw new Error(
			`expected the solution to be accepted; got ${JSON.stringify(verdict.failure ?? verdict.status)}`,
		);
}

/** Grades one sample as the worker does. */
export async function gradeSample(
	grader: Grader,
	workload: Workload,
	{ source, seed }: Sample,
): Promise<Verdict> {
	return grader.grade({
		version: workload.version,
		source,
		language: "typescript",
		seed,
	});
}

/** The bare process. */
export async function rawContender(workload: Workload): Promise<Contender> {
	const { limits } = workload.version.exercise;
	const raw = await RawLimit.start(limits.heapMib, workload.withDecoder);
	return {
		name: "raw limit",
		async run(sample) {
			const text = await raw.run(sample.raw);
			// Looked at, not parsed: every call must have left a result.
			if (text.length < 8 * sample.raw.calls)
				throw new Error(`the bare process answered only ${text}`);
		},
		close: () => raw.close(),
	};
}

/** Our grader; null where it does not know the mode. */
export async function graderContender(
	workload: Workload,
	mode: IsolationMode,
): Promise<Contender | null> {
	const grader = await openGrader(mode, 1);
	if (!grader) return null;
	return {
		name: `grader, ${mode}`,
		async run(sample) {
			requireAccepted(await gradeSample(grader, workload, sample));
		},
		settle: () => grader.students.warm(),
		close: () => grader.close(),
	};
}
