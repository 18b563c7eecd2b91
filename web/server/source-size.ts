import { maxSourceBytes } from "../../grader/source-limit.ts";
import { Problem } from "./problem.ts";

/** @throws Problem 413 when a source is longer than the limit, naming both */
export function requireSourceSize(source: string): void {
	const size = Buffer.byteLength(source);
	if (size > maxSourceBytes) {
		throw new Problem(
			"too-large",
			`The source has ${size} bytes; at most ${maxSourceBytes} (64 KiB) are accepted.`,
			{ size, limit: maxSourceBytes },
		);
	}
}
