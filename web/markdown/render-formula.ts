import katex from "katex";

/** Renders LaTeX to HTML with MathML beside it; a formula that does not parse is shown as its source. */
export function renderFormula(latex: string): string {
	return katex.renderToString(latex, {
		output: "htmlAndMathml",
		strict: false,
		throwOnError: false,
	});
}

/**
 * The left side of a step's formula. Example: `symbolOf("\\Delta b = \\Delta c \\cdot 2\\sqrt{b}")` is `"\\Delta b"`.
 *
 * @returns null when there is no equals sign outside braces
 */
export function symbolOf(formula: string): string | null {
	let depth = 0;
	for (const [index, character] of [...formula].entries()) {
		if (character === "{") depth += 1;
		else if (character === "}") depth -= 1;
		else if (character === "=" && depth === 0)
			return [...formula].slice(0, index).join("").trim() || null;
	}
	return null;
}

const letters: Record<string, string> = {
	Delta: "Δ",
	alpha: "α",
	beta: "β",
	delta: "δ",
	epsilon: "ε",
	eta: "η",
	gamma: "γ",
	lambda: "λ",
	mu: "μ",
	nabla: "∇",
	partial: "∂",
	phi: "φ",
	rho: "ρ",
	sigma: "σ",
	theta: "θ",
};

/**
 * Writes a symbol as plain text for sentences, labels and screen readers. Example: `"\\Delta b"` becomes `"Δb"`.
 *
 * @returns null when the symbol needs more than letters, digits and simple indices
 */
export function plainSymbol(latex: string): string | null {
	const text = latex
		.replace(
			/\\([A-Za-z]+)\s*/g,
			(whole, name: string) => letters[name] ?? whole,
		)
		.replace(/_\{?(\w+)\}?/g, "$1")
		.replace(/\^\{?\((\w+)\)\}?/g, "($1)")
		.trim();
	return /^[\p{L}\p{N}()'/ ∂∇]+$/u.test(text) ? text : null;
}
