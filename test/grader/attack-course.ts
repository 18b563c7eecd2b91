/**
 * A course for hostile submissions: a temporary SQLite database with one published exercise, and a real worker process
 * that takes jobs from its queue. Submissions come from a student each, so that no two share a history.
 */
import { type ChildProcess, spawn } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase, openStore } from "../../db/open-store.ts";
import { secrets } from "../../db/schema.ts";
import type { Store } from "../../db/store.ts";
import type { Bundle } from "../../exercises/bundle.ts";
import { builtInFolder, readBundle } from "../../grader/bundles/read-bundle.ts";
import type { GradableVersion, Grader } from "../../grader/grader.ts";
import { prepareBundle } from "../../grader/proving/prove.ts";
import { receiptOf } from "../../grader/receipt.ts";
import type { Verdict } from "../../grader/verdict.ts";
import { addUser } from "../db/temporary-store.ts";

const project = resolve(import.meta.dirname, "../..");

/** A shorter CPU clock than any exercise's own, so that waiting for it takes no minute. */
export const shortCpuMs = 100;

/** nonlinear-backward with the short clock; `change` may alter the bundle before it is compiled. */
export async function prepareAttacked(
	grader: Grader,
	change: (bundle: Bundle) => void = () => undefined,
) {
	const bundle = await readBundle(join(builtInFolder, "nonlinear-backward"));
	bundle.exercise.limits.cpuMs = shortCpuMs;
	change(bundle);
	const prepared = await prepareBundle(grader, bundle);
	return { bundle, prepared, version: prepared.version };
}

export class AttackCourse {
	readonly version: GradableVersion;
	readonly solution: string;
	readonly #slug: string;
	readonly #folder: string;
	readonly #store: Store;
	readonly #database: ReturnType<typeof openDatabase>;
	readonly #worker: ChildProcess;
	readonly #exited: Promise<number | null>;
	/** Every process the worker was seen to have started, with its start time, which makes the number unique. */
	readonly #seen = new Map<number, string>();
	#log = "";
	#closing: ReturnType<AttackCourse["close"]> | null = null;
	#students = 0;
	#reference: Omit<Verdict, "receipt"> | null = null;

	private constructor(
		attacked: Awaited<ReturnType<typeof prepareAttacked>>,
		folder: string,
		store: Store,
		lanes: number,
	) {
		const { bundle, version } = attacked;
		this.version = version;
		this.solution = bundle.solution;
		this.#slug = bundle.exercise.slug;
		this.#folder = folder;
		this.#store = store;
		this.#database = openDatabase(join(folder, "data/chainrule.sqlite"));
		this.#worker = spawn(
			process.execPath,
			[join(project, "grader/worker/main.ts")],
			{
				cwd: project,
				stdio: ["ignore", "pipe", "pipe"],
				env: {
					PATH: process.env.PATH,
					CHAINRULE_DATA: join(folder, "data"),
					CHAINRULE_GRADERS: String(lanes),
					CHAINRULE_LOG: "trace",
					TMPDIR: join(folder, "tmp"),
				} as unknown as NodeJS.ProcessEnv, // Next asks every environment for a NODE_ENV
			},
		);
		for (const stream of [this.#worker.stdout, this.#worker.stderr])
			stream?.on("data", (data: Buffer) => {
				this.#log += data.toString();
			});
		this.#exited = new Promise((done) =>
			this.#worker.once("exit", (code) => done(code)),
		);
	}

	/** @param lanes submissions that are graded at the same time */
	static async open(
		attacked: Awaited<ReturnType<typeof prepareAttacked>>,
		lanes: number,
	): Promise<AttackCourse> {
		const folder = mkdtempSync(join(tmpdir(), "chainrule-attacks-"));
		mkdirSync(join(folder, "data"));
		mkdirSync(join(folder, "tmp"));
		const store = openStore({ file: join(folder, "data/chainrule.sqlite") });
		// The same hidden inputs in every run of the tests.
		const database = openDatabase(join(folder, "data/chainrule.sqlite"));
		database.insert(secrets).values({ name: "seeds", value: "fixed" }).run();
		database.$client.close();
		const { bundle, prepared } = attacked;
		const { exercise, statement, starter } = bundle;
		await store.publishVersion(
			{
				version: prepared.version.version,
				slug: exercise.slug,
				exercise,
				statement,
				starter,
				publicPart: prepared.publicPart,
				publishedAt: 1,
			},
			{
				script: prepared.compiled.script,
				proofs: JSON.stringify(prepared.version.proofs),
			},
		);
		return new AttackCourse(attacked, folder, store, lanes);
	}

