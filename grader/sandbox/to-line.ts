/** One message between parent and child as one line of JSON; inside it a line feed is always escaped. */
export function toLine(message: object): string {
	return `${JSON.stringify(message)}\n`;
}
