/**
 * The raw limit: the least that any grader built on isolated-vm does with one submission. Transform once, then make the
 * calls in three fresh isolates (visible, hidden, all of them again in reversed order), one batched call each, strings in
 * and strings out. No harness, no limits but the counted ticks and the heap, no reports, no comparison.
 *
 * Three lines a job on stdin: the source as JSON, the visible calls and the hidden calls as JSON lists, which are handed
 * into the isolates as they came. One line a result on stdout: the three results, `null` for an isolate without calls.
 */
import { readSync, writeSync } from "node:fs";
import ivm from "isolated-vm";
import { transform } from "../../../grader/transform/transform.ts";

const heapMib = Number(process.argv[2]);
/** What the driver needs where calls carry values that JSON lacks; empty for most exercises. */
const decoder = Buffer.from(process.argv[3] ?? "", "base64").toString();

/** One expression: a function of two texts and an order that loads the module and makes the calls. */
function driverOf(code: string): string {
	return `((visible, hidden, reversed) => {
"use strict";
${decoder}
let left = 100000;
const $tick = () => { if (--left < 0) throw new RangeError("budget"); };
const module = (${code}
)($tick);
const results = [];
let calls = visible === "" ? JSON.parse(hidden) : JSON.parse(visible);
if (visible !== "" && hidden !== "") calls = calls.concat(JSON.parse(hidden));
if (reversed) {
	calls.reverse();
	if (calls.length % 2 === 1) calls.unshift(calls[0]);
}
for (const call of calls) {
	left = call.budget;
	try {
		const args = ${decoder === "" ? "call.args" : "call.args.map(decode)"};
		let value = module[call.name](...args);
		if (call.apply) value = call.apply.map((list) => value(...list));
		results.push({ value });
	} catch (error) {
		results.push({ error: error.name, message: error.message });
	}
}
return JSON.stringify(results);
})`;
}

function runIsolate(
	driver: string,
	visible: string,
	hidden: string,
	isReversed: boolean,
): string {
	if (visible === "" && hidden === "") return "null";
	const isolate = new ivm.Isolate({ memoryLimit: heapMib });
	const context = isolate.createContextSync();
	const run = context.evalSync(driver, { reference: true }) as ivm.Reference;
	const text = run.applySync(undefined, [visible, hidden, isReversed]);
	isolate.dispose();
	return String(text);
}

function answer(source: string, visible: string, hidden: string): string {
	const driver = driverOf(transform(source).code);
	const first = runIsolate(driver, visible, "", false);
	const second = runIsolate(driver, "", hidden, false);
	return `[${first},${second},${runIsolate(driver, visible, hidden, true)}]\n`;
}

function writeAll(text: string): void {
	const bytes = Buffer.from(text);
	for (let written = 0; written < bytes.length; )
		written += writeSync(1, bytes, written);
}

const lines: string[] = [];
let parts: Buffer[] = [];
const chunk = Buffer.alloc(64 * 1024);
writeAll("ready\n");
for (;;) {
	const length = readSync(0, chunk);
	if (length === 0) break;
	let start = 0;
	for (;;) {
		const end = chunk.subarray(0, length).indexOf(10, start);
		if (end < 0) break;
		lines.push(
			Buffer.concat([...parts, chunk.subarray(start, end)]).toString(),
		);
		parts = [];
		start = end + 1;
	}
	if (start < length) parts.push(Buffer.from(chunk.subarray(start, length)));
	while (lines.length >= 3) {
		const [source = '""', visible = "", hidden = ""] = lines.splice(0, 3);
		writeAll(answer(JSON.parse(source) as string, visible, hidden));
	}
}
