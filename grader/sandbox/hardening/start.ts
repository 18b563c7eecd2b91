/** Starts a launch, finds its Node among the processes, and reads from the kernel what became of it. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import type { Duplex } from "node:stream";
import { filterDescriptor, type Launch } from "./command.ts";

/** Pages stay quick while children work: they get what is left over. */
export const niceness = 10;
/** Among the sessions of a machine that schedules each as a group: a third of an ordinary one's share, never starved. */
export const groupNiceness = 5;
const nearbyPids = 64;

/** Nothing of ours reaches a child, and the calendar is the same on every machine. (Next asks every environment for a NODE_ENV.) */
const childEnvironment = { TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

/** Jobs go in on descriptor 0, reports come out on 3; descriptor 2 only classifies deaths. */
export function startLaunch(launch: Launch): ChildProcess {
	const child = spawn(launch.command, launch.args, {
		stdio: [
			"pipe",
			"ignore",
			"pipe",
			"pipe",
			...(launch.filter ? (["pipe"] as const) : []),
		],
		env: childEnvironment,
		cwd: "/",
		detached: true,
		windowsHide: true,
	});
	const filterPipe = child.stdio[filterDescriptor] as Duplex | undefined;
	if (launch.filter && filterPipe) {
		filterPipe.on("error", () => undefined); // a wrapper that died; its exit tells the rest
		filterPipe.resume();
		filterPipe.end(launch.filter);
	}
	lowerPriority(launch, child.pid);
	return child;
}

/**
 * Lets a process and its session step back behind the server. A session may be scheduled as a group of its own, in which
 * niceness counts only among its members: the group has a niceness too. As good as the machine allows; the probe looks.
 */
export function lowerPriority(
	{ hasLowPriority }: Pick<Launch, "hasLowPriority">,
	pid: number | undefined,
): void {
	if (pid === undefined || !hasLowPriority) return;
	for (const lower of [
		() => setPriority(pid, niceness),
		() => writeFileSync(`/proc/${pid}/autogroup`, String(groupNiceness)),
	]) {
		try {
			lower();
		} catch {
			// dead already, no such file, or asked too often
		}
	}
}

/**
 * The process that runs Node: the one started, or its only child.
 * @returns undefined when there is none (any more)
 */
export function findNode(
	launch: Pick<Launch, "isWrapped">,
	startedPid: number | undefined,
): number | undefined {
	if (!launch.isWrapped || startedPid === undefined) return startedPid;
	const isChild = (pid: number) => parentOf(pid) === startedPid;
	// Nearly always the next number: looking through all processes is the exception.
	for (let pid = startedPid + 1; pid < startedPid + nearbyPids; pid++)
		if (isChild(pid)) return pid;
	return readdirSync("/proc")
		.map(Number)
		.filter(Number.isInteger)
		.find(isChild);
}

function parentOf(pid: number): number | null {
	const fields = readStat(pid);
	return fields ? Number(fields[1]) : null;
}

/** The fields of /proc/<pid>/stat from the third on; null when there is no such process, or no /proc. */
export function readStat(pid: number | undefined): string[] | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		// The second field may hold spaces and brackets; the ones counted here come after its closing bracket.
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	} catch {
		return null;
	}
}

/** Milliseconds that a process's first thread was ready to run and had to wait for a processor; 0 where that is not told. */
export function readWaitedMs(pid: number | undefined): number {
	try {
		const [, waitedNs] = readFileSync(`/proc/${pid}/schedstat`, "latin1").split(
			" ",
		);
		return Number(waitedNs) / 1e6;
	} catch {
		return 0;
	}
}

/** What the kernel says of a process's privileges; the words are those of /proc/<pid>/status. */
export interface ProcessStatus {
	isRoot: boolean;
	hasCapabilities: boolean;
	hasGroups: boolean;
	noNewPrivileges: boolean;
	isFiltered: boolean;
	/** Process namespaces it is in, counted from ours; 1 when it shares ours. */
	pidNamespaces: number;
}

/** @returns null when there is no such process, or no /proc */
export function readProcessStatus(
	pid: number | undefined,
): ProcessStatus | null {
	let text: string;
	try {
		text = readFileSync(`/proc/${pid}/status`, "latin1");
	} catch {
		return null;
	}
	const words = (name: string) =>
		new RegExp(`^${name}:[\\t ]*(.*)$`, "m")
			.exec(text)?.[1]
			?.split(/\s+/)
			.filter(Boolean) ?? [];
	const capabilities = ["CapInh", "CapPrm", "CapEff", "CapAmb"].flatMap(words);
	const users = [...words("Uid"), ...words("Gid")];
	return {
		// Unknown counts as root: an absent line must not look like a layer.
		isRoot: users.length === 0 || users.includes("0"),
		hasCapabilities:
			capabilities.length === 0 ||
			capabilities.some((set) => !/^0+$/.test(set)),
		hasGroups: words("Groups").some((group) => group === "0"),
		noNewPrivileges: words("NoNewPrivs")[0] === "1",
		isFiltered: words("Seccomp")[0] === "2",
		pidNamespaces: words("NSpid").length,
	};
}
