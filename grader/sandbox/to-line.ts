/**
 * JSON leaves U+2028 and U+2029 as they are, and readline on the other side ends a line at each of them as well; escaped
 * they mean the same.
 */
export function escapeLineSeparators(json: string): string {
	return json.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** One message between parent and child as one line of JSON. */
export function toLine(message: object): string {
	return `${escapeLineSeparators(JSON.stringify(message))}\n`;
}
