/** Everything that is compared, behind one interface: start, grade one sample, stop. */
import { setTimeout as sleep } from "node:timers/promises";
import { Grader } from "../../grader/grader.ts";
import type { Isolation, Verdict } from "../../grader/verdict.ts";
import { RawLimit } from "./raw/raw-limit.ts";
import type { Sample, Workload } from "./workload.ts";

export const isolationModes = ["isolate", "process"] as const;

/** Long enough for what a contender prepares for its next submission not to fall on the next contender. */
const restMs = 15;

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

/** A grader for `size` submissions at once, its children started. */
export async function openGrader(
	isolation: Isolation,
	size: number,
): Promise<Grader> {
	const grader = new Grader({ size, isolation });
	await grader.warm();
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

/** The bare process; with V8's compilers as a contender of its own, for comparison only. */
export async function rawContender(
	workload: Workload,
	withCompilers = false,
): Promise<Contender> {
	const raw = await startRaw(workload, withCompilers);
	return {
		name: withCompilers ? "raw limit, V8's compilers on" : "raw limit",
		async run(sample) {
			const text = await raw.run(sample.raw);
			// Looked at, not parsed: every call must have left a result.
			if (text.length < 8 * sample.raw.calls)
				throw new Error(`the bare process answered only ${text}`);
		},
		close: () => raw.close(),
	};
}

/** A bare process set up for this workload. */
export function startRaw(
	workload: Workload,
	withCompilers = false,
): Promise<RawLimit> {
	const { heapMib } = workload.version.exercise.limits;
	const { withDecoder } = workload;
	return RawLimit.start({ heapMib, withDecoder, withCompilers });
}

/** Our grader. */
export async function graderContender(
	workload: Workload,
	isolation: Isolation,
): Promise<Contender> {
	const grader = await openGrader(isolation, 1);
	return {
		name: `grader, ${isolation}`,
		async run(sample) {
			requireAccepted(await gradeSample(grader, workload, sample));
		},
		async settle() {
			await grader.warm();
			await sleep(restMs);
		},
		close: () => grader.close(),
	};
}
