import { foldText, readWords } from "./words.ts";

const mostSuggestions = 3;

/**
 * Proposes queries for one that finds nothing: mistyped words replaced by the most similar ones of a vocabulary, and the
 * words that find something by themselves.
 *
 * @param words the query's words, folded
 * @param isFruitful whether a query of these words finds anything; nothing is proposed that does not
 */
export function suggestQueries(
	words: string[],
	vocabulary: string[],
	isFruitful: (words: string[]) => boolean,
): string[] {
	const folded = vocabulary.map((text) => ({ text, letters: foldText(text) }));
	const nearest = (word: string): string[] =>
		folded
			.map(({ text, letters }) => ({ text, by: editDistance(word, letters) }))
			.filter(({ by }) => by <= Math.max(1, Math.floor(word.length / 3)))
			.sort((one, other) => one.by - other.by)
			.map(({ text }) => text);
	const choices = words.map((word) =>
		isFruitful([word]) ? [word] : nearest(word),
	);
	const repaired = Array.from({ length: mostSuggestions }, (_, index) =>
		choices.flatMap((texts) => texts[index] ?? texts[0] ?? []).join(" "),
	);
	const single = words.filter((word) => isFruitful([word]));
	const query = words.join(" ");
	// "Gradient" and "gradients" ask for the same.
	const proposed = new Map<string, string>();
	for (const text of [...repaired, ...single]) {
		const asked = readWords(text);
		const key = asked.join(" ");
		if (key !== "" && key !== query && !proposed.has(key) && isFruitful(asked))
			proposed.set(key, text);
	}
	return [...proposed.values()].slice(0, mostSuggestions);
}

/**
 * How many letters must be added, left out, replaced or exchanged with their neighbour to turn one word into the other
 * (optimal string alignment; Damerau 1964). Example: `editDistance("grdaient", "gradient")` is 1.
 */
export function editDistance(one: string, other: string): number {
	const [a, b] = [[...one], [...other]];
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [i, letter] of a.entries()) {
		const row = [i + 1];
		for (const [j, against] of b.entries()) {
			const replaced = (last[j] ?? 0) + (letter === against ? 0 : 1);
			let best = Math.min(replaced, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
			if (i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === against)
				best = Math.min(best, (beforeLast[j - 1] ?? 0) + 1);
			row.push(best);
		}
		[beforeLast, last] = [last, row];
	}
	return last[b.length] ?? 0;
}
