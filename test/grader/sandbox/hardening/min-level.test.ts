import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Level } from "../../../../grader/sandbox/hardening/layers.ts";
import {
	LevelError,
	requireMinLevel,
} from "../../../../grader/sandbox/hardening/min-level.ts";

const project = resolve(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "chainrule-min-level-"));
afterAll(() => rmSync(folder, { recursive: true }));

const machine = (level: Level) => async () => ({ level });

it("lets a machine through that offers as much or more", async () => {
	await requireMinLevel("B", machine("B"));
	await requireMinLevel("C", machine("A"));
});

it("does not even probe when nothing is demanded", async () => {
	const probe = async () => {
		throw new Error("probed");
	};
	await requireMinLevel("", probe);
	await requireMinLevel("D", probe);
});

it("refuses a machine that offers less, in one sentence", async () => {
	const refusal = requireMinLevel("A", machine("B"));
	await expect(refusal).rejects.toThrow(LevelError);
	await expect(refusal).rejects.toThrow(
		'CHAINRULE_MIN_LEVEL demands level A, and this machine offers B; "chainrule doctor" says what is missing',
	);
});

/** What a program of ours says and exits with when the setting is nonsense. */
function start(args: string[]): Promise<{ code: unknown; said: string }> {
	return new Promise((done) => {
		execFile(
			process.execPath,
			args,
			{
				cwd: project,
				env: {
					...process.env,
					CHAINRULE_MIN_LEVEL: "best",
					CHAINRULE_DATA: folder,
				},
				timeout: 40_000,
			},
			(error, stdout, stderr) =>
				done({ code: error?.code ?? 0, said: stdout + stderr }),
		);
	});
}

it.each([
	[
		"grade",
		["grade", "nonlinear-backward", "exercises/nonlinear-backward/starter.ts"],
	],
	["prove", ["prove", "nonlinear-backward"]],
	["serve", ["serve", "--port", "39467"]],
	["worker", ["worker"]],
])("%s refuses to start, touching nothing", async (_name, args) => {
	const { code, said } = await start(["grader/cli/main.ts", ...args]);
	expect(said).toContain(
		'chainrule: CHAINRULE_MIN_LEVEL: expected A, B, C or D; got "best"',
	);
	expect(said).not.toContain("    at ");
	expect(code).toBe(2);
	expect(readdirSync(folder)).toEqual([]);
});

it("the worker process refuses too, in its log", async () => {
	const { code, said } = await start(["grader/worker/main.ts"]);
	expect(said).toContain('expected A, B, C or D; got \\"best\\"');
	expect(code).toBe(2);
	expect(readdirSync(folder)).toEqual([]);
});
