import { foldText } from "./words.ts";

const isLatin = (character: string | undefined): boolean =>
	character !== undefined &&
	/[\p{L}\p{N}]/u.test(character) &&
	!isHan(character);
const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/**
 * Where a word stands in a text: Latin letters at the beginning of a word, so that "rate" does not find "separate" but
 * "gradient" finds "gradients"; Chinese anywhere, because it has no spaces.
 *
 * @param text folded
 * @param word folded and not empty
 * @returns the index at which each match begins, ascending
 */
export function findWord(text: string, word: string): number[] {
	const found: number[] = [];
	for (
		let at = text.indexOf(word);
		at !== -1;
		at = text.indexOf(word, at + 1)
	) {
		const isInside = isLatin(word[0]) && at > 0 && isLatin(text[at - 1]);
		if (!isInside) found.push(at);
	}
	return found;
}

export interface Part {
	text: string;
	isMatch: boolean;
}

/** Cuts a text into parts that match one of the words and parts that do not. */
export function markWords(text: string, words: string[]): Part[] {
	const folded = foldText(text);
	const marked = new Array<boolean>(text.length).fill(false);
	for (const word of words)
		for (const at of findWord(folded, word))
			marked.fill(true, at, at + word.length);
	const parts: Part[] = [];
	let from = 0;
	for (let at = 1; at <= text.length; at += 1) {
		if (at < text.length && marked[at] === marked[from]) continue;
		parts.push({ text: text.slice(from, at), isMatch: marked[from] === true });
		from = at;
	}
	return parts;
}

/** Letters of an excerpt; a Chinese one says about as much in half of them. */
const longestExcerpt = { latin: 180, han: 90 };

/**
 * The piece of a text around the first place where most of the words stand, cut between words.
 *
 * @param text lines, as `readPlainText` gives them
 * @returns null when none of the words is there
 */
export function excerpt(text: string, words: string[]): string | null {
	let best: { line: string; count: number } | null = null;
	for (const line of text.split("\n")) {
		const folded = foldText(line);
		const count = words.filter(
			(word) => findWord(folded, word).length > 0,
		).length;
		if (count > (best?.count ?? 0)) best = { line, count };
	}
	if (best === null) return null;
	const { line } = best;
	const longest = /\p{Script=Han}/u.test(line)
		? longestExcerpt.han
		: longestExcerpt.latin;
	if (line.length <= longest) return line;
	const folded = foldText(line);
	const first = Math.min(
		...words.flatMap((word) => findWord(folded, word).slice(0, 1)),
	);
	const from = cutAt(line, Math.max(0, first - longest / 3));
	const to = cutAt(line, from + longest);
	return `${from > 0 ? "…" : ""}${line.slice(from, to).trim()}${to < line.length ? "…" : ""}`;
}

/** The nearest place from `at` backward where a word begins. */
function cutAt(line: string, at: number): number {
	let place = Math.min(line.length, Math.round(at));
	if (place === line.length) return place;
	while (place > 0 && isLatin(line[place - 1]) && isLatin(line[place]))
		place -= 1;
	return place;
}
