/**
 * Edits to a source text that keep every line where it is: erasing replaces characters by spaces (line breaks stay), and
 * insertions never contain line breaks. So a line number needs no map, and a column is found by counting insertions.
 */

interface Insertion {
	at: number;
	text: string;
}

const isLineBreak = (char: string) =>
	char === "\n" || char === "\r" || char === "\u2028" || char === "\u2029";

/** One line's end, as the language defines it. */
export const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** A position in the student's own text, both counted from 1. */
export interface Position {
	line: number;
	column: number;
}

interface Range {
	start: number;
	end: number;
}

/** The text with [start, end) of each range replaced by spaces, line breaks kept. */
function blanked(chars: string[], ranges: readonly Range[]): string {
	for (const { start, end } of ranges) {
		for (let index = start; index < end; index++)
			if (!isLineBreak(chars[index] ?? "")) chars[index] = " ";
	}
	return chars.join("");
}

/** What a `PositionMap` knows, as plain data that can cross between processes. Offsets count from 0. */
export interface PositionData {
	/** Where text was inserted into the original and how much of it, in order. */
	insertions: readonly (readonly [at: number, length: number])[];
	/** Where the original's lines begin; the first is 0. */
	lineStarts: readonly number[];
	/** Length of the original. */
	length: number;
}

/** Maps positions of the transformed text back to the student's. */
export class PositionMap {
	readonly data: PositionData;

	constructor(data: PositionData) {
		this.data = data;
	}

	/**
	 * @returns the student's position, always inside the text; a position inside an insertion becomes the place where it
	 * was inserted
	 */
	original({ line, column }: Position): Position {
		const { insertions, lineStarts, length } = this.data;
		const row = Math.max(1, Math.min(line, lineStarts.length));
		const lineStart = lineStarts[row - 1] ?? 0;
		const lineEnd = lineStarts[row] ?? length + 1;
		let shift = 0;
		for (const [at, inserted] of insertions) {
			if (at < lineStart) continue;
			const insertedColumn = at - lineStart + shift + 1;
			if (insertedColumn >= column) break;
			shift += Math.min(inserted, column - insertedColumn);
		}
		return {
			line: row,
			column: Math.max(1, Math.min(column - shift, lineEnd - lineStart)),
		};
	}
}

/** Collects erasures and insertions over one text and applies them at once. */
export class LinePreservingEdits {
	readonly source: string;
	/** The source with its comments blanked: where a mark such as `)` is looked for. */
	readonly searchable: string;
	readonly #chars: string[];
	readonly #opens: Insertion[] = [];
	readonly #closes: Insertion[] = [];

	constructor(source: string, comments: readonly Range[]) {
		this.source = source;
		this.searchable = blanked(source.split(""), comments);
		this.#chars = source.split("");
	}

	/** Replaces [start, end) by spaces, line breaks kept. */
	erase(start: number, end: number): void {
		for (let index = start; index < end; index++) {
			if (!isLineBreak(this.#chars[index] ?? "")) this.#chars[index] = " ";
		}
	}

	/** Writes one character over the one at `index`. */
	put(index: number, char: string): void {
		this.#chars[index] = char;
	}

	isErasedAt(index: number): boolean {
		return this.#chars[index] === " " && this.source[index] !== " ";
	}

	hasLineBreak(start: number, end: number): boolean {
		for (let index = start; index < end; index++)
			if (isLineBreak(this.source[index] ?? "")) return true;
		return false;
	}

	/** Surrounds [start, end); calls must come outer before inner. */
	surround(start: number, before: string, end: number, after: string): void {
		this.#opens.push({ at: start, text: before });
		this.#closes.push({ at: end, text: after });
	}

	insert(at: number, text: string): void {
		this.#opens.push({ at, text });
	}

	/** What is left of the text without insertions; `ranges` are blanked as well. */
	remaining(ranges: readonly Range[]): string {
		return blanked([...this.#chars], ranges);
	}

	/** @returns the edited text and the way back to the original's columns */
	apply(): { code: string; positions: PositionMap } {
		// At one place, what ends (innermost first) stands before what begins (outermost first).
		const closes = this.#closes.map((close, index) => ({
			...close,
			rank: -1,
			order: -index,
		}));
		const opens = this.#opens.map((open, index) => ({
			...open,
			rank: 1,
			order: index,
		}));
		const insertions = [...closes, ...opens].sort(
			(a, b) => a.at - b.at || a.rank - b.rank || a.order - b.order,
		);
		let code = "";
		let from = 0;
		for (const { at, text } of insertions) {
			code += this.#chars.slice(from, at).join("") + text;
			from = at;
		}
		code += this.#chars.slice(from).join("");
		const lineStarts = [0];
		for (let index = 0; index < this.source.length; index++) {
			const char = this.source[index] ?? "";
			if (!isLineBreak(char)) continue;
			if (char === "\r" && this.source[index + 1] === "\n") continue;
			lineStarts.push(index + 1);
		}
		return {
			code,
			positions: new PositionMap({
				insertions: insertions.map(({ at, text }) => [at, text.length]),
				lineStarts,
				length: this.source.length,
			}),
		};
	}
}
