/**
 * Theory of operation. `chainrule serve` is the one process an operator starts. It migrates the database, publishes the
 * built-in exercises, builds the pages when their sources changed, and then keeps three processes alive: the web, which
 * listens and answers the HTTP API; the pages, which renders for the web what is not the API's; and the grader's worker. Web
 * and worker meet in the database only, and the web renders pages itself while the pages process is not there, so each may
 * die at any moment and is started again here. A signal stops all cleanly; when this process is killed outright, they
 * notice their closed channel and stop by themselves.
 */
import {
	type ChildProcess,
	fork,
	type Serializable,
	spawn,
} from "node:child_process";
import { createHash } from "node:crypto";
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { setPriority, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openStore } from "../../db/open-store.ts";
import { readWorkerSettings } from "../worker/settings.ts";
import type { WorkerLog } from "../worker/worker.ts";
import { UsageError } from "./find-bundle.ts";
import { openLog } from "./open-log.ts";
import { publishBuiltIn } from "./publish-built-in.ts";

const project = resolve(import.meta.dirname, "../..");
const stopWithinMs = 15_000;
/** Between the web, at 0, and the sandbox's children (`sandbox/hardening/start.ts`). */
const workerNiceness = 5;
const portPatienceMs = 5_000;
const firstRestartMs = 100;
const longestRestartMs = 5_000;
/** Who lived this long did not die of its start: it is started again at once. */
const calmAfterMs = 2_000;

/** `chainrule serve [--port N] [--host address] [--data folder]`. @returns 0 once it was told to stop, 2 for a wrong setting */
export async function serve(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: "string" },
			host: { type: "string" },
			data: { type: "string" },
		},
	});
	const log = checkSettings();
	const port = parsePort(values.port ?? process.env.PORT ?? "3000");
	const host = values.host ?? process.env.CHAINRULE_HOST ?? "127.0.0.1";
	const data = resolve(values.data ?? process.env.CHAINRULE_DATA ?? "data");
	await requireFreePort(port, host);
	mkdirSync(data, { recursive: true, mode: 0o700 });
	const store = openStore({ file: join(data, "chainrule.sqlite") });
	try {
		await publishBuiltIn(store, (slug) => console.log(`published ${slug}`));
	} finally {
		await store.close();
	}
	await buildIfNeeded();

	const env = {
		...process.env,
		CHAINRULE_DATA: data,
		NODE_ENV: "production" as const,
		NEXT_TELEMETRY_DISABLED: "1",
	};
	let isRefused = false;
	let refuse = () => {};
	const refused = new Promise<void>((resolve) => {
		refuse = () => {
			isRefused = true;
			resolve();
		};
	});
	const stopped = Promise.race([waitForSignal(), refused]);
	// Each hears of the other's changes through us, a few milliseconds before it would look for itself.
	const worker: KeptAlive = new KeptAlive(
		log,
		"grader",
		() => {
			const child = fork(join(project, "grader/worker/main.ts"), {
				env,
				stdio: "inherit",
			});
			stepBack(child.pid);
			return child;
		},
		(message) => web.send(message),
		refuse,
	);
	// Nobody else may enter a folder made so: what comes through the socket is believed.
	const sockets = mkdtempSync(join(tmpdir(), "chainrule-"));
	const startWeb = (program: string) =>
		fork(join(project, program), [String(port), host], {
			env: { ...env, CHAINRULE_PAGES_SOCKET: join(sockets, "pages") },
			stdio: "inherit",
		});
	const web: KeptAlive = new KeptAlive(
		log,
		"web",
		() => startWeb("web/start.ts"),
		(message) => worker.send(message),
		refuse,
	);
	const pages = new KeptAlive(
		log,
		"pages",
		() => startWeb("web/pages.ts"),
		() => {},
		refuse,
	);
	const isUp = await waitUntilUp(port, host, stopped);
	if (isUp) announce(port, host, data);
	await stopped;
	await Promise.all([web.stop(), pages.stop(), worker.stop()]);
	rmSync(sockets, { recursive: true, force: true });
	return isRefused ? 2 : 0;
}

/** Lets grading take what answering leaves: whoever reads or submits waits for the web, a verdict may come a moment later. */
function stepBack(pid: number | undefined): void {
	try {
		if (pid !== undefined) setPriority(pid, workerNiceness);
	} catch {
		// It is gone already, and will be started again.
	}
}

/** @returns the log @throws UsageError for a setting with which the worker would end again and again */
function checkSettings(): WorkerLog {
	try {
		readWorkerSettings();
		return openLog("serve");
	} catch (error) {
		throw new UsageError(
			error instanceof Error ? error.message : String(error),
		);
	}
}

function parsePort(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new UsageError(
			`--port: expected a number from 1 to 65535; got "${text}"`,
		);
	}
	return port;
}

/**
 * A port may still be held for a moment by the web of a `serve` that was killed; after that somebody else has it.
 * @throws UsageError then, rather than after a minute of building
 */
async function requireFreePort(port: number, host: string): Promise<void> {
	const giveUpAt = performance.now() + portPatienceMs;
	for (;;) {
		const error = await tryToListen(port, host);
		if (error === null) return;
		if (error.code !== "EADDRINUSE") {
			throw new UsageError(
				`cannot listen on port ${port} of ${host}: ${error.message}`,
			);
		}
		if (performance.now() > giveUpAt) {
			throw new UsageError(
				`port ${port} on ${host} is taken; choose another with --port`,
			);
		}
		await sleep(200);
	}
}

