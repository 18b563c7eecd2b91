import { describe, expect, it } from "vitest";
import { estimateWidth } from "../../../web/markdown/estimate-width.ts";
import {
	plainSymbol,
	renderFormula,
	spokenFormula,
	symbolOf,
} from "../../../web/markdown/render-formula.ts";
import {
	renderMarkdown,
	renderSentence,
} from "../../../web/markdown/render-markdown.ts";
import { splitSentence } from "../../../web/verdict/split-sentence.ts";

describe("renderMarkdown", () => {
	it("gives formulas as MathML beside what is drawn", () => {
		const html = renderMarkdown("Slope $2x$:\n\n$$\n\\Delta x\n$$");
		expect(html).toContain("<math");
		expect(html).toContain('class="katex-display"');
	});

	it("draws formulas with the classes that the one style sheet knows", () => {
		const classesOf = (html: string) =>
			[...html.matchAll(/class="([^"]*)"/g)].map(([, names]) => names);
		const latex = "x_1^2 + \\tfrac12";
		expect(classesOf(renderMarkdown(`$${latex}$`))).toEqual(
			classesOf(renderFormula(latex)),
		);
	});

	it.each([
		["a script", "<script>alert(1)</script>"],
		["an event handler", '<img src=x onerror="alert(1)">'],
		["a javascript link", "[x](javascript:alert(1))"],
		["a style", '<p style="position:fixed">x</p>'],
		["a frame", '<iframe src="https://evil.example"></iframe>'],
		["a formula's link", "$\\href{javascript:alert(1)}{x}$"],
		["a formula's picture", "$\\includegraphics{https://evil.example/x.png}$"],
	])("drops %s", (_name, markdown) => {
		expect(renderMarkdown(markdown)).not.toMatch(
			/<script|<iframe|<img|onerror=|href="javascript|src="http|position:fixed/,
		);
	});

	it("leaves out the title and fits other headings below the page's own", () => {
		expect(renderMarkdown("# Title\n\ntext")).not.toContain("Title");
		expect(renderMarkdown("text\n\n# Part")).toContain("<h2>Part</h2>");
	});

	it("names a table's header cells that hold one formula", () => {
		expect(
			renderMarkdown("| $\\Delta c$ | n |\n|---|---|\n| 1 | 2 |"),
		).toContain('<span class="visually-hidden">Δc</span>');
		expect(renderMarkdown("| $e^{z_i}$ | n |\n|---|---|\n| 1 | 2 |")).toContain(
			'<span class="visually-hidden">e z i</span>',
		);
	});

	it("says a longer formula that heads a column in words, and makes an empty corner no header", () => {
		const html = renderMarkdown("|  | $2\\sqrt{b}$ |\n|---|---|\n| 1 | 2 |");
		expect(html).toContain('<span class="visually-hidden">2sqrt(b)</span>');
		expect(html).toContain("<td></td>");
	});

	it("takes the paragraph off a sentence", () => {
		expect(renderSentence("use `a`")).toBe("use <code>a</code>");
		expect(renderSentence("one\n\ntwo")).toContain("<p>one</p>");
	});
});

describe("formulas", () => {
	it("have their symbol left of the equals sign", () => {
		expect(symbolOf("\\Delta b = \\Delta c \\cdot 2\\sqrt{b}")).toBe(
			"\\Delta b",
		);
		expect(symbolOf("x_{i=1} = 2")).toBe("x_{i=1}");
		expect(symbolOf("\\sqrt{b}")).toBeNull();
	});

	it("have no symbol when they are several equations", () => {
		expect(symbolOf("l_1 = w_1, \\quad l_2 = w_2")).toBeNull();
		expect(symbolOf("x \\leftarrow x - \\Delta x")).toBe("x");
	});

	it("are measured by what is drawn, not by their source", () => {
		const slope =
			"\\frac{\\partial z}{\\partial w} = \\frac{\\partial z}{\\partial x} \\cdot \\frac{\\partial x}{\\partial w}";
		expect(estimateWidth(slope)).toBeLessThan(12);
		expect(estimateWidth("\\begin{cases} 1 \\end{cases}")).toBeGreaterThan(30);
		expect(estimateWidth("a}b{")).toBeGreaterThan(1);
	});

	it("give plain names for simple symbols only", () => {
		expect(plainSymbol("\\Delta b")).toBe("Δb");
		expect(plainSymbol("w_{11}")).toBe("w11");
		expect(plainSymbol("\\frac{\\partial z}{\\partial w}")).toBe("∂z/∂w");
		expect(plainSymbol("\\sqrt{b}")).toBeNull();
	});

	it("can be said in words", () => {
		expect(spokenFormula("\\frac{\\partial z}{\\partial w}")).toBe(
			"(∂ z)/(∂ w)",
		);
		expect(spokenFormula("\\mathrm{out}_{h1}")).toBe("out h1");
		expect(spokenFormula("1 - x^2")).toBe("1 - x 2");
	});

	it("show their source when they do not parse", () => {
		expect(renderFormula("\\frac{")).toContain("katex-error");
	});
});

describe("splitSentence", () => {
	it("finds code and formulas", () => {
		expect(splitSentence("use `Math.log` for $\\ln a$.")).toEqual([
			{ kind: "text", text: "use " },
			{ kind: "code", text: "Math.log" },
			{ kind: "text", text: " for " },
			{ kind: "formula", text: "\\ln a" },
			{ kind: "text", text: "." },
		]);
	});

	it("leaves a lone backtick or dollar alone", () => {
		expect(splitSentence("5 $ and `")).toEqual([
			{ kind: "text", text: "5 $ and `" },
		]);
	});
});
