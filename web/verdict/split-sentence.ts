export interface SentencePart {
	kind: "text" | "code" | "formula";
	text: string;
}

/**
 * Cuts a sentence at its `code` and $formulas$.
 * Example: "use `Math.log` for $\ln a$" gives text, code, text and formula.
 */
export function splitSentence(sentence: string): SentencePart[] {
	return sentence
		.split(/(`[^`]+`|\$[^$]+\$)/)
		.filter((text) => text !== "")
		.map((text): SentencePart => {
			if (/^`[^`]+`$/.test(text))
				return { kind: "code", text: text.slice(1, -1) };
			if (/^\$[^$]+\$$/.test(text))
				return { kind: "formula", text: text.slice(1, -1) };
			return { kind: "text", text };
		});
}
