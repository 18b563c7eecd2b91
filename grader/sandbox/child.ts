/**
 * Theory of operation. This process runs hostile programs and holds no secret. Its parent starts it with an empty
 * environment and talks to it by pipes only: jobs come in on stdin, one JSON line each; reports go out on descriptor 3.
 * There are two kinds, in processes of their own: a student child runs submissions ("run" jobs), an author child plans
 * and judges ("author" jobs) and runs an author's solutions and wrong versions. Student code lives in isolates that are
 * made for it and thrown away; only strings leave them. The parent keeps the clock: it knows from "begin" what is running,
 * reads this process's CPU time and memory from the kernel, and kills it when a call overstays. So this file needs no
 * trick to survive: dying is a result, and the last "begin" says whose.
 *
 * While nobody asks for anything it prepares isolates for the next job: the harness evaluated, nothing of a student's yet.
 * An author's scripts go on answering in one context, where V8's compilers make them fast; proving tries whether an
 * exercise answers the same in a context of its own, and built-ins are frozen there.
 *
 * This is the only file that imports isolated-vm.
 */
import ivm from "isolated-vm";
import type { HarnessOutcome } from "../harness/outcome.ts";
import type {
	AuthorJob,
	AuthorMaterial,
	CallGroup,
	ProgramMaterial,
	RunJob,
} from "./messages.ts";
import { cpuTimeMs, report, reportText, serveJobs } from "./serve-jobs.ts";

/** The first line on stdin. */
interface Start {
	/** The script that prepares every isolate for student code. */
	harness: string;
	/** How many isolates to make ready at once, and with how much memory: what the first submission will likely want. */
	isolates: number;
	heapMib: number;
}

const studentFile = "submission.ts";
/** Versions whose scripts an author child keeps compiled. */
const keptVersions = 12;
/** Answers after which an author's isolate is made anew. */
const maxUses = 5_000;

let harnessText = "";
let harnessCache: ivm.ExternalCopy<ArrayBuffer> | undefined;

/** An isolate in which only the harness has run. */
interface Prepared {
	isolate: ivm.Isolate;
	context: ivm.Context;
	heapMib: number;
	load: ivm.Reference<(module: unknown, budget: number) => string>;
	call: ivm.Reference<(callsText: string) => string>;
}

const prepared: Prepared[] = [];

function prepare(heapMib: number): Prepared {
	const isolate = new ivm.Isolate({ memoryLimit: heapMib });
	const context = isolate.createContextSync();
	// The cache is V8's bytecode of our own script, made in this process.
	const script: ivm.Script = isolate.compileScriptSync(harnessText, {
		filename: "harness.js",
		...(harnessCache
			? { cachedData: harnessCache }
			: { produceCachedData: true }),
	});
	harnessCache ??= (script as ivm.CachedDataResult).cachedData; // its types do not say that a script has it
	script.runSync(context);
	const api = context.global.getSync("chainruleHarness", { reference: true });
	const load = api.getSync("load", { reference: true });
	const call = api.getSync("call", { reference: true });
	context.global.deleteSync("chainruleHarness");
	return { isolate, context, heapMib, load, call };
}

function takePrepared(heapMib: number): Prepared {
	for (let next = prepared.pop(); next; next = prepared.pop()) {
		if (next.heapMib === heapMib && !next.isolate.isDisposed) return next;
		if (!next.isolate.isDisposed) next.isolate.dispose();
	}
	return prepare(heapMib);
}

/** An isolate with the student's module loaded; `outcome` is set when loading went wrong. */
interface Loaded extends Prepared {
	outcome: string;
}

const timeoutOf = (job: { wallMs: number | null }) =>
	job.wallMs === null ? {} : { timeout: job.wallMs };

function loadModule(job: RunJob, code: string): Loaded {
	const ready = takePrepared(job.heapMib);
	const script = compile(ready.isolate, code);
	const module: ivm.Reference = script.runSync(ready.context, {
		...timeoutOf(job),
		reference: true,
	});
	const outcome: unknown = ready.load.applySync(
		undefined,
		[module.derefInto(), job.moduleBudget],
		timeoutOf(job),
	);
	return { ...ready, outcome: typeof outcome === "string" ? outcome : "" };
}

