/**
 * Tries a setup for real: starts Node through the whole chain, lets a small program inside try what a layer should refuse,
 * looks from outside at what the kernel says of it, and ends it. A layer is on when both fit; what cannot be seen is off.
 */
import { once } from "node:events";
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { ChildProgram, ChildPrograms } from "../child-program.ts";
import { composeLaunch, type Setup } from "./command.ts";
import type { Layer, LayerId } from "./layers.ts";
import {
	expectedLimits,
	maxProcesses,
	readLimit,
	resourceLimits,
} from "./limits.ts";
import {
	findNode,
	groupNiceness,
	lowerPriority,
	niceness,
	type ProcessStatus,
	readProcessStatus,
	readStat,
	startLaunch,
} from "./start.ts";

/** As long as a child may take to start: a busy machine must not look like one with fewer layers. */
const patienceMs = 20_000;

/** A launch that does not start; the message is what it said on standard error. */
export class LaunchError extends Error {
	override readonly name = "LaunchError";
}

/** What the program inside found. */
interface Inside {
	/** The error code of a connection to a port that listens in our network; "connected" without one. */
	network: string;
	/** Likewise of reading a file that only the permission model closes. */
	permission: string;
	compiles: boolean;
}

/**
 * Loads the add-on first: a layer under which children cannot work is no use. Its program file must be readable too.
 * `process.execPath` is there at every level, and closed by nothing but the permission model.
 */
const insideProgram = `
const { readFileSync, openSync, writeSync } = require("node:fs");
const [, file, addon, port] = process.argv;
const { ivm } = process.getBuiltinModule("node:module").createRequire(addon)(addon);
new ivm.Isolate({ memoryLimit: 8 }).createContextSync().evalSync("1 + 1");
readFileSync(file);
let permission = "none";
try { openSync(process.execPath); } catch (error) { permission = error.code; }
const tell = (network) => {
	writeSync(3, JSON.stringify({ network, permission, compiles: typeof WebAssembly !== "undefined" }) + "\\n");
	process.stdin.resume();
	process.stdin.on("end", () => process.exit());
};
try {
	require("node:net").connect(Number(port), "127.0.0.1")
		.on("connect", () => tell("connected"))
		.on("error", (error) => tell(error.code));
} catch (error) { tell(error.code); }
`;

/** The children that are tried are those that run hostile programs; the others start in the same way. */
export type ProbedPrograms = Pick<ChildPrograms, "student" | "addon">;

/** @throws LaunchError when Node does not come up through this chain */
export async function probe(
	setup: Setup,
	programs: ProbedPrograms,
): Promise<Layer[]> {
	const server = await listen();
	try {
		return await probeBeside(setup, programs, server);
	} finally {
		server?.close();
	}
}

/** A port of ours that a child must not reach; null when this machine has not even a loopback. */
async function listen(): Promise<Server | null> {
	const server = createServer((socket) => socket.destroy());
	try {
		server.listen(0, "127.0.0.1");
		await once(server, "listening");
		return server;
	} catch {
		return null;
	}
}

async function probeBeside(
	setup: Setup,
	{ student, addon }: ProbedPrograms,
	server: Server | null,
): Promise<Layer[]> {
	const address = server?.address();
	const port = typeof address === "object" && address ? address.port : 9;
	const launch = composeLaunch(setup, student, [
		"--eval",
		insideProgram,
		"--",
		student.file,
		addon,
		String(port),
	]);
	const child = startLaunch(launch);
	const end = () => {
		const node = findNode(launch, child.pid);
		for (const pid of [
			child.pid === undefined ? undefined : -child.pid,
			node,
		]) {
			try {
				if (pid !== undefined) process.kill(pid, "SIGKILL");
			} catch {
				// gone already
			}
		}
	};
	let said = "";
	child.stderr?.on("data", (data: Buffer) => {
		if (said.length < 2_000) said += data.toString("latin1");
	});
	child.stdin?.on("error", () => undefined);
	try {
		const line = await new Promise<string>((resolve, reject) => {
			const fail = (reason: string) =>
				reject(new LaunchError(said.trim().split("\n")[0] || reason));
			const timer = setTimeout(
				() => fail(`nothing came within ${patienceMs} ms`),
				patienceMs,
			);
			child.once("error", (error) => fail(error.message));
			child.once("close", (code, signal) => {
				clearTimeout(timer);
				fail(`it ended with ${signal ?? code}`);
			});
			let text = "";
			(child.stdio[3] as Readable).on("data", (data: Buffer) => {
				text += data.toString("utf8");
				if (!text.includes("\n")) return;
				clearTimeout(timer);
				resolve(text);
			});
		});
		const node = findNode(launch, child.pid);
		lowerPriority(launch, node);
		return describeLayers(
			student,
			JSON.parse(line) as Inside, // written by our own program above, before anything hostile ran
			{
				node,
				hasListener: server !== null,
				isFiltered: launch.filter !== null,
			},
		);
	} finally {
		end();
	}
}

interface Outside {
	node: number | undefined;
	hasListener: boolean;
	isFiltered: boolean;
}

