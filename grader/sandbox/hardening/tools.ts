/** The programs of this machine that a launch is made of; each may be missing, and its layer with it. */
import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { promisify } from "node:util";
import { makeSeccompFilter } from "./seccomp.ts";

const run = promisify(execFile);

export interface Tools {
	/** Absolute paths; null when the machine has no such program. */
	sh: string | null;
	setpriv: string | null;
	unshare: string | null;
	bwrap: string | null;
	/** What the dynamic loader opens for Node, its add-on and the shell. */
	libraries: readonly string[];
	/** The seccomp filter for this machine; null for a processor whose calls we do not list. */
	makeFilter: (isJitless: boolean) => Buffer | null;
}

/** @param addon isolated-vm's, whose libraries are looked for too */
export async function findTools(addon: string): Promise<Tools> {
	const isLinux = process.platform === "linux";
	const sh = process.platform === "win32" ? null : findProgram("sh");
	const bwrap = isLinux ? findProgram("bwrap") : null;
	return {
		sh,
		setpriv: isLinux ? findProgram("setpriv") : null,
		unshare: isLinux ? findProgram("unshare") : null,
		bwrap,
		libraries: bwrap === null ? [] : await listLibraries(addon, sh),
		makeFilter: (isJitless) => makeSeccompFilter(process.arch, isJitless),
	};
}

const usualFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

function findProgram(name: string): string | null {
	const folders = [
		...usualFolders,
		...(process.env.PATH ?? "").split(delimiter),
	];
	return (
		folders
			.filter(isAbsolute)
			.map((folder) => join(folder, name))
			.find(isExecutable) ?? null
	);
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false; // not there, which is the usual answer
	}
}

/**
 * Asks the dynamic loader, which prints what it would load when this variable is set, and runs nothing.
 * @returns an empty list when it does not answer (a static Node, another system); the probe then decides
 */
async function listLibraries(
	addon: string,
	sh: string | null,
): Promise<string[]> {
	const ask = async (program: string, env: Record<string, string>) => {
		try {
			const { stdout } = await run(program, [], {
				env: {
					LD_TRACE_LOADED_OBJECTS: "1",
					...env,
				} as unknown as NodeJS.ProcessEnv,
				timeout: 2_000,
			});
			return [...stdout.matchAll(/(\/\S+) \(0x/g)].map(
				(match) => match[1] ?? "",
			);
		} catch {
			return [];
		}
	};
	const lists = await Promise.all([
		ask(process.execPath, { LD_PRELOAD: addon }),
		...(sh === null ? [] : [ask(sh, {})]),
	]);
	return [...new Set(lists.flat())].filter((file) => file !== addon);
}

/** Why users without any special right cannot read `file`; null when they can. Access lists are not asked. */
export function whyUnreadable(file: string): string | null {
	for (let path = file; ; path = dirname(path)) {
		const { mode } = statSync(path);
		const needed = path === file ? 0o4 : 0o1;
		if ((mode & needed) !== needed)
			return `${path} is closed to other users (mode ${(mode & 0o777).toString(8)})`;
		if (path === dirname(path)) return null;
	}
}
