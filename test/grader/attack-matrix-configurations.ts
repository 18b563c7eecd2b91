/** The configurations of the matrix: everything on, then each layer of the sandbox off in turn. */

/** Layers by the names of the grader's switches; what is not named is on. */
export interface Configuration {
	name: string;
	/** `switches` among the grader's options; empty for everything on. */
	switches: Readonly<Record<string, false>>;
}

const layers = [
	"isolateTimeout",
	"watchdog",
	"jitless",
	"limits",
	"permissionModel",
	"ownUser",
	"noNewPrivileges",
	"namespaces",
	"files",
	"seccomp",
	"lowPriority",
];

export const configurations: readonly Configuration[] = [
	{ name: "all on", switches: {} },
	...layers.map((layer) => ({
		name: `${layer} off`,
		switches: { [layer]: false as const },
	})),
];