function describeLayers(
	program: ChildProgram,
	inside: Inside,
	{ node, hasListener, isFiltered }: Outside,
): Layer[] {
	const status = readProcessStatus(node);
	const limits = readLimits(node);
	const layer = (id: LayerId, isOn: boolean, detail: string): Layer => ({
		id,
		isOn,
		detail,
	});
	return [
		layer(
			"no-machine-code",
			!inside.compiles,
			inside.compiles ? "V8 compiles" : "V8 runs without its compilers",
		),
		layer(
			"permission-model",
			inside.permission === "ERR_ACCESS_DENIED",
			inside.permission === "ERR_ACCESS_DENIED"
				? "Node refuses files, processes and threads"
				: `Node answered ${inside.permission} to opening a file that is not its own`,
		),
		resourceLimitLayer(limits),
		ownUserLayer(status),
		layer(
			"no-new-privileges",
			status?.noNewPrivileges ?? false,
			status?.noNewPrivileges
				? "no program it starts gains a privilege"
				: "not set",
		),
		networkLayer(inside.network, isElsewhere(node, "net"), hasListener),
		processesLayer(status),
		filesLayer(node, program),
		layer(
			"system-calls",
			isFiltered && (status?.isFiltered ?? false) && inside.network === "EPERM",
			status?.isFiltered
				? `a seccomp filter is on; making a socket ended with ${inside.network}`
				: "no seccomp filter",
		),
		processCountLayer(limits),
		priorityLayer(node),
	];
}

/** With the seccomp filter on no socket is made at all, which says nothing of the namespace: the kernel does. */
function networkLayer(
	attempt: string,
	isElsewhere: boolean,
	hasListener: boolean,
): Layer {
	const isOn = isElsewhere && hasListener && attempt !== "connected";
	const detail = isOn
		? `a network of its own without a way out; a connection to ours ended with ${attempt}`
		: !hasListener
			? "cannot be tried: this machine has no loopback"
			: attempt === "connected"
				? "it reached a port of ours"
				: `the network of this machine; a connection ended with ${attempt}`;
	return { id: "network", isOn, detail };
}

/** Whether a process is in another namespace of this kind than we are; false when the kernel does not tell. */
function isElsewhere(pid: number | undefined, kind: "net"): boolean {
	try {
		return (
			readlinkSync(`/proc/${pid}/ns/${kind}`) !==
			readlinkSync(`/proc/self/ns/${kind}`)
		);
	} catch {
		return false;
	}
}

function readLimits(pid: number | undefined): string | null {
	try {
		return readFileSync(`/proc/${pid}/limits`, "latin1");
	} catch {
		return null;
	}
}

function resourceLimitLayer(limits: string | null): Layer {
	const id = "resource-limits";
	if (limits === null)
		return {
			id,
			isOn: false,
			detail: "this system has no /proc to read them from",
		};
	const missing = expectedLimits.filter(([name, value]) => {
		const limit = readLimit(limits, name);
		return limit?.soft !== value || limit.hard !== value;
	});
	const { cpuS, dataMib, openFiles } = resourceLimits;
	return {
		id,
		isOn: missing.length === 0,
		detail:
			missing.length === 0
				? `${cpuS} s of CPU, ${dataMib} MiB of data, ${openFiles} open files, no file written, no core dump`
				: `not as asked: ${missing.map(([name]) => name.toLowerCase()).join(", ")}`,
	};
}

function processCountLayer(limits: string | null): Layer {
	const limit = limits === null ? null : readLimit(limits, "Max processes");
	const isOn = limit?.hard === maxProcesses;
	return {
		id: "process-count",
		isOn,
		detail: isOn
			? `at most ${maxProcesses} processes and threads`
			: "not limited: the limit would count the operator's own processes",
	};
}

function ownUserLayer(status: ProcessStatus | null): Layer {
	const faults = status
		? [
				...(status.isRoot ? ["it runs as root"] : []),
				...(status.hasGroups ? ["it is in root's group"] : []),
				...(status.hasCapabilities ? ["it has capabilities"] : []),
			]
		: ["this system has no /proc to see it in"];
	const isSameUser = process.getuid?.() !== 0;
	return {
		id: "own-user",
		isOn: faults.length === 0,
		detail:
			faults.join(", ") ||
			(isSameUser
				? "not root, without capabilities; the grader's own user"
				: "a user of its own for each child, without groups or capabilities"),
	};
}

function processesLayer(status: ProcessStatus | null): Layer {
	const ours = readProcessStatus(process.pid)?.pidNamespaces ?? 1;
	const isOn = (status?.pidNamespaces ?? 0) > ours;
	return {
		id: "processes",
		isOn,
		detail: isOn
			? "it sees and signals no process but its own; they end with it"
			: "it sees the processes of this machine",
	};
}

function filesLayer(node: number | undefined, program: ChildProgram): Layer {
	const root = `/proc/${node}/root`;
	// Its own program must be visible there, else the kernel did not let us look.
	const isVisible = existsSync(join(root, program.file));
	const seen = ["/etc", "/home", "/root", "/tmp", "/var", "/proc"].filter(
		(path) => existsSync(join(root, path)),
	);
	// The folders that lead to its own program are there, and hold nothing else.
	const leaks = seen.filter((path) => !isAbove(path, program));
	const isOn =
		isVisible && leaks.length === 0 && !existsSync(join(root, "etc/passwd"));
	return {
		id: "files",
		isOn,
		detail: isOn
			? "it sees Node, its libraries and its program, read-only"
			: isVisible
				? `it sees ${leaks.join(", ")}`
				: "what it sees cannot be told",
	};
}

function isAbove(folder: string, { readable }: ChildProgram): boolean {
	return [...readable, process.execPath].some((path) =>
		path.startsWith(`${folder}/`),
	);
}

function priorityLayer(node: number | undefined): Layer {
	const id = "low-priority";
	const fields = readStat(node);
	const nice = Number(fields?.[16]);
	let group: string | null = null;
	try {
		group = readFileSync(`/proc/${node}/autogroup`, "latin1");
	} catch {
		// no automatic groups on this machine: niceness alone counts
	}
	const isGroupLow = group === null || group.includes(`nice ${groupNiceness}`);
	return {
		id,
		isOn: nice >= niceness && isGroupLow,
		detail: isGroupLow
			? `niceness ${nice}`
			: `niceness ${nice} in a session of ordinary priority`,
	};
}
