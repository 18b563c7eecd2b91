/** Looks whether this machine is fit to grade: everything is tried, nothing is changed. */
import { randomUUID } from "node:crypto";
import {
	existsSync,
	readFileSync,
	rmSync,
	statfsSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, freemem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkDatabase, sqliteVersion } from "../../db/check-database.ts";
import { getChildPrograms } from "../sandbox/child-program.ts";
import {
	getHardening,
	type Hardening,
} from "../sandbox/hardening/hardening.ts";
import { isAtLeast, type Layer } from "../sandbox/hardening/layers.ts";
import { LevelError, parseMinLevel } from "../sandbox/hardening/min-level.ts";
import { printable } from "./printable.ts";

const mib = 2 ** 20;
/** Below the first a machine cannot work, below the second it will not for long. */
const freeDisk = { least: 100 * mib, wanted: 1024 * mib };
const freeMemory = { least: 256 * mib, wanted: 1024 * mib };
/** Clocks of a cluster differ by a little. */
const clockToleranceMs = 60_000;

/** One thing looked at; `bad` means that grading will not work, or not as it was demanded. */
export interface Finding {
	id: string;
	status: "ok" | "warning" | "bad";
	text: string;
	/** What to do about it. */
	advice?: string;
}

/** `chainrule doctor [--json] [--data folder]`. @returns 0, or 1 when something is bad */
export async function doctor(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: { json: { type: "boolean" }, data: { type: "string" } },
	});
	const data = resolve(values.data ?? process.env.CHAINRULE_DATA ?? "data");
	const sandbox = await examineSandbox(process.env.CHAINRULE_MIN_LEVEL);
	const findings = [
		examineNode(),
		...sandbox.findings,
		...examineData(data),
		examineMemory(),
	];
	const isFit = findings.every(({ status }) => status !== "bad");
	const { hardening } = sandbox;
	if (values.json) {
		const { level = null, layers = [] } = hardening ?? {};
		console.log(JSON.stringify({ ok: isFit, level, layers, findings }));
	} else {
		console.log(describe(findings, hardening?.layers ?? []));
	}
	return isFit ? 0 : 1;
}

function readManifest(file: string): Record<string, unknown> {
	return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>; // our own, or an installed package's
}

function pinnedVersion(name: string): string {
	const manifest = readManifest(
		resolve(import.meta.dirname, "../../package.json"),
	);
	return String(Reflect.get(Object(manifest.dependencies), name));
}

/** @param versions for tests */
export function examineNode(
	versions: Pick<NodeJS.ProcessVersions, "node" | "v8"> = process.versions,
): Finding {
	const { node, v8 } = versions;
	const pinned = pinnedVersion("node");
	const text = `Node ${node} with V8 ${v8}`;
	if (node === pinned) return { id: "node", status: "ok", text };
	return {
		id: "node",
		status: "warning",
		text: `${text}; expected Node ${pinned}`,
		advice:
			"start it with npx or npm, which find the right Node first: verdicts of another engine cannot be compared",
	};
}

/** @param minLevel the operator's setting, as text */
export async function examineSandbox(
	minLevel: string | undefined,
	openHardening: () => Promise<Hardening> = async () =>
		getHardening(await getChildPrograms()),
): Promise<{ findings: Finding[]; hardening: Hardening | null }> {
	let hardening: Hardening;
	try {
		hardening = await openHardening();
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const finding: Finding = {
			id: "isolated-vm",
			status: "bad",
			text: `no sandbox child starts: ${reason}`,
			advice: "install the packages anew with npm ci",
		};
		return { findings: [finding], hardening: null };
	}
	return {
		findings: [examineIsolatedVm(), examineLevel(hardening, minLevel)],
		hardening,
	};
}

function examineIsolatedVm(): Finding {
	const file = createRequire(import.meta.url).resolve(
		"isolated-vm/package.json",
	);
	const version = String(readManifest(file).version);
	const pinned = pinnedVersion("isolated-vm");
	return {
		id: "isolated-vm",
		status: version === pinned ? "ok" : "warning",
		text: `isolated-vm ${version} loads in a child${version === pinned ? "" : `; expected ${pinned}`}`,
	};
}

function examineLevel(
	{ level, layers }: Hardening,
	minLevel: string | undefined,
): Finding {
	const advice = adviceFor(layers);
	const finding: Finding = {
		id: "level",
		status: level === "D" ? "warning" : "ok",
		text: `isolation level ${level}`,
		...(advice ? { advice } : {}),
	};
	try {
		const minimum = parseMinLevel(minLevel);
		if (isAtLeast(level, minimum)) return finding;
		return {
			...finding,
			status: "bad",
			text: `isolation level ${level}; CHAINRULE_MIN_LEVEL demands ${minimum}`,
		};
	} catch (error) {
		if (!(error instanceof LevelError)) throw error;
		return { ...finding, status: "bad", text: error.message };
	}
}