function tryToListen(
	port: number,
	host: string,
): Promise<NodeJS.ErrnoException | null> {
	const probe = createServer();
	return new Promise((done) => {
		probe.once("error", done);
		probe.listen(port, host, () => probe.close(() => done(null)));
	});
}

function announce(port: number, host: string, data: string): void {
	const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
	console.log(`
Chainrule is ready at ${address}
The database is in ${data}.
To make the first instructor: sign up at ${address}/sign-up, then run
  npx chainrule user role <e-mail> instructor --data ${data}
Stop with Ctrl+C.
`);
}

function waitForSignal(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
			process.once(signal, () => resolve());
	});
}

async function waitUntilUp(
	port: number,
	host: string,
	stopped: Promise<void>,
): Promise<boolean> {
	let isStopped = false;
	void stopped.then(() => {
		isStopped = true;
	});
	const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
	while (!isStopped) {
		try {
			const response = await fetch(
				`http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/readyz`,
			);
			if (response.ok) return true;
		} catch {
			// Not listening yet.
		}
		await sleep(100);
	}
	return false;
}

/** A process that is started again when it dies, at once at first, with growing pauses when it keeps dying. */
class KeptAlive {
	readonly #log: WorkerLog;
	readonly #name: string;
	readonly #start: () => ChildProcess;
	readonly #onMessage: (message: Serializable) => void;
	readonly #onRefusal: () => void;
	#process: ChildProcess;
	#isStopping = false;
	#pauseMs = firstRestartMs;

	constructor(
		log: WorkerLog,
		name: string,
		start: () => ChildProcess,
		onMessage: (message: Serializable) => void,
		onRefusal: () => void,
	) {
		this.#log = log;
		this.#name = name;
		this.#start = start;
		this.#onMessage = onMessage;
		this.#onRefusal = onRefusal;
		this.#process = this.#launch();
	}

	#launch(): ChildProcess {
		const startedAt = performance.now();
		const child = this.#start();
		child.on("message", this.#onMessage);
		child.once("exit", (code, signal) => {
			if (this.#isStopping) return;
			// It has said in its log which setting is wrong; no other try would end otherwise.
			if (code === 2) {
				this.#onRefusal();
				return;
			}
			if (performance.now() - startedAt > calmAfterMs)
				this.#pauseMs = firstRestartMs;
			this.#log.error(
				{
					process: this.#name,
					endedBy: signal ?? code,
					pauseMs: this.#pauseMs,
				},
				"a process ended; it is started again",
			);
			setTimeout(() => {
				if (!this.#isStopping) this.#process = this.#launch();
			}, this.#pauseMs);
			this.#pauseMs = Math.min(this.#pauseMs * 2, longestRestartMs);
		});
		return child;
	}

	/** Passes a message on; one that comes while the process is being started again is lost. */
	send(message: Serializable): void {
		if (this.#process.connected) this.#process.send(message, () => {});
	}

	/** Asks the process to stop, and after a while insists. */
	async stop(): Promise<void> {
		this.#isStopping = true;
		const child = this.#process;
		if (child.exitCode !== null || child.signalCode !== null) return;
		const exited = new Promise<void>((resolve) =>
			child.once("exit", () => resolve()),
		);
		child.kill("SIGTERM");
		const timer = setTimeout(() => {
			this.#log.error(
				{ process: this.#name, afterMs: stopWithinMs },
				"a process did not stop in time; it is ended",
			);
			child.kill("SIGKILL");
		}, stopWithinMs);
		await exited;
		clearTimeout(timer);
	}
}

const builtFrom = [
	"web",
	"exercises",
	"grader",
	"reference",
	"db",
	"package-lock.json",
];

/** Builds the pages unless they were built from exactly these sources. */
export async function buildIfNeeded(): Promise<void> {
	const marker = join(project, "web/.next/chainrule-sources");
	const hash = await hashSources();
	if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return;
	requireWritable(join(project, "web"));
	console.log("building the pages; this takes a minute the first time");
	const status = await new Promise<number | null>((resolve, reject) => {
		const child = spawn(process.execPath, [join(project, "web/build.ts")], {
			stdio: "inherit",
			cwd: project,
		});
		child.once("error", reject);
		child.once("exit", resolve);
	});
	if (status !== 0)
		throw new Error(`building the pages failed with status ${status}`);
	writeFileSync(marker, hash);
}

/** @throws UsageError where pages cannot be built, e.g. in a container's image */
export function requireWritable(folder: string): void {
	try {
		accessSync(folder, constants.W_OK);
	} catch {
		throw new UsageError(
			`the pages in ${folder} were not built from these sources, and this user cannot write there; run \`npm run build\` as the user who installed Chainrule`,
		);
	}
}

/** Tells whether a file may change the built pages; what builds write and the bundles, which the database serves, do not. */
export function isBuiltIntoPages(path: string): boolean {
	return !/^web\/(\.next|public\/monaco)\/|next-env\.d\.ts$|^exercises\/(?!authoring\/)[^/]+\//.test(
		path,
	);
}

async function hashSources(): Promise<string> {
	const hash = createHash("sha256");
	for (const name of builtFrom) {
		const entries = name.includes(".")
			? [name]
			: (
					await readdir(join(project, name), {
						recursive: true,
						withFileTypes: true,
					})
				)
					.filter((entry) => entry.isFile())
					.map((entry) =>
						join(entry.parentPath, entry.name).slice(project.length + 1),
					);
		for (const entry of entries.sort()) {
			if (!isBuiltIntoPages(entry)) continue;
			hash
				.update(entry)
				.update("\0")
				.update(readFileSync(join(project, entry)))
				.update("\0");
		}
	}
	return hash.digest("hex");
}
