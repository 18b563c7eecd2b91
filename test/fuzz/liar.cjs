/**
 * Stands in for the sandbox child, as if one had been taken over: it reports whatever it is told. At its start it performs
 * the acts that its "harness" holds, and at each job those that the material's "code", or the job's "source", holds; all are JSON.
 */
const { writeSync } = require("node:fs");
const { createInterface } = require("node:readline");

/** To the parent, all of it; a full pipe waits for the parent to read. */
function write(text, encoding = "utf8", descriptor = 3) {
	const bytes = Buffer.from(text, encoding);
	for (let at = 0; at < bytes.length; ) {
		try {
			at += writeSync(descriptor, bytes, at);
		} catch (error) {
			if (error.code !== "EAGAIN") throw error;
		}
	}
}

function sleep(ms) {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const acts = {
	line: (text) => write(`${text}\n`),
	raw: (text) => write(text, "base64"),
	error: (text) => write(text, "utf8", 2),
	/** One line of `[[[…]]]`, by itself or as the value of a result. */
	nest: (depth) =>
		write(
			`{"type":"ends","index":0,"outcomes":[{"kind":"value","value":${"[".repeat(depth)}${"]".repeat(depth)}}]}\n`,
		),
	/** A line that does not end. */
	endless: (bytes) => write("x".repeat(bytes)),
	flood: ([text, times]) => {
		for (let time = 0; time < times; time++) write(`${text}\n`);
	},
	/** For ever, with a pause in between: each line by itself looks alive. */
	repeat: ([text, ms]) => {
		for (;;) {
			write(`${text}\n`);
			sleep(ms);
		}
	},
	sleep,
	spin: (ms) => {
		for (const until = Date.now() + ms; Date.now() < until; );
	},
	exit: (code) => process.exit(code),
	kill: (signal) => process.kill(process.pid, signal),
};

function perform(text) {
	for (const { act, with: argument } of JSON.parse(text)) acts[act](argument);
}

let isStarted = false;
/** A later job of the same submission does not bring it again. */
let material = { code: "[]" };
createInterface({ input: process.stdin })
	.on("line", (line) => {
		const message = JSON.parse(line);
		if (message.material) material = message.material;
		perform(isStarted ? (message.source ?? material.code) : message.harness);
		isStarted = true;
	})
	.on("close", () => process.exit(0));
