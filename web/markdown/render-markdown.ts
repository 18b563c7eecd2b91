import type { Element, ElementContent, Nodes, Root } from "hast";
import rehypeKatex from "rehype-katex";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Language } from "../../exercises/bundle.ts";
import { glossary } from "../../exercises/glossary.ts";
import { linkTerms } from "./link-terms.ts";
import { plainSymbol, spokenFormula } from "./render-formula.ts";

const schema = {
	...defaultSchema,
	attributes: {
		...defaultSchema.attributes,
		// What remark-math writes and rehype-katex looks for; everything else of an author's HTML is dropped.
		code: [["className", /^language-./, "math-inline", "math-display"]] as [
			string,
			...(string | RegExp)[],
		][],
	},
};

function createProcessor(linkMentions: () => (tree: Root) => void) {
	return (
		unified()
			.use(remarkParse)
			.use(remarkGfm)
			.use(remarkMath)
			.use(remarkRehype)
			.use(rehypeSanitize, schema)
			.use(fitHeadings)
			// Before formulas are drawn, while they are still recognised as code.
			.use(linkMentions)
			.use(wrapTables)
			.use(rehypeKatex, { output: "htmlAndMathml", strict: false })
			.use(nameFormulaHeaders)
			.use(reachScrollers)
			.use(rehypeStringify)
	);
}

const processors = {
	plain: createProcessor(() => () => {}),
	en: createProcessor(linkTerms(glossary, "en")),
	zh: createProcessor(linkTerms(glossary, "zh")),
};

const rendered = new Map<string, string>();
const keptTexts = 500;

/**
 * Turns an author's markdown, formulas included, into safe HTML with MathML beside every formula. The first heading of
 * level 1 is left out, because the page shows the title itself.
 */
export function renderMarkdown(markdown: string): string {
	return render(markdown, "plain");
}

/** Like `renderMarkdown`; the first mention of each term leads to the glossary. */
export function renderStatement(markdown: string, language: Language): string {
	return render(markdown, language);
}

function render(markdown: string, kind: keyof typeof processors): string {
	const key = `${kind} ${markdown}`;
	const known = rendered.get(key);
	if (known !== undefined) return known;
	const html = String(processors[kind].processSync(markdown));
	if (rendered.size >= keptTexts) rendered.clear();
	rendered.set(key, html);
	return html;
}

/** Like `renderMarkdown` for one sentence: without the paragraph around it. */
export function renderSentence(markdown: string): string {
	const html = renderMarkdown(markdown).trim();
	const inner = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
	return inner === undefined || inner.includes("<p>") ? html : inner;
}

function fitHeadings() {
	return (tree: Root): void => {
		const first = tree.children.findIndex((node) => node.type === "element");
		const heading = tree.children[first];
		if (heading?.type === "element" && heading.tagName === "h1")
			tree.children.splice(first, 1);
		for (const node of tree.children) {
			// The page's title is the only h1, and the statement's own heading is an h2.
			if (node.type === "element" && node.tagName === "h1") node.tagName = "h2";
		}
	};
}

function wrapTables() {
	return (tree: Root): void => {
		tree.children = tree.children.map((node) => {
			if (node.type !== "element" || node.tagName !== "table") return node;
			const wrapper: Element = {
				type: "element",
				tagName: "div",
				properties: { className: ["table-scroll"] },
				children: [node as ElementContent],
			};
			return wrapper;
		});
	};
}

/**
 * Gives a table's header cells that hold nothing but a formula its plain name for assistive technology: a cell of MathML
 * alone counts as a header without a name.
 */
function nameFormulaHeaders() {
	return (tree: Root): void =>
		visitElements(tree, (cell) => {
			if (cell.tagName !== "th") return;
			// The corner of a table heads nothing.
			if (cell.children.length === 0) cell.tagName = "td";
			const [formula] = cell.children;
			if (cell.children.length !== 1) return;
			if (formula?.type !== "element" || formula.tagName !== "span") return;
			const source = findSource(formula);
			if (source === null) return;
			const name = plainSymbol(source) ?? spokenFormula(source);
			formula.properties.ariaHidden = "true";
			cell.children.push({
				type: "element",
				tagName: "span",
				properties: { className: ["visually-hidden"] },
				children: [{ type: "text", value: name }],
			});
		});
}

/** What may be wider than its column scrolls by itself, so the keyboard must reach it. */
function reachScrollers() {
	return (tree: Root): void =>
		visitElements(tree, (element) => {
			const names = element.properties.className;
			const isWide =
				element.tagName === "pre" ||
				(Array.isArray(names) && names.includes("table-scroll"));
			if (isWide) element.properties.tabIndex = 0;
		});
}

function findSource(formula: Element): string | null {
	let source: string | null = null;
	visitElements(formula, ({ tagName, children: [text] }) => {
		if (tagName === "annotation" && text?.type === "text") source = text.value;
	});
	return source;
}

function visitElements(node: Nodes, visit: (element: Element) => void): void {
	if (node.type === "element") visit(node);
	if ("children" in node) {
		for (const child of node.children) visitElements(child, visit);
	}
}
