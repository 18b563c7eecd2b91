/** The layers around a sandbox child, the level they make together, and the switches that take a layer away for a test. */

export const levels = ["A", "B", "C", "D"] as const;
/** A is the best; what each demands stands in `demandedBy`. */
export type Level = (typeof levels)[number];

export const layerIds = [
	"no-machine-code",
	"permission-model",
	"resource-limits",
	"own-user",
	"no-new-privileges",
	"network",
	"processes",
	"files",
	"system-calls",
	"process-count",
	"low-priority",
] as const;
export type LayerId = (typeof layerIds)[number];

/** One layer as it was found by trying it. */
export interface Layer {
	id: LayerId;
	isOn: boolean;
	/** What was seen, or why it is off; one line. */
	detail: string;
}

/** What each level demands beyond the level below it. `process-count` and `low-priority` are shown and decide nothing. */
const demandedBy: Readonly<Record<"A" | "B" | "C", readonly LayerId[]>> = {
	C: ["no-machine-code", "permission-model", "resource-limits", "own-user"],
	B: ["no-new-privileges", "network", "processes"],
	A: ["files", "system-calls"],
};

/** The layers that a level stands on, its own and those of the levels below. */
export function layersOf(level: Level): readonly LayerId[] {
	const { A, B, C } = demandedBy;
	return { A: [...C, ...B, ...A], B: [...C, ...B], C, D: [] }[level];
}

/** The best level whose layers are all on. */
export function levelOf(layers: readonly Layer[]): Level {
	const on = new Set(layers.filter(({ isOn }) => isOn).map(({ id }) => id));
	return (
		levels.find((level) => layersOf(level).every((id) => on.has(id))) ?? "D"
	);
}

/** Whether `level` is as good as `minimum` or better. */
export function isAtLeast(level: Level, minimum: Level): boolean {
	return levels.indexOf(level) <= levels.indexOf(minimum);
}

/**
 * What stands between a hostile program and the machine, each to be switched off alone, so that tests can show what the
 * others hold. Given to constructors only: no setting of an operator reaches them.
 */
export interface Switches {
	/** V8 without its compilers (`--jitless`). Off, `RLIMIT_DATA` is off too: a V8 that compiles does not start under it. */
	jitless: boolean;
	/** Node's permission model. */
	permissionModel: boolean;
	/** Every rlimit, the number of processes included. */
	limits: boolean;
	/** As root: a user id of its own for each child. */
	ownUser: boolean;
	/** `no_new_privs`; bubblewrap sets it whatever this says. */
	noNewPrivileges: boolean;
	/** Network, process, IPC and host name namespaces. */
	namespaces: boolean;
	/** A file system of its own that holds only what a child reads. */
	files: boolean;
	/** The seccomp filter. */
	seccomp: boolean;
	/** Children step back behind the server when the processor is short. */
	lowPriority: boolean;
	/** isolated-vm's own timeout of a call, inside the child. */
	isolateTimeout: boolean;
	/** Our clock and memory watch, outside the child. */
	watchdog: boolean;
}

export const allSwitchesOn: Readonly<Switches> = {
	jitless: true,
	permissionModel: true,
	limits: true,
	ownUser: true,
	noNewPrivileges: true,
	namespaces: true,
	files: true,
	seccomp: true,
	lowPriority: true,
	isolateTimeout: true,
	watchdog: true,
};
