/**
 * Theory of operation. A child is started through a chain of small programs, each of which takes something away and then
 * becomes, or starts, the next:
 *
 *   setpriv   another user (as root), no capabilities, no new privileges, dies with its parent
 *   unshare   level B: namespaces of its own, so no network and no view of other processes
 *   bwrap     level A instead: namespaces, a file system of nothing but what Node reads, and the seccomp filter
 *   /bin/sh   the kernel's limits, last, so that the tools before it are not held by them
 *   node      with V8's compilers off and its permission model on
 *
 * What the chain really achieved is not believed: `probe.ts` looks.
 */
import type { ChildProgram } from "../child-program.ts";
import type { LayerId, Switches } from "./layers.ts";
import { limitScript } from "./limits.ts";
import type { Tools } from "./tools.ts";

/** How to start one child. */
export interface Launch {
	command: string;
	args: string[];
	/** Node is the only child of the process that is started, not that process itself. */
	isWrapped: boolean;
	/** Handed to bubblewrap on descriptor 4. */
	filter: Buffer | null;
	hasLowPriority: boolean;
}

/** What a launch is made of: which layers are tried, with what. */
export interface Setup {
	switches: Readonly<Switches>;
	/** Layers that were tried on this machine and do not start. */
	without: ReadonlySet<LayerId>;
	tools: Tools;
}

export const filterDescriptor = 4;

/** User ids that no distribution gives to accounts or services; each child of a root parent gets one to itself. */
const firstUserId = 60_600;
const userIds = 500;
/** Another grader on this machine most likely begins elsewhere. */
let nextUser = (process.pid * 37) % userIds;

/** Node's flags, and the files that a child may read. */
export type LaunchedProgram = Pick<ChildProgram, "flags" | "readable">;

/** Whether V8 runs without its compilers: what RLIMIT_DATA and the filter's rule on executable memory need. */
function isJitless({ switches }: Setup, program: LaunchedProgram): boolean {
	return switches.jitless && program.flags.includes("--jitless");
}

/**
 * @param script what Node runs: its own arguments that follow the flags
 * @returns how to start a child with every layer that the setup has
 */
export function composeLaunch(
	setup: Setup,
	program: LaunchedProgram,
	script: readonly string[],
): Launch {
	const { tools, switches, without } = setup;
	const isOn = (id: LayerId, isSwitchedOn: boolean) =>
		isSwitchedOn && !without.has(id);
	const withNamespaces = isOn("network", switches.namespaces);
	const withProcesses = withNamespaces && !without.has("processes");
	const withFiles = isOn("files", switches.files) && tools.bwrap !== null;
	const filter =
		isOn("system-calls", switches.seccomp) && tools.bwrap !== null
			? tools.makeFilter(isJitless(setup, program))
			: null;
	const usesBwrap = tools.bwrap !== null && (withFiles || filter !== null);
	const usesUnshare = !usesBwrap && withNamespaces && tools.unshare !== null;
	const chain = [
		...setprivArguments(setup),
		...(usesBwrap
			? bwrapArguments(setup, program, {
					withFiles,
					withNamespaces,
					hasFilter: filter !== null,
				})
			: []),
		...(usesUnshare && tools.unshare !== null
			? unshareArguments(tools.unshare, withProcesses)
			: []),
		...shellArguments(setup, program, usesBwrap || usesUnshare),
		process.execPath,
		...nodeFlags(setup, program),
		...script,
	];
	const [command = process.execPath, ...args] = chain;
	return {
		command,
		args,
		isWrapped: usesBwrap || (usesUnshare && withProcesses),
		filter,
		hasLowPriority: switches.lowPriority,
	};
}

function setprivArguments({ tools, switches, without }: Setup): string[] {
	if (tools.setpriv === null) return [];
	const isRoot = process.getuid?.() === 0;
	const changesUser = isRoot && switches.ownUser && !without.has("own-user");
	const withNoNew =
		switches.noNewPrivileges && !without.has("no-new-privileges");
	if (!changesUser && !withNoNew) return [];
	nextUser = (nextUser + 1) % userIds;
	const id = String(firstUserId + nextUser);
	return [
		tools.setpriv,
		...(changesUser
			? [
					"--reuid",
					id,
					"--regid",
					id,
					"--clear-groups",
					"--bounding-set=-all",
					"--inh-caps=-all",
				]
			: []),
		...(withNoNew ? ["--no-new-privs"] : []),
		"--pdeathsig",
		"KILL",
	];
}

/**
 * The user is deliberately not mapped: it has no capabilities in its namespace either, and a user without a mapping can
 * make no further user namespace, which is where most kernel exploits begin.
 */
function unshareArguments(unshare: string, withProcesses: boolean): string[] {
	return [
		unshare,
		"--user",
		"--net",
		"--ipc",
		"--uts",
		...(withProcesses ? ["--pid", "--fork", "--kill-child=KILL"] : []),
	];
}

function bwrapArguments(
	{ tools }: Setup,
	program: LaunchedProgram,
	{
		withFiles,
		withNamespaces,
		hasFilter,
	}: { withFiles: boolean; withNamespaces: boolean; hasFilter: boolean },
): string[] {
	if (tools.bwrap === null) return [];
	// Files one by one: of the checkout a child sees its program and the add-on, of the system the libraries that are loaded.
	const files = [
		process.execPath,
		...(tools.sh === null ? [] : [tools.sh]),
		...tools.libraries,
		...program.readable.map((path) => path.replace(/\/$/, "")),
	];
	return [
		tools.bwrap,
		"--unshare-user",
		"--uid",
		"65534",
		"--gid",
		"65534",
		...(withNamespaces
			? [
					"--unshare-net",
					"--unshare-ipc",
					"--unshare-uts",
					"--unshare-pid",
					"--as-pid-1",
				]
			: []),
		"--die-with-parent",
		"--cap-drop",
		"ALL",
		...(withFiles
			? [
					...files.flatMap((file) => ["--ro-bind", file, file]),
					"--remount-ro",
					"/",
				]
			: ["--bind", "/", "/"]),
		"--chdir",
		"/",
		...(hasFilter ? ["--seccomp", String(filterDescriptor)] : []),
		"--",
	];
}

/**
 * RLIMIT_NPROC counts per user and user namespace: it is set where a child has either to itself, else it would count the
 * operator's own processes.
 */
function shellArguments(
	setup: Setup,
	program: LaunchedProgram,
	isInUserNamespace: boolean,
): string[] {
	const { tools, switches, without } = setup;
	if (tools.sh === null) return [];
	const hasOwnUser =
		process.getuid?.() === 0 &&
		tools.setpriv !== null &&
		switches.ownUser &&
		!without.has("own-user");
	const script = limitScript({
		withLimits: switches.limits && !without.has("resource-limits"),
		withDataLimit: isJitless(setup, program),
		withProcessLimit:
			(isInUserNamespace || hasOwnUser) && !without.has("process-count"),
	});
	return [tools.sh, "-c", script, "sh"];
}

function nodeFlags({ switches }: Setup, program: LaunchedProgram): string[] {
	const { jitless, permissionModel } = switches;
	const flags = program.flags.filter(
		(flag) =>
			(jitless || flag !== "--jitless") &&
			(permissionModel || !flag.startsWith("--allow-")),
	);
	return [
		...flags,
		...(permissionModel
			? [
					"--permission",
					...program.readable.map((path) => `--allow-fs-read=${path}`),
				]
			: []),
		"--no-warnings",
	];
}
