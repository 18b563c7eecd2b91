/** The parent's side of the raw limit: builds the bare child, starts it, hands it jobs. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { build } from "esbuild";
import type { Wire } from "../../../grader/harness/wire.ts";
import type { PlannedCall } from "../../../grader/judging/plan.ts";
import { minimalBudget } from "../../../grader/sandbox/run-calls.ts";

const room = import.meta.dirname;
const cache = join(room, "../../../node_modules/.cache/chainrule");

/** V8's flags of a student child; `test/bench/bench.test.ts` compares them with those of a real one. */
export const v8Flags = ["--no-node-snapshot", "--jitless", "--single-threaded"];

/** As a student child's, so that neither has less to set up. */
const emptyEnvironment = { TZ: "UTC" } as unknown as NodeJS.ProcessEnv; // Next asks every environment for a NODE_ENV

/** One submission as the bare process takes it. */
export interface RawJob {
	/** What goes through the pipe: three lines. */
	text: string;
	calls: number;
}

/** Lays out a submission for the bare process; done ahead of the measurement. */
export function toRawJob(
	source: string,
	calls: readonly PlannedCall[],
	budgets: Readonly<Record<string, number>>,
): RawJob {
	const textOf = (isVisible: boolean) => {
		const group = calls.filter((call) => call.isVisible === isVisible);
		if (group.length === 0) return "";
		return JSON.stringify(
			group.map((call) => ({
				name: call.name,
				args: call.args.map(toPlain),
				...(call.apply
					? { apply: call.apply.map((list) => list.map(toPlain)) }
					: {}),
				budget: Math.max(minimalBudget, budgets[call.id] ?? 0),
			})),
		);
	};
	return {
		text: `${JSON.stringify(source)}\n${textOf(true)}\n${textOf(false)}\n`,
		calls: calls.length,
	};
}

/** Plain JSON, except for what JSON lacks. */
function toPlain(wire: Wire): unknown {
	if (typeof wire !== "object" || wire === null) return wire;
	if (Array.isArray(wire)) return wire.map(toPlain);
	if (!("o" in wire)) return wire;
	return Object.fromEntries(wire.o.map(([key, item]) => [key, toPlain(item)]));
}

/** True when some argument cannot be plain JSON, so that the bare process must decode. */
export function needsDecoder(calls: readonly PlannedCall[]): boolean {
	const isSpecial = (wire: Wire): boolean => {
		if (typeof wire !== "object" || wire === null) return false;
		if (Array.isArray(wire)) return wire.some(isSpecial);
		return !("o" in wire) || wire.o.some(([, item]) => isSpecial(item));
	};
	return calls.some(
		(call) =>
			call.args.some(isSpecial) ||
			(call.apply?.some((list) => list.some(isSpecial)) ?? false),
	);
}

interface RawProgram {
	file: string;
	decoder: string;
}

let program: Promise<RawProgram> | null = null;

async function buildProgram(): Promise<RawProgram> {
	const [child, decoder] = await Promise.all([
		build({
			entryPoints: [join(room, "child.ts")],
			bundle: true,
			write: false,
			format: "cjs",
			platform: "node",
			target: "node24",
			external: ["isolated-vm"],
			logLevel: "silent",
		}),
		build({
			entryPoints: [join(room, "decoder.ts")],
			bundle: true,
			write: false,
			format: "iife",
			globalName: "decoding",
			platform: "neutral",
			target: "es2024",
			logLevel: "silent",
		}),
	]);
	const text = child.outputFiles[0]?.text ?? "";
	const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
	mkdirSync(cache, { recursive: true });
	const file = join(realpathSync(cache), `bench-raw-${hash}.cjs`);
	if (!existsSync(file)) writeFileSync(file, text);
	return {
		file,
		decoder: `${decoder.outputFiles[0]?.text ?? ""}const { decode } = decoding;`,
	};
}

/** A long-lived bare process; it does one job at a time. */
export class RawLimit {
	readonly #child: ChildProcessByStdio<Writable, Readable, null>;
	#received = "";
	#resolve: ((line: string) => void) | null = null;
	#reject: ((error: Error) => void) | null = null;

	private constructor(
		flags: readonly string[],
		file: string,
		heapMib: number,
		decoder: string,
	) {
		this.#child = spawn(
			process.execPath,
			[
				...flags,
				file,
				String(heapMib),
				Buffer.from(decoder).toString("base64"),
			],
			{ stdio: ["pipe", "pipe", "inherit"], env: emptyEnvironment, cwd: "/" },
		);
		this.#child.stdout.setEncoding("utf8");
		this.#child.stdout.on("data", (text: string) => {
			this.#received += text;
			if (!text.endsWith("\n")) return;
			const line = this.#received;
			this.#received = "";
			this.#resolve?.(line);
		});
		this.#child.once("exit", (code) =>
			this.#reject?.(new Error(`the bare process ended with ${code}`)),
		);
	}

	/** Starts one and waits until it takes jobs. */
	static async start({
		heapMib,
		withDecoder,
		withCompilers = false,
	}: {
		heapMib: number;
		withDecoder: boolean;
		withCompilers?: boolean;
	}): Promise<RawLimit> {
		program ??= buildProgram();
		const { file, decoder } = await program;
		const raw = new RawLimit(
			withCompilers ? v8Flags.filter((flag) => flag !== "--jitless") : v8Flags,
			file,
			heapMib,
			withDecoder ? decoder : "",
		);
		await raw.#next();
		return raw;
	}

	get pid(): number {
		return this.#child.pid ?? 0;
	}

	/** @returns the results as text, unread */
	run(job: RawJob): Promise<string> {
		this.#child.stdin.write(job.text);
		return this.#next();
	}

	#next(): Promise<string> {
		return new Promise((resolve, reject) => {
			this.#resolve = resolve;
			this.#reject = reject;
		});
	}

	close(): Promise<void> {
		this.#reject = null;
		const exited = new Promise<void>((done) =>
			this.#child.once("exit", () => done()),
		);
		this.#child.stdin.end();
		return exited;
	}
}
