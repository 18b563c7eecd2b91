/** CPU time of this process and everything it has started, from the kernel. */
import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

interface ProcessTimes {
	pid: number;
	parent: number;
	/** Its own, and that of children which have ended and been waited for. */
	cpuMs: number;
}

function readTimes(pid: string): ProcessTimes | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		// utime, stime, cutime, cstime: 14 to 17 counted from 1, two before the bracket.
		const ticks = [11, 12, 13, 14].reduce(
			(sum, index) => sum + Number(fields[index]),
			0,
		);
		return {
			pid: Number(pid),
			parent: Number(fields[1]),
			cpuMs: (ticks * 1000) / ticksPerSecond,
		};
	} catch {
		return null; // ended meanwhile
	}
}

/**
 * CPU milliseconds spent so far by `root` and all its descendants, ended ones included once their parent has waited for
 * them. Exact to about 10 ms a process.
 */
export function cpuTimeOfTree(root: number = process.pid): number {
	const all = new Map<number, ProcessTimes>();
	for (const entry of readdirSync("/proc")) {
		if (!/^\d+$/.test(entry)) continue;
		const times = readTimes(entry);
		if (times) all.set(times.pid, times);
	}
	const isInTree = ({ pid, parent }: ProcessTimes): boolean => {
		if (pid === root) return true;
		const above = all.get(parent);
		return above !== undefined && isInTree(above);
	};
	return [...all.values()]
		.filter(isInTree)
		.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}