/** V8 refuses the text. A class of our own: what a student throws may be a SyntaxError too, with a message of theirs. */
class CompileError extends Error {}

function compile(isolate: ivm.Isolate, code: string): ivm.Script {
	try {
		return isolate.compileScriptSync(code, { filename: studentFile });
	} catch (error) {
		// Not by its message, which quotes the student's text: /memory limit(/ is a malformed pattern.
		if (isolate.isDisposed) throw error;
		const message = error instanceof Error ? error.message : String(error);
		throw new CompileError(message, { cause: error });
	}
}

/** Which of our limits ended the isolate; null when the message is of another kind. */
function limitOf(error: unknown): "time_limit" | "memory_limit" | null {
	const message = error instanceof Error ? error.message : "";
	if (/memory limit|array buffer allocation failed/i.test(message))
		return "memory_limit";
	if (/Isolate was disposed/i.test(message)) return "memory_limit";
	return /timed out/i.test(message) ? "time_limit" : null;
}

/**
 * What isolated-vm throws at the end of a call in which a promise was rejected and nobody handled it. Its message may be the
 * student's own; it only decides between two failures.
 */
function outcomeOfRejection(error: unknown): HarnessOutcome {
	const message = error instanceof Error ? error.message : "";
	const counted = /^counted budget used up at line (\d{1,6})$/.exec(message);
	if (counted) return { kind: "time_limit", line: Number(counted[1]) };
	return {
		kind: "error",
		name: "Error",
		message: "a promise was rejected and nothing handled it",
		stack: "",
	};
}

/** What the parser let pass and V8 refuses, e.g. a malformed regular expression; the place is one in the transformed text. */
function reportCompileError(error: CompileError): void {
	// No `\s*` in front: V8 quotes the student's text, and on a long row of spaces that would take minutes.
	const place = /\[submission\.ts:(\d{1,6}):(\d{1,6})\]$/.exec(error.message);
	const message = error.message
		.slice(0, place?.index ?? error.message.length)
		.trimEnd()
		.slice(0, 1000);
	const [line, column] = place ? [Number(place[1]), Number(place[2])] : [1, 1];
	report({ type: "compile_error", message, line, column });
}

interface RunState {
	fatalsLeft: number;
	isClean: boolean;
	heapMib: number;
	/** Set when calls made at a stretch were not to be told apart: the parent asks again. */
	isOver: boolean;
	/** Whether every call so far returned or threw. */
	isFinished: boolean;
}

/** Makes one group's calls in one fresh isolate after another. @param first index of the group's first call */
function runGroup(
	job: RunJob,
	material: ProgramMaterial,
	{ calls, isShown }: CallGroup,
	first: number,
	state: RunState,
): void {
	let loaded: Loaded | null = null;
	const drop = () => {
		if (loaded && !loaded.isolate.isDisposed) {
			// The verdict shows the figure: hidden calls could hold as much memory as their inputs say.
			if (isShown) {
				const { used_heap_size } = loaded.isolate.getHeapStatisticsSync();
				state.heapMib = Math.max(state.heapMib, used_heap_size / 2 ** 20);
			}
			loaded.isolate.dispose();
		}
		loaded = null;
	};
	for (let at = 0; at < calls.length && !state.isOver; ) {
		if (state.fatalsLeft <= 0) break;
		const index = first + at;
		report({ type: "begin", index });
		try {
			loaded ??= loadModule(job, material.code);
			const asked = calls.slice(at, job.isAtAStretch ? undefined : at + 1);
			const texts = asked.map((place) => material.calls[place] ?? "");
			const text = outcomesOf(loaded, texts, isShown, job);
			const outcomes = JSON.parse(text) as HarnessOutcome[]; // the parent checks them against the schema
			if (outcomes.length === 0)
				throw new TypeError("the harness returned no outcome");
			reportText(`{"type":"ends","index":${index},"outcomes":${text}}`);
			at += outcomes.length;
			if (settle(outcomes, state)) drop();
		} catch (error) {
			state.isClean = false;
			state.isFinished = false;
			const limit = limitOf(error);
			if (error instanceof CompileError) {
				reportCompileError(error);
				state.isOver = true;
			} else if (job.isAtAStretch) {
				report({ type: "unattributed", isLimit: limit !== null });
				state.isOver = true;
			} else if (limit === null) {
				const outcome = outcomeOfRejection(error);
				report({ type: "ends", index, outcomes: [outcome] });
				settle([outcome], state);
			} else {
				report({ type: "fatal", index, limit });
				state.fatalsLeft--;
			}
			at++;
			drop();
		}
	}
	drop();
}

