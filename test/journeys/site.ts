/** A whole Chainrule of one's own for a test: `chainrule serve` on a free port with an empty database. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const project = resolve(import.meta.dirname, "../..");

export interface Site {
	url: string;
	data: string;
	process: ChildProcess;
	/** What it printed so far. */
	output(): string;
	/** Stops it with a signal and removes its data. @returns its exit code */
	stop(): Promise<number | null>;
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (address === null || typeof address === "string")
		throw new Error("no port was given");
	return address.port;
}

/**
 * Starts a site and waits until it says that it is ready.
 * @param data its data folder, removed when it stops; by default a new one
 * @param settings environment variables beside the present ones
 */
export async function startSite(
	data = mkdtempSync(join(tmpdir(), "chainrule-site-")),
	settings: Readonly<Record<string, string>> = {},
): Promise<Site> {
	const port = await freePort();
	const main = join(project, "grader/cli/main.ts");
	const child = spawn(
		process.execPath,
		[main, "serve", "--port", String(port), "--data", data],
		{
			cwd: project,
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, ...settings, NODE_ENV: "production" },
		},
	);
	let output = "";
	const exited = new Promise<number | null>((done) =>
		child.once("exit", (code) => done(code)),
	);
	await new Promise<void>((ready, fail) => {
		const read = (text: Buffer) => {
			output += text.toString();
			if (output.includes("Chainrule is ready")) ready();
		};
		child.stdout.on("data", read);
		child.stderr.on("data", read);
		child.once("exit", (code) =>
			fail(new Error(`the site ended with ${code}:\n${output}`)),
		);
	});
	return {
		url: `http://127.0.0.1:${port}`,
		data,
		process: child,
		output: () => output,
		async stop() {
			child.kill("SIGTERM");
			const code = await exited;
			rmSync(data, { recursive: true, force: true });
			return code;
		},
	};
}

/** Process ids of everything `pid` has started, with their command lines. */
export function descendantsOf(pid: number): { pid: number; command: string }[] {
	const parents = new Map<number, number>();
	for (const entry of readdirSync("/proc")) {
		if (!/^\d+$/.test(entry)) continue;
		try {
			const stat = readFileSync(`/proc/${entry}/stat`, "latin1");
			const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
			parents.set(Number(entry), Number(fields[1]));
		} catch {
			// It ended while we were looking.
		}
	}
	const isDescendant = (candidate: number): boolean => {
		for (
			let parent = parents.get(candidate);
			parent;
			parent = parents.get(parent)
		)
			if (parent === pid) return true;
		return false;
	};
	return [...parents.keys()].filter(isDescendant).flatMap((candidate) => {
		try {
			return [
				{
					pid: candidate,
					command: readFileSync(
						`/proc/${candidate}/cmdline`,
						"latin1",
					).replaceAll("\0", " "),
				},
			];
		} catch {
			return [];
		}
	});
}

/** False once it has ended, whether or not somebody has collected its exit status yet. */
export function isRunning(pid: number): boolean {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		return stat.slice(stat.lastIndexOf(")") + 2)[0] !== "Z";
	} catch {
		return false;
	}
}
