/**
 * The kernel's limits of one child. Their order: the isolate's own heap limit (at most 128 MiB) < `dataMib` < the memory
 * watch of `child-process.ts`, so that each catches what slipped through the one before.
 */
export const resourceLimits = {
	/**
	 * CPU seconds of a child's whole life. Nobody else would end it when our own process was killed during a call that never
	 * looks up; a living parent stops giving jobs long before.
	 */
	cpuS: 120,
	/** RLIMIT_DATA: private writable memory. */
	dataMib: 400,
	/** Open files; a child at work has about twenty. */
	openFiles: 32,
	/** Size of a file it writes: none at all. Pipes are no files. */
	fileBlocks: 0,
	/** Core dumps: they would hold a student's program and fill the disk. */
	coreBlocks: 0,
} as const;

/** Processes and threads of one child; Node starts seven threads. */
export const maxProcesses = 24;

/** What /bin/sh runs last before Node: limits are only ever lowered from here, and cannot be raised again. */
export function limitScript(options: {
	withLimits: boolean;
	withDataLimit: boolean;
	withProcessLimit: boolean;
}): string {
	const { cpuS, dataMib, openFiles, fileBlocks, coreBlocks } = resourceLimits;
	if (!options.withLimits) return 'exec "$@"';
	return [
		`ulimit -t ${cpuS}`,
		...(options.withDataLimit ? [`ulimit -d ${dataMib * 1024}`] : []),
		`ulimit -n ${openFiles}`,
		`ulimit -f ${fileBlocks}`,
		`ulimit -c ${coreBlocks}`,
		// bash calls it -u, dash and busybox -p.
		...(options.withProcessLimit
			? [`{ ulimit -u ${maxProcesses} 2>&- || ulimit -p ${maxProcesses}; }`]
			: []),
		'exec "$@"',
	].join(" && ");
}

/** The lines of /proc/<pid>/limits that must be there, by the kernel's name and its value in the kernel's unit. */
export const expectedLimits: readonly (readonly [string, number])[] = [
	["Max cpu time", resourceLimits.cpuS],
	["Max data size", resourceLimits.dataMib * 2 ** 20],
	["Max open files", resourceLimits.openFiles],
	["Max file size", resourceLimits.fileBlocks],
	["Max core file size", resourceLimits.coreBlocks],
];

/** Soft and hard limit from the text of /proc/<pid>/limits; "unlimited" is infinite. */
export function readLimit(
	text: string,
	name: string,
): { soft: number; hard: number } | null {
	const line = text.split("\n").find((entry) => entry.startsWith(name));
	const [soft, hard] = line?.slice(name.length).trim().split(/\s+/) ?? [];
	if (soft === undefined || hard === undefined) return null;
	const numberOf = (word: string) =>
		word === "unlimited" ? Number.POSITIVE_INFINITY : Number(word);
	return { soft: numberOf(soft), hard: numberOf(hard) };
}
