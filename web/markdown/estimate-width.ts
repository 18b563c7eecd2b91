const silent = new Set([
	"left",
	"right",
	"displaystyle",
	"textstyle",
	"mathrm",
	"mathbf",
	"text",
	"tfrac",
	"frac",
	"dfrac",
	"sqrt",
	"operatorname",
]);
const wide: Record<string, number> = {
	quad: 2,
	qquad: 4,
	sum: 1.5,
	prod: 1.5,
	leftarrow: 2,
	rightarrow: 2,
	approx: 1.8,
	cdot: 1.2,
	begin: 40,
};

/**
 * Estimates how wide a formula will be, in letters: fractions count their wider part, indices count less. Good enough to
 * decide whether it stands inside a node of a picture. Example: `\frac{\partial z}{\partial x} = y` is about 5.
 */
export function estimateWidth(latex: string): number {
	const tokens = latex.match(/\\[A-Za-z]+|\\.|\s+|./gsu) ?? [];
	let at = 0;

	const readOne = (): number => {
		const token = tokens[at] ?? "";
		at += 1;
		if (token === "{") return readUntil("}");
		if (token === "\\frac" || token === "\\tfrac" || token === "\\dfrac")
			return Math.max(readArgument(), readArgument());
		if (token === "_" || token === "^") return 0.65 * readArgument();
		if (/^\s/.test(token) || token === "&") return 0;
		if (/^\\[^A-Za-z]/.test(token)) return 0.3;
		if (token.startsWith("\\"))
			return silent.has(token.slice(1)) ? 0 : (wide[token.slice(1)] ?? 1);
		return /[=+<>−-]/.test(token) ? 1.8 : 1;
	};
	const readArgument = (): number => {
		while (/^\s/.test(tokens[at] ?? "")) at += 1;
		return readOne();
	};
	const readUntil = (end: string): number => {
		let sum = 0;
		while (at < tokens.length && tokens[at] !== end) sum += readOne();
		at += 1;
		return sum;
	};
	let sum = 0;
	while (at < tokens.length)
		sum += tokens[at] === "}" ? readUntil("}") : readOne();
	return sum;
}