	get workerPid(): number {
		return this.#worker.pid ?? 0;
	}

	/** All that the worker has printed. */
	get log(): string {
		return this.#log;
	}

	/** False once the worker has ended. */
	get isAlive(): boolean {
		return this.#worker.exitCode === null && this.#worker.signalCode === null;
	}

	/** Files that the worker and its children have left in their temporary folder. */
	leftFiles(): string[] {
		return readdirSync(join(this.#folder, "tmp"));
	}

	/**
	 * Submits as a new student and waits for the verdict; whose name it is decides the hidden inputs.
	 * @throws Error when no verdict comes within `withinMs`
	 */
	async submit(
		source: string,
		userId = `student-${this.#students}`,
		withinMs = 60_000,
	): Promise<Verdict> {
		this.#students++;
		addUser(this.#database, userId);
		const { submission } = await this.#store.createSubmission({
			userId,
			slug: this.#slug,
			language: "typescript",
			source,
			now: Date.now(),
		});
		const deadline = performance.now() + withinMs;
		while (performance.now() < deadline) {
			const found = await this.#store.findSubmission(submission.submissionId);
			if (found?.verdict) return found.verdict;
			this.#noteProcesses();
			await sleep(15);
		}
		throw new Error(`no verdict within ${withinMs} ms`);
	}

	/**
	 * Submits the solution as a new student. Two accepted verdicts differ in seed and measurements only.
	 * @returns the verdict, and the receipt it must have by what the first such verdict says
	 */
	async submitControl(): Promise<{ verdict: Verdict; receipt: string }> {
		const verdict = await this.submit(this.solution);
		const { receipt: _receipt, ...first } = verdict;
		this.#reference ??= first;
		const receipt = receiptOf(
			{ ...this.#reference, seed: verdict.seed },
			this.solution,
		);
		return { verdict, receipt };
	}

	/** Jobs still queued or running, and verdicts ever stored. */
	async count(): Promise<{ open: number; stored: number; submitted: number }> {
		const { queued, running } = await this.#store.countQueue();
		const stored = Object.values(await this.#store.countVerdicts()).reduce(
			(sum, count) => sum + count,
			0,
		);
		return { open: queued + running, stored, submitted: this.#students };
	}

	/** Children of the worker at this moment that run the sandbox's program; another one is esbuild's. */
	countChildren(): number {
		this.#noteProcesses();
		return [...this.#seen].filter(
			([pid, startedAt]) => startOf(pid) === startedAt && isSandboxChild(pid),
		).length;
	}

	#noteProcesses(): void {
		const { pid } = this.#worker;
		const path = `/proc/${pid}/task/${pid}/children`;
		let text = "";
		try {
			text = readFileSync(path, "latin1");
		} catch {
			return; // the worker has ended
		}
		for (const child of text.split(" ").filter(Boolean).map(Number)) {
			const startedAt = startOf(child);
			if (startedAt !== null) this.#seen.set(child, startedAt);
		}
	}

	/** Stops the worker and removes the database. @returns its exit code, and its children that outlived it */
	close(): Promise<{ code: number | null; survivors: number[] }> {
		this.#closing ??= this.#closeNow();
		return this.#closing;
	}

	async #closeNow(): Promise<{ code: number | null; survivors: number[] }> {
		this.#noteProcesses();
		this.#worker.kill("SIGTERM");
		const code = await this.#exited;
		const survivors = [...this.#seen].flatMap(([pid, startedAt]) =>
			startOf(pid) === startedAt ? [pid] : [],
		);
		this.#database.$client.close();
		await this.#store.close();
		rmSync(this.#folder, { recursive: true, force: true });
		return { code, survivors };
	}
}

function isSandboxChild(pid: number): boolean {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(
			"sandbox-child-",
		);
	} catch {
		return false; // it has just ended
	}
}

/** When a process began, in the kernel's own ticks; null when there is none or only its exit status is left. */
function startOf(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return fields[0] === "Z" ? null : (fields[19] ?? null);
	} catch {
		return null;
	}
}
