/** Where and with what a run was made. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, release, totalmem } from "node:os";
import { getChildPrograms } from "../../grader/sandbox/child-program.ts";
import { getHardening } from "../../grader/sandbox/hardening/hardening.ts";
import { graderVersion } from "../../grader/version.ts";

export interface Machine {
	cpu: string;
	cores: number;
	memoryGib: number;
	kernel: string;
	node: string;
	v8: string;
	isolatedVm: string;
	grader: string;
	/** The hardening level around children, as it was probed. */
	level: string;
}

export async function describeMachine(): Promise<Machine> {
	const manifest = createRequire(import.meta.url).resolve(
		"isolated-vm/package.json",
	);
	const { version } = JSON.parse(readFileSync(manifest, "utf8")) as {
		version: string;
	};
	return {
		cpu: cpus()[0]?.model ?? "unknown",
		cores: availableParallelism(),
		memoryGib: Math.round((totalmem() / 2 ** 30) * 10) / 10,
		kernel: release(),
		node: process.versions.node,
		v8: process.versions.v8,
		isolatedVm: version,
		grader: graderVersion,
		level: (await getHardening(await getChildPrograms())).level,
	};
}
