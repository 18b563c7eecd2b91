/** Arbitrary text from a template: each hole is drawn by itself, and shrinks by itself. */
import fc from "fast-check";

export type Text = fc.Arbitrary<string>;

/** @example text`if (${condition}) ${statement}` */
export function text(strings: TemplateStringsArray, ...holes: Text[]): Text {
	return fc
		.tuple(...holes)
		.map((parts) =>
			strings.reduce((whole, part, index) => whole + parts[index - 1] + part),
		);
}

/** Between `minLength` and `maxLength` drawn pieces with `separator` between them. */
export function list(
	piece: Text,
	separator: string,
	maxLength: number,
	minLength = 0,
): Text {
	return fc
		.array(piece, { minLength, maxLength })
		.map((pieces) => pieces.join(separator));
}

export const oneOf = (...choices: string[]): Text =>
	fc.constantFrom(...choices);
