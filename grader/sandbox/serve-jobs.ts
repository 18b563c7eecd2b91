/** The child's end of the pipes: one JSON line in for each job, reports out on descriptor 3. */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Report } from "./messages.ts";
import { escapeLineSeparators, toLine } from "./to-line.ts";

export function report(message: Report): void {
	writeAll(toLine(message));
}

/** Like `report`, for a message that is JSON already. */
export function reportText(json: string): void {
	writeAll(`${escapeLineSeparators(json)}\n`);
}

function writeAll(text: string): void {
	const bytes = Buffer.from(text);
	for (let written = 0; written < bytes.length; )
		written += writeSync(3, bytes, written);
}

/**
 * Serves until the parent is gone.
 * @param begin gets the first line and returns what answers every later one
 */
export function serveJobs<Start, Job>(
	begin: (start: Start) => (job: Job) => void,
): void {
	let answer: ((job: Job) => void) | null = null;
	const lines = createInterface({
		input: process.stdin,
		crlfDelay: Number.POSITIVE_INFINITY,
	});
	lines.on("line", (line) => {
		if (answer) {
			answer(JSON.parse(line) as Job); // from the parent, which we trust
			return;
		}
		answer = begin(JSON.parse(line) as Start); // likewise
		report({
			type: "ready",
			node: process.versions.node,
			v8: process.versions.v8,
		});
	});
	// The parent is gone: nobody will ask for more.
	lines.on("close", () => process.exit(0));
}
