/** Transforms students' texts in children that do nothing else. */
import { PositionMap } from "../transform/erasure.ts";
import type { LaneLender } from "./pool.ts";
import { SandboxError } from "./run-calls.ts";

/** Reading the largest text takes a tenth of a second; some texts of a hundred characters keep a parser busy for hours. */
const clock = { cpuMs: 1_000, wallMs: 10_000, totalCpuMs: 1_000 };
const maxDeaths = 10;
/** Texts are read again and again while a bundle is proved, and whenever a recorded mistake is compared. */
const keptTexts = 64;

/** What became of a source; `line` and `column` are the student's own. */
export type ReadSource =
	| { kind: "code"; code: string; positions: PositionMap }
	| {
			kind: "compile_error";
			message: string;
			line: number;
			column: number;
			/** True when a clock, the memory watch or the parser's stack decided. */
			isBackstop: boolean;
	  };

export class SourceReader {
	readonly #lanes: LaneLender;
	/** The most recently used last. */
	readonly #known = new Map<string, ReadSource>();

	/** @param lanes of transform children */
	constructor(lanes: LaneLender) {
		this.#lanes = lanes;
	}

	/** @throws SandboxError when children keep dying without evidence against the text */
	async read(source: string): Promise<ReadSource> {
		const known = this.#known.get(source);
		const read = known ?? (await this.#transform(source));
		if (read.kind === "compile_error" && read.isBackstop) return read;
		this.#known.delete(source);
		this.#known.set(source, read);
		const [oldest] = this.#known.keys();
		if (this.#known.size > keptTexts && oldest !== undefined)
			this.#known.delete(oldest);
		return read;
	}

	async #transform(source: string): Promise<ReadSource> {
		let reason = "";
		for (let deaths = 0; deaths < maxDeaths; deaths++) {
			let read: ReadSource | null = null;
			const end = await this.#lanes.lend((lane) =>
				lane.run({ type: "transform", source }, clock, (report) => {
					if (report.type === "transformed")
						read = {
							kind: "code",
							code: report.code,
							positions: new PositionMap(report.positions),
						};
					if (report.type === "compile_error")
						read = {
							kind: "compile_error",
							message: report.message,
							line: report.line,
							column: report.column,
							isBackstop: false,
						};
				}),
			);
			const found = read as ReadSource | null; // assigned in the callback
			if (end.kind === "done" && found !== null)
				// A parser that ran out of stack: another process has more or less of it.
				return found.kind === "compile_error" && !end.isClean
					? { ...found, isBackstop: true }
					: found;
			if (end.kind === "limit")
				// No program of this size needs that long.
				return {
					kind: "compile_error",
					message: "the code could not be read within the limits",
					line: 1,
					column: 1,
					isBackstop: true,
				};
			if (end.kind === "died") reason = end.reason;
			await new Promise((resolve) =>
				setTimeout(resolve, Math.min(25 * 2 ** deaths, 2_000)),
			);
		}
		throw new SandboxError(`transform children died ${maxDeaths} times`, {
			cause: new Error(reason),
		});
	}
}
