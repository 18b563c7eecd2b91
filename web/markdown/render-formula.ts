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
 * @returns null when the formula is no single equation or assignment
 */
export function symbolOf(formula: string): string | null {
	// Several equations in one formula have no symbol in common.
	if (/\\q?quad\b[^=]*=/.test(formula)) return null;
	let depth = 0;
	for (let index = 0; index < formula.length; index += 1) {
		const rest = formula.slice(index);
		if (rest.startsWith("{")) depth += 1;
		else if (rest.startsWith("}")) depth -= 1;
		else if (depth === 0 && /^(=|\\leftarrow\b)/.test(rest)) {
			return formula.slice(0, index).trim() || null;
		}
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
		.replace(/\\(?:mathrm|text|mathbf)\{(\w+)\}/g, "$1")
		.replace(/\\[td]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2")
		.replace(
			/\\([A-Za-z]+)\s*/g,
			(whole, name: string) => letters[name] ?? whole,
		)
		.replace(/_\{?(\w+)\}?/g, "$1")
		.replace(/\^\{?\((\w+)\)\}?/g, "($1)")
		.trim();
	return /^[\p{L}\p{N}()'/ ∂∇]+$/u.test(text) ? text : null;
}

/** A formula as words for assistive technology where nothing shorter names it, e.g. `"\\sqrt{b}"` becomes `"sqrt(b)"`. */
export function spokenFormula(latex: string): string {
	return latex
		.replace(/\\(?:mathrm|text|mathbf|operatorname)\{([^{}]*)\}/g, "$1")
		.replace(/\\[td]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "($1)/($2)")
		.replace(/\\([A-Za-z]+)/g, (_, name: string) => letters[name] ?? name)
		.replace(/[_^]\{([^{}]*)\}/g, " $1 ")
		.replaceAll("{", "(")
		.replaceAll("}", ")")
		.replace(/[\\_^]/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}