/** What would raise the level; the first thing that helps. */
function adviceFor(layers: readonly Layer[]): string | null {
	if (process.platform !== "linux")
		return "use Linux for students' programs; this system is good for trying it out";
	const off = (id: Layer["id"]) =>
		layers.find((layer) => layer.id === id && !layer.isOn)?.detail ?? null;
	const user = off("own-user");
	if (user?.includes("closed to other users"))
		return "start it as a user of its own, or move the checkout where other users may read it";
	if (user !== null || off("no-new-privileges") !== null)
		return "install util-linux (setpriv, unshare), or start it as a user other than root";
	const blocked = off("network") ?? off("files");
	if (blocked?.includes("does not start"))
		return "let ordinary users make user namespaces (sysctl kernel.unprivileged_userns_clone=1 or kernel.apparmor_restrict_unprivileged_userns=0; in a container, its runtime decides)";
	if (off("files") !== null || off("system-calls") !== null)
		return "install bubblewrap (Debian and Ubuntu: apt-get install bubblewrap)";
	return blocked === null
		? null
		: "install bubblewrap, or util-linux for unshare";
}

/** @param now milliseconds since 1970 */
export function examineData(data: string, now = Date.now()): Finding[] {
	const file = join(data, "chainrule.sqlite");
	const sqlite = `SQLite ${sqliteVersion()}`;
	const findings = [examineFolder(data), examineDisk(data)];
	if (!existsSync(file)) {
		const text = `${sqlite}; no database yet in ${data}`;
		return [
			...findings,
			{ id: "database", status: "ok", text },
			examineClock(now, null),
		];
	}
	try {
		const { integrity, newestVerdictAt } = checkDatabase(file);
		const isWhole = integrity === "ok";
		findings.push({
			id: "database",
			status: isWhole ? "ok" : "bad",
			text: `${sqlite}; quick check of ${file}: ${integrity}`,
			...(isWhole ? {} : { advice: "restore the last backup" }),
		});
		return [...findings, examineClock(now, newestVerdictAt)];
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return [
			...findings,
			{
				id: "database",
				status: "bad",
				text: `${sqlite}; ${file} cannot be read: ${reason}`,
				advice: "restore the last backup",
			},
			examineClock(now, null),
		];
	}
}

/** The folder, or where it will be made. */
function nearestFolder(path: string): string {
	return existsSync(path) ? path : nearestFolder(dirname(path));
}

function examineFolder(data: string): Finding {
	const folder = nearestFolder(data);
	const file = join(folder, `.chainrule-doctor-${randomUUID()}`);
	try {
		writeFileSync(file, "");
		rmSync(file);
		const text = `the data folder ${data} ${folder === data ? "is writable" : "can be made"}`;
		return { id: "data", status: "ok", text };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return {
			id: "data",
			status: "bad",
			text: `the data folder ${data} cannot be written: ${reason}`,
			advice: `give ${folder} to the user that runs Chainrule, or choose another with --data`,
		};
	}
}

function examineDisk(data: string): Finding {
	const { bavail, bsize } = statfsSync(nearestFolder(data));
	return examineAmount(
		"disk",
		"free on the disk of the data folder",
		bavail * bsize,
		freeDisk,
	);
}

function examineMemory(): Finding {
	const cores = availableParallelism();
	return examineAmount(
		"memory",
		`of memory available, for ${cores} cores`,
		freemem(),
		freeMemory,
	);
}

/** @param bytes what there is */
export function examineAmount(
	id: string,
	what: string,
	bytes: number,
	{ least, wanted }: { least: number; wanted: number },
): Finding {
	const text = `${Math.round(bytes / mib)} MiB ${what}`;
	if (bytes >= wanted) return { id, status: "ok", text };
	return {
		id,
		status: bytes < least ? "bad" : "warning",
		text,
		advice: `expected at least ${wanted / mib} MiB`,
	};
}

function examineClock(now: number, newestVerdictAt: number | null): Finding {
	const text = `the clock says ${new Date(now).toISOString()}`;
	if (newestVerdictAt === null || newestVerdictAt <= now + clockToleranceMs)
		return { id: "clock", status: "ok", text };
	return {
		id: "clock",
		status: "bad",
		text: `${text}, and the newest verdict is of ${new Date(newestVerdictAt).toISOString()}`,
		advice: "set the clock: deadlines and leases hang on it",
	};
}

/** What stands there may come from files and tools of the machine: it must not steer the terminal. */
export function describe(
	findings: readonly Finding[],
	layers: readonly Layer[],
): string {
	const marks = { ok: "✓", warning: "!", bad: "✗" };
	const width = Math.max(0, ...layers.map(({ id }) => id.length));
	return findings
		.flatMap(({ id, status, text, advice }) => [
			`${marks[status]} ${text}`,
			...(id === "level"
				? layers.map(
						(layer) =>
							`    ${layer.isOn ? "on " : "off"} ${layer.id.padEnd(width)}  ${layer.detail}`,
					)
				: []),
			...(advice ? [`    → ${advice}`] : []),
		])
		.map(printable)
		.join("\n");
}
