import type { SandboxPool } from "./pool.ts";
import { SandboxError } from "./run-calls.ts";

const clock = { cpuMs: 5_000, wallMs: 25_000, totalCpuMs: 10_000 };
const heapMib = 128;
const maxDeaths = 10;

/** An author's script threw or met a limit: the exercise's fault, or ours, never the student's. */
export class AuthorScriptError extends Error {
	override readonly name = "AuthorScriptError";
}

/**
 * Runs one operation of trusted-side scripts in a fresh isolate of an author child.
 * @param input anything JSON can hold @returns the operation's answer, parsed
 * @throws AuthorScriptError when the scripts fail; SandboxError when children keep dying
 */
export async function askAuthor(
	pool: SandboxPool,
	scripts: readonly string[],
	operation: string,
	input: unknown,
): Promise<unknown> {
	const job = {
		type: "author" as const,
		scripts: [...scripts],
		operation,
		input: JSON.stringify(input),
		heapMib,
		wallMs: clock.wallMs,
	};
	let reason = "";
	for (let deaths = 0; deaths < maxDeaths; deaths++) {
		let answer: string | null = null;
		let failure: string | null = null;
		const end = await pool.lend(async (child) => {
			const result = await child.run(job, clock, (report) => {
				if (report.type === "answer") answer = report.text;
				if (report.type === "failed") failure = report.message;
			});
			return { result, isClean: result.kind === "done" && failure === null };
		});
		if (failure !== null) throw new AuthorScriptError(failure);
		if (end.kind === "done" && answer !== null) return JSON.parse(answer);
		if (end.kind === "died") reason = end.reason;
		if (end.kind === "limit")
			throw new AuthorScriptError(
				`the exercise's own code met its ${end.limit}`,
			);
		await new Promise((resolve) =>
			setTimeout(resolve, Math.min(25 * 2 ** deaths, 2_000)),
		);
	}
	throw new SandboxError(`author children died ${maxDeaths} times: ${reason}`);
}
