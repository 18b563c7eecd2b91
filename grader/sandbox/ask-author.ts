import type { AuthorJob, AuthorMaterial } from "./messages.ts";
import type { Lane } from "./pool.ts";
import { SandboxError } from "./run-calls.ts";

const clock = { cpuMs: 5_000, wallMs: 25_000, totalCpuMs: 10_000 };
const maxDeaths = 10;

/** An author's script threw or met a limit: the exercise's fault, or ours, never the student's. */
export class AuthorScriptError extends Error {
	override readonly name = "AuthorScriptError";
}

export interface AuthorQuestion {
	/** Names the material by its content. */
	version: string;
	material: AuthorMaterial;
	/** True: in a context in which nothing was asked before. */
	isFresh?: boolean;
	operation: string;
	/** Anything JSON can hold. */
	input: unknown;
}

/**
 * Runs one operation of trusted-side scripts in an isolate of an author child. @returns the operation's answer, parsed
 * @throws AuthorScriptError when the scripts fail; SandboxError when children keep dying
 */
export async function askAuthor(
	lane: Lane,
	{ input, isFresh = false, ...question }: AuthorQuestion,
): Promise<unknown> {
	const job: AuthorJob = {
		type: "author",
		...question,
		isFresh,
		input: JSON.stringify(input),
		wallMs: clock.wallMs,
	};
	let reason = "";
	let wasUnknown = false;
	for (let deaths = 0; deaths < maxDeaths; ) {
		let answer: string | null = null;
		let failure: string | null = null;
		let isUnknown = false;
		const end = await lane.run(job, clock, (report) => {
			if (report.type === "answer") answer = report.text;
			if (report.type === "failed") failure = report.message;
			if (report.type === "unknown_material") isUnknown = true;
		});
		if (failure !== null) throw new AuthorScriptError(failure);
		if (end.kind === "done" && answer !== null) return JSON.parse(answer);
		if (end.kind === "limit")
			throw new AuthorScriptError(
				`the exercise's own code met its ${end.limit}`,
			);
		// The child has worked for many versions since: the lane sends it the material with the next try. Once is enough.
		if (end.kind === "done" && isUnknown && !wasUnknown) {
			wasUnknown = true;
			continue;
		}
		if (end.kind === "died") reason = end.reason;
		await new Promise((resolve) =>
			setTimeout(resolve, Math.min(25 * 2 ** deaths, 2_000)),
		);
		deaths++;
	}
	// What a child wrote as it died may hold hidden inputs: it is for the log, not the message.
	throw new SandboxError(`author children died ${maxDeaths} times`, {
		cause: new Error(reason),
	});
}
