/**
 * Brings a text into the form in which it is compared: one case, full-width letters as plain ones, one kind of dash and
 * apostrophe. Every character keeps its place: one whose other form is longer, such as "½", stays as it is.
 */
export function foldText(text: string): string {
	return Array.from(text, foldCharacter).join("");
}

function foldCharacter(character: string): string {
	if (/[‐‑‒–—]/.test(character)) return "-";
	if (character === "’") return "'";
	const folded = character.normalize("NFKC").toLowerCase();
	return folded.length === character.length ? folded : character;
}

/**
 * The words a reader looks for, folded; a plural gives its singular, with which the plural begins.
 * Example: `readWords(" Chain  Rules ")` is `["chain", "rule"]`.
 */
export function readWords(query: string): string[] {
	const words = foldText(query)
		.split(/[\s,，、。;；]+/)
		.map((word) => word.replace(/(?<=[a-z]{3}[^aious])s$/, ""));
	return [...new Set(words)].filter((word) => word !== "");
}
