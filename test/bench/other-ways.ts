/** The other ways of grading one submission, and what starting a process costs. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SandboxChild } from "../../grader/sandbox/child-process.ts";
import { getChildPrograms } from "../../grader/sandbox/child-program.ts";
import { getHardening } from "../../grader/sandbox/hardening/hardening.ts";
import { type Contender, startRaw } from "./contenders.ts";
import { runCommand } from "./process-runs.ts";
import type { Sample, Workload } from "./workload.ts";

const room = import.meta.dirname;
const project = join(room, "../..");

function temporaryFolder(name: string): string {
	return mkdtempSync(join(tmpdir(), `chainrule-bench-${name}-`));
}

/** (c) A fresh `node` for each submission. */
export function freshNodeContender(workload: Workload): Contender {
	if (workload.withDecoder)
		throw new Error("this exercise's calls cannot be written as plain JSON");
	const folder = temporaryFolder("node");
	const file = join(folder, "submission.ts");
	return {
		name: "fresh node",
		async run({ source, raw, calls }) {
			writeFileSync(file, source);
			const [, ...lists] = raw.text.split("\n");
			const printed = await runCommand(
				process.execPath,
				["--no-warnings", join(room, "fresh-node.mjs"), file],
				{ input: lists.join("\n") },
			);
			if (printed.length < 8 * calls.length)
				throw new Error(`the fresh process answered only ${printed}`);
		},
		async close() {
			rmSync(folder, { recursive: true });
		},
	};
}

/** Starting one empty `node` process and waiting for its end. */
export function emptyNodeContender(): Contender {
	return {
		name: "empty node",
		async run() {
			await runCommand(process.execPath, ["-e", "0"]);
		},
		close: async () => {},
	};
}

/** Starting one empty sandbox child, as the grader starts them: launched, ready, killed. */
export function emptySandboxContender(): Contender {
	return {
		name: "empty sandbox child",
		async run() {
			await startAndKill();
		},
		close: async () => {},
	};
}

/** Launched as a grader does it, ready for a job, killed. */
export async function startAndKill(): Promise<void> {
	const programs = await getChildPrograms();
	const child = new SandboxChild(
		programs.student,
		await getHardening(programs),
	);
	await child.ready;
	child.kill();
	await child.exited;
}

/** (d) `vitest run` of one test file: the same calls, each with its expectation, made once. */
export async function vitestContender(workload: Workload): Promise<Contender> {
	if (workload.withDecoder)
		throw new Error("this exercise's calls cannot be written as plain JSON");
	const folder = temporaryFolder("vitest");
	symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
	const raw = await startRaw(workload);
	return {
		name: "vitest run",
		async prepare(sample) {
			const passes = JSON.parse(await raw.run(sample.raw)) as unknown[][];
			const results = passes.slice(0, 2).flatMap((pass) => pass ?? []);
			writeFileSync(join(folder, "submission.ts"), sample.source);
			writeFileSync(
				join(folder, "submission.test.ts"),
				testFile(sample, results),
			);
		},
		async run(sample) {
			const printed = await runCommand(
				process.execPath,
				[
					join(project, "node_modules/vitest/vitest.mjs"),
					"run",
					"--root",
					folder,
					"--reporter=default",
				],
				{ cwd: folder, env: { ...process.env, NO_COLOR: "1" } },
			);
			const passed = Number(/Tests\s+(\d+) passed/.exec(printed)?.[1]);
			if (passed !== sample.calls.length)
				throw new Error(
					`expected ${sample.calls.length} tests to pass; got ${printed}`,
				);
		},
		async close() {
			rmSync(folder, { recursive: true });
			await raw.close();
		},
	};
}

function testFile(sample: Sample, results: readonly unknown[]): string {
	const [, ...lists] = sample.raw.text.trimEnd().split("\n");
	const calls = lists.flatMap((list) => JSON.parse(list || "[]") as unknown[]);
	return `import { expect, test } from "vitest";
import * as submission from "./submission.ts";

const calls = ${JSON.stringify(calls)};
const results = ${JSON.stringify(results)};
for (const [index, { name, args, apply }] of calls.entries()) {
	test(\`call \${index} of \${name}\`, () => {
		const make = () => {
			const value = submission[name](...args);
			return apply ? apply.map((list) => value(...list)) : value;
		};
		const { value, error } = results[index];
		if (error) expect(make).toThrow();
		// Non-finite numbers are null in JSON, on both sides.
		else expect(JSON.parse(JSON.stringify(make()))).toEqual(value);
	});
}
`;
}