/** @returns true when the isolate is not to be used again */
function settle(outcomes: readonly HarnessOutcome[], state: RunState): boolean {
	let isSpent = false;
	for (const { kind } of outcomes) {
		if (kind !== "value" && kind !== "error") state.isFinished = false;
		if (kind === "time_limit" || kind === "output_limit") state.isClean = false;
		if (kind !== "time_limit") continue;
		state.fatalsLeft--;
		isSpent = true;
	}
	return isSpent;
}

/** @param texts the calls, each as the JSON that the harness reads */
function outcomesOf(
	loaded: Loaded,
	texts: readonly string[],
	withConsole: boolean,
	job: RunJob,
): string {
	// A module that did not load gives every call the same outcome.
	if (loaded.outcome !== "") return `[${loaded.outcome}]`;
	const { outputBytes } = job;
	const text: unknown = loaded.call.applySync(
		undefined,
		[
			`{"outputBytes":${outputBytes},"withConsole":${withConsole},"calls":[${texts.join(",")}]}`,
		],
		timeoutOf(job),
	);
	if (typeof text !== "string")
		throw new TypeError("the harness returned no text");
	return text;
}

/** What was sent last; the next job of the same submission does not bring it again. */
let known: { program: string; material: ProgramMaterial } | null = null;

function run(job: RunJob): void {
	const startedMs = cpuTimeMs();
	const state: RunState = {
		fatalsLeft: job.fatalsLeft,
		isClean: true,
		heapMib: 0,
		isOver: false,
		isFinished: true,
	};
	if (job.material !== null)
		known = { program: job.program, material: job.material };
	let isAgain = job.again.length === 0;
	if (known?.program === job.program) {
		let first = 0;
		for (const group of job.groups) {
			if (!state.isOver && group.calls.length > 0)
				runGroup(job, known.material, group, first, state);
			first += group.calls.length;
		}
		if (!isAgain && state.isFinished) {
			const again = { calls: job.again, isShown: false };
			runGroup(job, known.material, again, first, state);
			isAgain = true;
		}
	} else report({ type: "unknown_material" });
	const { isClean, heapMib } = state;
	report({ type: "done", isClean, heapMib, cpuMs: cpuTimeMs() - startedMs });
	// Otherwise another job of the same submission comes at once, and would have to wait.
	while (isClean && isAgain && prepared.length < job.isolatesAfter)
		prepared.push(prepare(job.heapMib));
}

/** Before an author's scripts: no built-in can be changed by what they, or a student's values in them, do. */
const freezeBuiltIns = `
for (const name of Object.getOwnPropertyNames(globalThis)) {
	const value = globalThis[name];
	if (name === "globalThis" || value === null || !/^(?:object|function)$/.test(typeof value)) continue;
	Object.freeze(value);
	if (typeof value === "function" && value.prototype) Object.freeze(value.prototype);
}
const hidden = [[][Symbol.iterator](), new Map().entries(), new Set().values(), ""[Symbol.iterator](), function* () {}, async () => 0];
for (const value of hidden)
	for (let at = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) Object.freeze(at);
`;

/** One version's scripts, compiled, and the context in which they answer. */
class AuthorIsolate {
	readonly #isolate: ivm.Isolate;
	readonly #scripts: ivm.Script[];
	#context: ivm.Context | null = null;
	#uses = 0;

