/** A grader of its own whose child never looks up; a test kills it. Arguments: the switches that are off. */
import { SandboxChild } from "../../../../grader/sandbox/child-process.ts";
import { getChildPrograms } from "../../../../grader/sandbox/child-program.ts";
import { getHardening } from "../../../../grader/sandbox/hardening/hardening.ts";

const programs = await getChildPrograms();
const hardening = await getHardening(
	programs,
	Object.fromEntries(process.argv.slice(2).map((name) => [name, false])),
);
const child = new SandboxChild(programs.student, hardening);
await child.ready;
await child.run(
	{
		type: "author",
		version: "endless",
		material: {
			scripts: ["globalThis.operation = () => { for (;;); }"],
			heapMib: 16,
		},
		isFresh: false,
		operation: "operation",
		input: "",
		wallMs: 100_000,
	},
	{ cpuMs: 100_000, wallMs: 100_000, totalCpuMs: 100_000 },
	(report) => {
		if (report.type === "begin") console.log(`${hardening.level} ${child.pid}`);
	},
);
