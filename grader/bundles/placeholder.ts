/** Text that a new bundle holds where only its author can know what belongs there. */
export const placeholder = (what: string) => `[write: ${what}]`;

/** @returns the line of each placeholder in `text`, from 1, and what it asks for */
export function findPlaceholders(
	text: string,
): { line: number; what: string }[] {
	return text.split("\n").flatMap((content, index) =>
		[...content.matchAll(/\[write: ([^\]]*)\]/g)].map(([, what = ""]) => ({
			line: index + 1,
			what,
		})),
	);
}
