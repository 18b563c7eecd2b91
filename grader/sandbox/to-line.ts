/**
 * One message between parent and child as one line of JSON. JSON leaves U+2028 and U+2029 as they are, and readline on
 * the other side ends a line at each of them as well; escaped they mean the same.
 */
export function toLine(message: object): string {
	const json = JSON.stringify(message)
		.replaceAll("\u2028", "\\u2028")
		.replaceAll("\u2029", "\\u2029");
	return `${json}\n`;
}
