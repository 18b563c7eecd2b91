/**
 * The child's end of the pipes: one JSON line in for each job, reports out on descriptor 3. Reading blocks, because there
 * is nothing else to do meanwhile and because streams cost more than most jobs where V8 has no compilers. Between two
 * jobs the event loop gets a turn: what was thrown away is given back there.
 */
import { readSync, writeSync } from "node:fs";
import type { Report } from "./messages.ts";

const lineFeed = 10;

export function report(message: Report): void {
	reportText(JSON.stringify(message));
}

/** Like `report`, for a message that is JSON already. */
export function reportText(json: string): void {
	const bytes = Buffer.from(`${json}\n`);
	for (let written = 0; written < bytes.length; )
		written += writeSync(3, bytes, written);
}

const chunk = Buffer.allocUnsafe(64 * 1024);
let from = 0;
let to = 0;

/** @returns the next line of stdin, or null when the parent is gone */
function readLine(): string | null {
	const parts: Buffer[] = [];
	for (;;) {
		const end = chunk.subarray(0, to).indexOf(lineFeed, from);
		if (end >= 0) {
			const last = chunk.subarray(from, end);
			const line =
				parts.length === 0
					? last.toString()
					: Buffer.concat([...parts, last]).toString();
			from = end + 1;
			return line;
		}
		if (from < to) parts.push(Buffer.from(chunk.subarray(from, to)));
		from = 0;
		to = readSync(0, chunk);
		if (to === 0) return null;
	}
}

/**
 * Serves until the parent is gone.
 * @param begin gets the first line and returns what answers every later one
 */
export function serveJobs<Start, Job>(
	begin: (start: Start) => (job: Job) => void,
): void {
	const start = readLine();
	if (start === null) process.exit(0);
	const answer = begin(JSON.parse(start) as Start); // from the parent, which we trust
	const { node, v8 } = process.versions;
	report({ type: "ready", node, v8 });
	const serve = () => {
		const line = readLine();
		if (line === null) process.exit(0);
		answer(JSON.parse(line) as Job); // likewise
		setImmediate(serve);
	};
	serve();
}

/** Processor time of this process so far, in milliseconds. */
export function cpuTimeMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
