/**
 * Theory of operation. This process runs hostile programs and holds no secret. Its parent starts it with an empty
 * environment and talks to it by pipes only: jobs come in on stdin, one JSON line each; reports go out on descriptor 3.
 * There are two kinds, in processes of their own: a student child runs submissions ("run" jobs), an author child plans
 * and judges ("author" jobs) and runs an author's solutions and wrong versions. Student code lives in isolates that are
 * made for it and thrown away; only strings leave them. The parent keeps the clock: it knows from "begin" and "end"
 * which call is running, reads this process's CPU time and memory from the kernel, and kills it when a call overstays.
 * So this file needs no trick to survive: dying is a result, and the last "begin" says whose.
 *
 * This is the only file that imports isolated-vm.
 */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import ivm from "isolated-vm";
import type { HarnessCall } from "../harness/harness.ts";
import type { HarnessOutcome } from "../harness/outcome.ts";
import { TransformError } from "../transform/syntax.ts";
import { type Transformed, transform } from "../transform/transform.ts";
import type { AuthorJob, CallJob, Job, Report, RunJob } from "./messages.ts";
import { toLine } from "./to-line.ts";

/** The first line on stdin: the script that prepares every isolate for student code. */
interface Start {
	harness: string;
}

const studentFile = "submission.ts";

function report(message: Report): void {
	const text = Buffer.from(toLine(message));
	for (let written = 0; written < text.length; )
		written += writeSync(3, text, written);
}

/** An isolate with the student's module loaded; `outcome` is set when loading went wrong. */
interface Loaded {
	isolate: ivm.Isolate;
	call: ivm.Reference<(callText: string) => string>;
	outcome: string;
}

function loadModule(job: RunJob, code: string, harness: string): Loaded {
	const isolate = new ivm.Isolate({ memoryLimit: job.heapMib });
	const context = isolate.createContextSync();
	context.evalSync(harness, { filename: "harness.js" });
	const api = context.global.getSync("chainruleHarness", { reference: true });
	const load = api.getSync("load", { reference: true });
	const call = api.getSync("call", { reference: true });
	context.global.deleteSync("chainruleHarness");
	const script = compile(isolate, code);
	const module: ivm.Reference = script.runSync(context, {
		timeout: job.wallMs,
		reference: true,
	});
	const outcome: unknown = load.applySync(
		undefined,
		[module.derefInto(), job.moduleBudget],
		{ timeout: job.wallMs },
	);
	return { isolate, call, outcome: typeof outcome === "string" ? outcome : "" };
}

/** V8 refuses the text. A class of our own: what a student throws may be a SyntaxError too, with a message of theirs. */
class CompileError extends Error {}

