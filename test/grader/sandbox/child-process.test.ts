/** The parent's side of one child, against a child that lies: `test/fuzz/liar.cjs` says what it is told to say. */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { SandboxChild } from "../../../grader/sandbox/child-process.ts";
import { getChildPrograms } from "../../../grader/sandbox/child-program.ts";
import { getHardening } from "../../../grader/sandbox/hardening/hardening.ts";
import { type Act, done } from "../../fuzz/lies.ts";

const liar = join(import.meta.dirname, "../../fuzz/liar.cjs");
let programs = 0;
const clock = { cpuMs: 200, wallMs: 2_000, totalCpuMs: 400 };
const line = (text: string): Act => ({ act: "line", with: text });
const ready = line('{"type":"ready","node":"24","v8":"13"}');
const begin = '{"type":"begin","index":0}';

const children: SandboxChild[] = [];
afterEach(async () => {
	for (const child of children) child.kill();
	await Promise.all(children.splice(0).map((child) => child.exited));
});

async function startLiar(): Promise<SandboxChild> {
	const programs = await getChildPrograms();
	const child = new SandboxChild(
		{
			...programs.student,
			file: liar,
			readable: [liar],
			start: { harness: JSON.stringify([ready]) },
		},
		await getHardening(programs),
	);
	children.push(child);
	await child.ready;
	return child;
}

function tell(child: SandboxChild, acts: Act[], reports: string[] = []) {
	return child.run(
		{
			type: "run",
			program: `${++programs}`,
			material: {
				code: JSON.stringify(acts),
				calls: ['{"name":"f","args":[],"budget":9,"seed":""}'],
			},
			groups: [{ calls: [0], isShown: false }],
			again: [],
			isolatesAfter: 0,
			isAtAStretch: true,
			heapMib: 16,
			outputBytes: 1_000,
			moduleBudget: 1_000,
			wallMs: 1_000,
			fatalsLeft: 3,
		},
		clock,
		(report) => reports.push(report.type),
	);
}

it("ends a child that restarts its clocks for ever", async () => {
	const child = await startLiar();
	const end = await tell(child, [{ act: "repeat", with: [begin, 5] }]);
	expect(end.kind).toBe("died");
	await child.exited;
});

it("takes nothing from a child once it has broken the protocol", async () => {
	const child = await startLiar();
	const reports: string[] = [];
	const broken = '{"type":"ends","index":0,"outcomes":[{}]}';
	const forged = '{"type":"ends","index":0,"outcomes":[{"kind":"missing"}]}';
	// In one write: the lines after the broken one have arrived before the child can be killed.
	const end = await tell(
		child,
		[line([begin, broken, forged, done].join("\n"))],
		reports,
	);
	expect(end.kind).toBe("died");
	expect(reports).toEqual(["begin"]);
});

it.each(["-1", "1e308"])(
	"takes no figure of %s MiB for a heap",
	async (heapMib) => {
		const child = await startLiar();
		const told = `{"type":"done","isClean":true,"heapMib":${heapMib},"cpuMs":1}`;
		const end = await tell(child, [line(told)]);
		expect(end.kind).toBe("died");
	},
);

it("ends a child that reports while it has nothing to do", async () => {
	const child = await startLiar();
	const end = await tell(child, [line(`${done}\n${done}`)]);
	expect(end.kind).toBe("done");
	await child.exited;
	expect(child.isDead).toBe(true);
});

it("takes what a child wrote during another job for no evidence", async () => {
	const child = await startLiar();
	const noise: Act = { act: "error", with: "FATAL: heap out of memory" };
	expect((await tell(child, [noise, line(done)])).kind).toBe("done");
	await sleep(100);
	const end = await tell(child, [{ act: "exit", with: 1 }]);
	expect(end.kind).toBe("died");
});

it("takes V8's own words before a death for evidence", async () => {
	const child = await startLiar();
	const noise: Act = { act: "error", with: "FATAL: heap out of memory" };
	const end = await tell(child, [line(begin), noise, { act: "exit", with: 1 }]);
	expect(end).toMatchObject({
		kind: "limit",
		limit: "memory_limit",
		during: 0,
	});
});
