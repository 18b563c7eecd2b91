/** How a child ends at each level: with its grader, by our clock, by the kernel's memory limit; and what is measured of it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import {
	type CallClock,
	type JobEnd,
	SandboxChild,
} from "../../../../grader/sandbox/child-process.ts";
import { getChildPrograms } from "../../../../grader/sandbox/child-program.ts";
import { getHardening } from "../../../../grader/sandbox/hardening/hardening.ts";
import type { Switches } from "../../../../grader/sandbox/hardening/layers.ts";

const programs = await getChildPrograms();
const children: SandboxChild[] = [];
afterEach(async () => {
	for (const child of children) child.kill();
	await Promise.all(children.splice(0).map((child) => child.exited));
});

/** From the best that this machine has downwards; the names of what is off. */
const ways: [string, (keyof Switches)[]][] = [
	["with every layer of this machine", []],
	["without bubblewrap's layers", ["files", "seccomp"]],
	["without namespaces", ["files", "seccomp", "namespaces"]],
];

async function openChild(
	off: readonly (keyof Switches)[],
	program = programs.student,
): Promise<SandboxChild> {
	const switches = Object.fromEntries(off.map((name) => [name, false]));
	const child = new SandboxChild(
		program,
		await getHardening(programs, switches),
	);
	children.push(child);
	await child.ready;
	return child;
}

/** Runs the body of a function in an author child. */
function runIn(
	child: SandboxChild,
	body: string,
	clock: Partial<CallClock> = {},
): Promise<JobEnd> {
	return child.run(
		{
			type: "author",
			version: "test",
			material: {
				scripts: [`globalThis.operation = () => { ${body} }`],
				heapMib: 64,
			},
			isFresh: false,
			operation: "operation",
			input: "",
			wallMs: 30_000,
		},
		{ cpuMs: 10_000, wallMs: 40_000, totalCpuMs: 10_000, ...clock },
		() => undefined,
	);
}

function isAlive(pid: number): boolean {
	try {
		return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, "latin1"));
	} catch {
		return false;
	}
}

describe.skipIf(process.platform !== "linux").each(ways)("%s", (_name, off) => {
	it("a child that never looks up ends with its killed grader", async () => {
		const starter = spawn(
			process.execPath,
			[join(import.meta.dirname, "starter.ts"), ...off],
			{ stdio: ["ignore", "pipe", "inherit"] },
		);
		const lines = createInterface({ input: starter.stdout });
		const [line] = (await once(lines, "line")) as [string];
		const [level, pid] = line.split(" ");
		expect(level).toMatch(/^[A-D]$/);
		expect(isAlive(Number(pid))).toBe(true);
		starter.kill("SIGKILL");
		await once(starter, "exit");
		for (let tries = 0; isAlive(Number(pid)) && tries < 200; tries++)
			await sleep(50);
		expect(isAlive(Number(pid))).toBe(false);
	});

	it("our clock measures Node, not what wraps it", async () => {
		const child = await openChild(off);
		const { pid } = child;
		const end = await runIn(child, "for (;;);", { cpuMs: 200 });
		expect(end).toMatchObject({ kind: "limit", limit: "time_limit" });
		expect(end.cpuMs).toBeGreaterThanOrEqual(200);
		await child.exited;
		expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
	});

	it("the kernel's memory limit alone gives a memory limit, on V8's own words", async () => {
		const child = await openChild([...off, "watchdog", "isolateTimeout"]);
		const end = await runIn(
			child,
			"const kept = []; for (;;) kept.push('x'.repeat(4e8).toUpperCase());",
		);
		expect(end).toMatchObject({ kind: "limit", limit: "memory_limit" });
	});

	it("the children that read sources start behind the same layers, and read", async () => {
		const child = await openChild(off, programs.transform);
		let code = "";
		const end = await child.run(
			{ type: "transform", source: "export const f = (x: number) => x;" },
			{ cpuMs: 10_000, wallMs: 40_000, totalCpuMs: 10_000 },
			(report) => {
				if (report.type === "transformed") code = report.code;
			},
		);
		expect(end.kind).toBe("done");
		expect(code).toContain("x");
	});
});
