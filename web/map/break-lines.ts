/** Roughly how wide a character is drawn, in em: Chinese ones fill a square. */
function widthOf(character: string): number {
	if (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character)) return 1;
	if (/[A-ZmwMW@%—]/.test(character)) return 0.95;
	return /[ilj.,:;'()|! ]/.test(character) ? 0.4 : 0.68;
}

/** Estimates a text's width in em. */
export function estimateTextWidth(text: string): number {
	return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

/**
 * Breaks a title into lines for SVG, which has no line breaking: between words, and between Chinese characters but never
 * before a closing mark. Spaces stay at the lines' ends, so that the lines read together are the title. What does not fit into the last line ends in an ellipsis.
 *
 * @param longest the width of a line in em
 */
export function breakLines(
	text: string,
	longest: number,
	mostLines: number,
): string[] {
	const pieces =
		text.match(
			/[\p{Script=Han}“「（][”」），。：；、？！]*|[^\s\p{Script=Han}]+\s*|\s+/gu,
		) ?? [];
	const lines: string[] = [];
	let line = "";
	for (const piece of pieces) {
		if (line !== "" && estimateTextWidth((line + piece).trimEnd()) > longest) {
			lines.push(line);
			line = "";
		}
		line += piece;
	}
	lines.push(line.trimEnd());
	if (lines.length <= mostLines) return lines;
	const kept = lines.slice(0, mostLines);
	return [...kept.slice(0, -1), `${kept.at(-1)?.trimEnd()}…`];
}
