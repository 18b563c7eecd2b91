import { markWords } from "./find-matches.ts";

/** A text with the words looked for marked. */
export function MarkedText({ text, words }: { text: string; words: string[] }) {
	let at = 0;
	return markWords(text, words).map(({ text: part, isMatch }) => {
		const key = at;
		at += part.length;
		return isMatch ? <mark key={key}>{part}</mark> : part;
	});
}