function compile(isolate: ivm.Isolate, code: string): ivm.Script {
	try {
		return isolate.compileScriptSync(code, { filename: studentFile });
	} catch (error) {
		if (limitOf(error) !== null) throw error;
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

/** The student's own line and column of the first frame in their file; empty when there is none. */
function positionIn(
	outcome: HarnessOutcome,
	transformed: Transformed,
): number[] {
	if (outcome.kind === "time_limit") return [outcome.line];
	if (outcome.kind !== "error") return [];
	// A student may write anything into `stack`: the map keeps every position inside the source.
	const frame = /^ +at .*submission\.ts:(\d{1,6}):(\d{1,6})/m.exec(
		outcome.stack,
	);
	if (!frame) return [];
	const { line, column } = originalOf(frame, transformed);
	return [line, column];
}

function originalOf(match: RegExpExecArray, transformed: Transformed) {
	return transformed.positions.original({
		line: Number(match[1]),
		column: Number(match[2]),
	});
}

/** What the parser let pass and V8 refuses, e.g. a malformed regular expression. */
function reportCompileError(
	error: CompileError,
	transformed: Transformed,
): void {
	const place = /\s*\[submission\.ts:(\d{1,6}):(\d{1,6})\]$/.exec(
		error.message,
	);
	const message = error.message
		.slice(0, place?.index ?? error.message.length)
		.slice(0, 1000);
	const { line, column } = place
		? originalOf(place, transformed)
		: { line: 1, column: 1 };
	report({ type: "compile_error", message, line, column });
}

function isAnomaly(outcome: HarnessOutcome): boolean {
	return outcome.kind === "time_limit" || outcome.kind === "output_limit";
}

/** Runs one group of calls in one fresh isolate after another. @returns false when the job is over */
function runGroup(
	job: RunJob,
	group: { call: CallJob; index: number }[],
	transformed: Transformed,
	harness: string,
	state: { fatalsLeft: number; isClean: boolean; heapMib: number },
): void {
	let loaded: Loaded | null = null;
	const drop = () => {
		if (loaded && !loaded.isolate.isDisposed) loaded.isolate.dispose();
		loaded = null;
	};
	for (const { call, index } of group) {
		if (state.fatalsLeft <= 0) break;
		const finish = (outcome: HarnessOutcome) => {
			const position = positionIn(outcome, transformed);
			report({ type: "end", index, outcome, position });
			if (isAnomaly(outcome)) state.isClean = false;
			if (outcome.kind !== "time_limit") return;
			state.fatalsLeft--;
			drop();
		};
		report({ type: "begin", index });
		try {
			loaded ??= loadModule(job, transformed.code, harness);
			let text = loaded.outcome;
			if (text === "") text = makeCall(loaded, call, job);
			finish(JSON.parse(text) as HarnessOutcome); // the parent checks it against the schema
		} catch (error) {
			state.isClean = false;
			const limit = limitOf(error);
			if (error instanceof CompileError) {
				reportCompileError(error, transformed);
				state.fatalsLeft = 0;
			} else if (limit === null) {
				finish(outcomeOfRejection(error));
			} else {
				report({ type: "fatal", index, limit });
				state.fatalsLeft--;
			}
			drop();
		}
	}
	if (loaded) {
		const { isolate } = loaded as Loaded; // assigned inside the loop, which the compiler does not follow
		if (!isolate.isDisposed) {
			state.heapMib = Math.max(
				state.heapMib,
				isolate.getHeapStatisticsSync().used_heap_size / 2 ** 20,
			);
		}
	}
	drop();
}

function makeCall(loaded: Loaded, call: CallJob, job: RunJob): string {
	const asked: HarnessCall = {
		id: call.id,
		name: call.name,
		args: call.args,
		budget: call.budget,
		seed: call.seed,
		outputBytes: job.outputBytes,
		withConsole: call.isVisible && job.pass === 1,
		...(call.apply === undefined ? {} : { apply: call.apply }),
	};
	const text: unknown = loaded.call.applySync(
		undefined,
		[JSON.stringify(asked)],
		{ timeout: job.wallMs },
	);
	if (typeof text !== "string")
		throw new TypeError("the harness returned no text");
	return text;
}

let lastTransformed: { source: string; result: Transformed } | null = null;

/** The second pass, and the chunks of a proof, bring the same source again. */
function transformOnce(source: string): Transformed {
	if (lastTransformed?.source !== source) {
		lastTransformed = { source, result: transform(source) };
	}
	return lastTransformed.result;
}

function run(job: RunJob, harness: string): void {
	const startedUs = process.cpuUsage();
	let transformed: Transformed;
	try {
		transformed = transformOnce(job.source);
	} catch (error) {
		if (!(error instanceof TransformError)) throw error;
		const { line, column } = error;
		report({
			type: "compile_error",
			message: error.message.slice(0, 1000),
			line,
			column,
		});
		report({ type: "done", isClean: false, heapMib: 0, cpuMs: 0 });
		return;
	}
	const state = { fatalsLeft: job.fatalsLeft, isClean: true, heapMib: 0 };
	const calls = job.calls.map((call, index) => ({ call, index }));
	if (job.pass === 1) {
		// Visible calls never share an isolate with hidden ones: nothing remembered from a hidden call can be shown.
		const isVisible = ({ call }: { call: CallJob }) => call.isVisible;
		runGroup(job, calls.filter(isVisible), transformed, harness, state);
		runGroup(
			job,
			calls.filter((entry) => !isVisible(entry)),
			transformed,
			harness,
			state,
		);
	} else {
		// Reversed: no call has a predecessor in common with pass 1. With an odd count one call is made twice, so that
		// no call keeps its position's parity either.
		const reversed = calls.toReversed();
		const first = reversed[0];
		runGroup(
			job,
			first && calls.length % 2 === 1 ? [first, ...reversed] : reversed,
			transformed,
			harness,
			state,
		);
	}
	const used = process.cpuUsage(startedUs);
	report({
		type: "done",
		isClean: state.isClean,
		heapMib: state.heapMib,
		cpuMs: (used.user + used.system) / 1000,
	});
}

function answer(job: AuthorJob): void {
	const startedUs = process.cpuUsage();
	const isolate = new ivm.Isolate({ memoryLimit: job.heapMib });
	let heapMib = 0;
	try {
		report({ type: "begin", index: 0 });
		const context = isolate.createContextSync();
		for (const script of job.scripts)
			context.evalSync(script, { timeout: job.wallMs });
		const operation = context.global.getSync(job.operation, {
			reference: true,
		});
		const text: unknown = operation.applySync(undefined, [job.input], {
			timeout: job.wallMs,
		});
		heapMib = isolate.getHeapStatisticsSync().used_heap_size / 2 ** 20;
		report({ type: "answer", text: String(text) });
	} catch (error) {
		const limit = limitOf(error);
		const message =
			error instanceof Error
				? `${error.name}: ${error.message}`
				: String(error);
		report({ type: "failed", message: (limit ?? message).slice(0, 4000) });
	} finally {
		if (!isolate.isDisposed) isolate.dispose();
	}
	const used = process.cpuUsage(startedUs);
	report({
		type: "done",
		isClean: true,
		heapMib,
		cpuMs: (used.user + used.system) / 1000,
	});
}

function main(): void {
	if (!process.execArgv.includes("--no-node-snapshot")) {
		throw new Error(
			"isolated-vm needs node --no-node-snapshot; refusing to start without it",
		);
	}
	let start: Start | null = null;
	const lines = createInterface({
		input: process.stdin,
		crlfDelay: Number.POSITIVE_INFINITY,
	});
	lines.on("line", (line) => {
		if (start === null) {
			start = JSON.parse(line) as Start; // from the parent, which we trust
			report({
				type: "ready",
				node: process.versions.node,
				v8: process.versions.v8,
			});
			return;
		}
		const job = JSON.parse(line) as Job; // likewise
		if (job.type === "run") run(job, start.harness);
		else answer(job);
	});
	// The parent is gone: nobody will ask for more.
	lines.on("close", () => process.exit(0));
}

main();
