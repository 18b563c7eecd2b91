/**
 * Brings a text into the form in which it is compared: one case, full-width letters as plain ones, one kind of dash and
 * apostrophe. Its length may differ from the text's.
 */
export function foldText(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replaceAll(/[‐‑‒–—]/g, "-")
		.replaceAll("’", "'");
}

/** The words a reader looks for, folded. Example: `readWords(" Chain  Rule ")` is `["chain", "rule"]`. */
export function readWords(query: string): string[] {
	return [...new Set(foldText(query).split(/[\s,，、。;；]+/))].filter(
		(word) => word !== "",
	);
}
