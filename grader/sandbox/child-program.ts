/**
 * Builds what a sandbox child needs from our own TypeScript, once per process: its program as one JavaScript file (a
 * child runs without V8's compilers and cannot strip types itself) and the script that prepares isolates.
 */
import { createHash } from "node:crypto";
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

const room = import.meta.dirname;
const projectFolder = resolve(room, "../..");
/** Any text of ordinary TypeScript without imports would do. */
const practiceFile = join(room, "../transform/erasure.ts");

/** One kind of child: what to start and what to tell it first. */
export interface ChildProgram {
	/** The main file, ready for `node`. */
	file: string;
	/** Node's and V8's flags. */
	flags: readonly string[];
	/** All that it may read: its file, and the folder of isolated-vm's native add-on. */
	readable: readonly string[];
	/** The first line on its stdin. */
	start: object;
}

/** Isolates that a submission without an incident takes: for visible calls, for hidden ones, and for the second pass. */
export const isolatesPerSubmission = 3;
/** What most exercises allow (`limits.heapMib`); for another, isolates made ready with this are thrown away. */
const usualHeapMib = 64;

/**
 * `student` runs submissions; `author` runs an exercise's own code (both are `child.ts`); `transform` reads sources
 * (`transform-child.ts`).
 */
export type ChildKind = "student" | "author" | "transform";

export interface ChildPrograms extends Record<ChildKind, ChildProgram> {
	/** Evaluated beside a version's script to plan, judge and recognise. */
	judging: string;
	/** Names all of the above by content: what was measured with another program is measured anew. */
	hash: string;
	/** isolated-vm's native add-on. */
	addon: string;
}

/** Bundles one of our entry files into a script without imports. */
export async function bundleScript(entry: string): Promise<string> {
	const result = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		format: "iife",
		platform: "neutral",
		target: "es2024",
		legalComments: "none",
		logLevel: "silent",
	});
	return result.outputFiles[0]?.text ?? "";
}

let programs: Promise<ChildPrograms> | null = null;

/** Builds at first use; later calls return the same programs. */
export function getChildPrograms(): Promise<ChildPrograms> {
	programs ??= buildChildPrograms();
	return programs;
}

async function buildChildPrograms(): Promise<ChildPrograms> {
	const addon = findAddon();
	const [child, transform, harness, judging] = await Promise.all([
		bundleProgram(join(room, "child.ts"), [loadAddonDirectly(addon)]),
		bundleProgram(join(room, "transform-child.ts"), []),
		bundleScript(join(room, "../harness/isolate-entry.ts")),
		bundleScript(join(room, "../judging/isolate-entry.ts")),
	]);
	// Real paths: a child may not read the links that lead to them (a linked node_modules, a linked checkout).
	// The files, not their folder: beside them lies what wrong versions did, kept for the command line.
	const childFile = realpathSync(writeOnce("sandbox-child", child));
	const transformFile = realpathSync(writeOnce("transform-child", transform));
	const scripts = {
		file: childFile,
		flags: ["--no-node-snapshot", "--single-threaded", "--allow-addons"],
		readable: [childFile, `${dirname(addon)}/`],
		start: { harness, isolates: 0, heapMib: usualHeapMib },
	};
	return {
		// No machine code is ever made from a student's text.
		student: {
			...scripts,
			flags: [...scripts.flags, "--jitless"],
			start: {
				harness,
				isolates: isolatesPerSubmission,
				heapMib: usualHeapMib,
			},
		},
		author: scripts,
		transform: {
			file: transformFile,
			flags: ["--single-threaded", "--max-old-space-size=256"],
			readable: [transformFile],
			start: { practice: readFileSync(practiceFile, "utf8") },
		},
		judging,
		hash: hashOf([child, transform, harness, judging].join("\0")),
		addon,
	};
}

async function bundleProgram(
	entry: string,
	plugins: Plugin[],
): Promise<string> {
	const result = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		format: "cjs",
		platform: "node",
		target: "node24",
		plugins,
		legalComments: "none",
		logLevel: "silent",
	});
	return result.outputFiles[0]?.text ?? "";
}

/** The add-on itself, not its package: the package's loader would look for files that a child may not read. */
function loadAddonDirectly(addon: string): Plugin {
	return {
		name: "load-addon-directly",
		setup(setup) {
			setup.onResolve({ filter: /^isolated-vm$/ }, () => ({
				path: addon,
				namespace: "addon",
			}));
			setup.onLoad({ filter: /.*/, namespace: "addon" }, ({ path }) => ({
				contents: `module.exports = process.getBuiltinModule("node:module").createRequire(${JSON.stringify(path)})(${JSON.stringify(path)}).ivm;`,
			}));
		},
	};
}

/** Where isolated-vm's prebuilt add-on for this machine lies, as its own loader finds it. */
function findAddon(): string {
	const manifest = createRequire(import.meta.url).resolve(
		"isolated-vm/package.json",
	);
	const loader: unknown = createRequire(manifest)("node-gyp-build");
	const find: unknown =
		typeof loader === "function" ? Reflect.get(loader, "path") : null;
	if (typeof find !== "function")
		throw new TypeError("node-gyp-build no longer has a function `path`");
	return realpathSync(String(find(dirname(manifest))));
}

function hashOf(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/**
 * Stores a text under its own hash; safe when several processes do it at once.
 * @param installed where it belongs; where that cannot be written, it goes into this user's temporary folder
 */
export function writeOnce(
	kind: string,
	text: string,
	installed = join(projectFolder, "node_modules/.cache/chainrule"),
): string {
	const name = `${kind}-${hashOf(text)}.cjs`;
	try {
		return writeInto(installed, name, text);
	} catch (error) {
		// A read-only installation in which `npm run build` was not run: a folder of this user's own is next.
		if (!isReadOnly(error)) throw error;
		return writeInto(requirePrivateFolder(), name, text);
	}
}

function writeInto(folder: string, name: string, text: string): string {
	const file = join(folder, name);
	if (existsSync(file) && readFileSync(file, "utf8") === text) return file;
	mkdirSync(folder, { recursive: true });
	const partial = `${file}.${process.pid}`;
	writeFileSync(partial, text);
	renameSync(partial, file);
	return file;
}

/** ENOENT is what Node says when it cannot make a folder's parents on a read-only disk. */
function isReadOnly(error: unknown): boolean {
	return (
		error instanceof Error &&
		"code" in error &&
		["EACCES", "EPERM", "EROFS", "ENOENT"].includes(String(error.code))
	);
}

/**
 * A folder in the shared temporary one that nobody else can write: somebody else's program must not run as a child of ours.
 * @throws Error when its name is taken by what is not our own
 */
function requirePrivateFolder(): string {
	const folder = join(tmpdir(), `chainrule-${process.getuid?.() ?? "user"}`);
	mkdirSync(folder, { recursive: true, mode: 0o711 });
	const found = lstatSync(folder);
	const { uid, mode } = found;
	const isOurs =
		found.isDirectory() &&
		(process.getuid === undefined || uid === process.getuid()) &&
		(mode & 0o022) === 0;
	if (!isOurs) {
		throw new Error(
			`${folder} belongs to another user, or others may write it; remove it, or run \`npm run build\` where the installation can be written`,
		);
	}
	return folder;
}