	constructor({ scripts, heapMib }: AuthorMaterial) {
		this.#isolate = new ivm.Isolate({ memoryLimit: heapMib });
		this.#scripts = [`{${freezeBuiltIns}}`, ...scripts].map((text) =>
			this.#isolate.compileScriptSync(text),
		);
	}

	get isWorn(): boolean {
		return this.#isolate.isDisposed || this.#uses >= maxUses;
	}

	get heapMib(): number {
		if (this.#isolate.isDisposed) return 0;
		return this.#isolate.getHeapStatisticsSync().used_heap_size / 2 ** 20;
	}

	answer({ isFresh, operation, input, wallMs }: AuthorJob): string {
		this.#uses++;
		if (isFresh || this.#context === null) {
			this.#context?.release();
			this.#context = this.#isolate.createContextSync();
			for (const script of this.#scripts)
				script.runSync(this.#context, { timeout: wallMs });
		}
		const asked = this.#context.global.getSync(operation, { reference: true });
		return String(
			asked.applySync(undefined, [input], { timeout: wallMs }) as unknown,
		);
	}

	dispose(): void {
		if (!this.#isolate.isDisposed) this.#isolate.dispose();
	}
}

/** The most recently used last. */
const authorIsolates = new Map<string, AuthorIsolate>();
const materials = new Map<string, AuthorMaterial>();

function findAuthorIsolate(job: AuthorJob): AuthorIsolate | null {
	const material = job.material ?? materials.get(job.version);
	if (!material) return null;
	let found = authorIsolates.get(job.version);
	authorIsolates.delete(job.version);
	if (found?.isWorn) {
		found.dispose();
		found = undefined;
	}
	found ??= new AuthorIsolate(material);
	authorIsolates.set(job.version, found);
	materials.set(job.version, material);
	for (const [version, isolate] of authorIsolates) {
		if (authorIsolates.size <= keptVersions) break;
		isolate.dispose();
		authorIsolates.delete(version);
		materials.delete(version);
	}
	return found;
}

function answer(job: AuthorJob): void {
	const startedMs = cpuTimeMs();
	let isolate: AuthorIsolate | null = null;
	let isClean = true;
	try {
		report({ type: "begin", index: 0 });
		isolate = findAuthorIsolate(job);
		if (isolate) report({ type: "answer", text: isolate.answer(job) });
		else report({ type: "unknown_material" });
	} catch (error) {
		isClean = false;
		const limit = limitOf(error);
		const message =
			error instanceof Error
				? `${error.name}: ${error.message}`
				: String(error);
		report({ type: "failed", message: (limit ?? message).slice(0, 4000) });
	}
	const cpuMs = cpuTimeMs() - startedMs;
	report({ type: "done", isClean, heapMib: isolate?.heapMib ?? 0, cpuMs });
}

/** The first use of any code costs several times the next: no submission shall pay for it. */
function practise(heapMib: number): void {
	const job: RunJob = {
		type: "run",
		program: "",
		material: null,
		groups: [],
		again: [],
		isolatesAfter: 0,
		isAtAStretch: true,
		heapMib,
		outputBytes: 1_000,
		moduleBudget: 10,
		wallMs: 10_000,
		fatalsLeft: 1,
	};
	const call = `{"name":"f","args":[1,[2]],"budget":10,"seed":""}`;
	const loaded = loadModule(
		job,
		"(($tick)=>({__proto__:null,f:(x)=>({x,y:[x]})}))",
	);
	JSON.parse(outcomesOf(loaded, [call, call], true, job));
	loaded.isolate.dispose();
}

if (!process.execArgv.includes("--no-node-snapshot")) {
	throw new Error(
		"isolated-vm needs node --no-node-snapshot; refusing to start without it",
	);
}
serveJobs<Start, RunJob | AuthorJob>(({ harness, isolates, heapMib }) => {
	harnessText = harness;
	if (isolates > 0) practise(heapMib);
	while (prepared.length < isolates) prepared.push(prepare(heapMib));
	return (job) => (job.type === "run" ? run(job) : answer(job));
});
