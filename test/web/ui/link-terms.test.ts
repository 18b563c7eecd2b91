import { describe, expect, it } from "vitest";
import { glossary, type Term } from "../../../exercises/glossary.ts";
import {
	renderMarkdown,
	renderStatement,
} from "../../../web/markdown/render-markdown.ts";

/** The links of a text as [id, words]. */
function linksIn(markdown: string, language: "en" | "zh" = "en"): string[][] {
	const html = renderStatement(markdown, language);
	return [
		...html.matchAll(
			/<a class="term-link" href="\/glossary#([\w-]+)">(.*?)<\/a>/gs,
		),
	].map(([, id = "", words = ""]) => [id, words]);
}

describe("renderStatement", () => {
	it("links the first mention of a term and leaves the rest", () => {
		expect(linksIn("A gradient here, a gradient there.")).toEqual([
			["gradient", "gradient"],
		]);
	});

	it("counts other forms as the same term", () => {
		expect(linksIn("Two Gradients and a gradient")).toEqual([
			["gradient", "Gradients"],
		]);
	});

	it("takes the longest form, whose parts are no mentions of their own", () => {
		expect(linksIn("cross-entropy and partial derivatives")).toEqual([
			["cross-entropy", "cross-entropy"],
			["partial-derivative", "partial derivatives"],
		]);
		expect(linksIn("交叉熵，交叉熵；熵", "zh")).toEqual([
			["cross-entropy", "交叉熵"],
			["entropy", "熵"],
		]);
	});

	it("takes whole words in either case, in English and among Chinese", () => {
		expect(linksIn("RangeError, errors-by-one, terror, ERROR")).toEqual([
			["error", "ERROR"],
		]);
		expect(linksIn("用sigmoid函数，不是 sigmoids", "zh")).toEqual([
			["sigmoid", "sigmoid"],
		]);
	});

	it("finds a term across a line's end and inside emphasis", () => {
		expect(linksIn("a *chain\nrule* of its own")).toEqual([
			["chain-rule", "chain\nrule"],
		]);
	});

	it.each([
		["a heading", "## The gradient"],
		["code", "`gradient`"],
		["a block of code", "```\ngradient\n```"],
		["a formula", "$gradient$"],
		["a displayed formula", "$$\ngradient\n$$"],
		["a link", "[gradient](https://example.org)"],
		["a table", "| gradient |\n|---|\n| gradient |"],
	])("leaves %s alone", (_name, markdown) => {
		expect(linksIn(markdown)).toEqual([]);
		expect(linksIn(`${markdown}\n\nthe gradient`)).toEqual([
			["gradient", "gradient"],
		]);
	});

	it("leaves phrases alone in which the word means something else", () => {
		expect(linksIn("height and weight in kg, and a weight")).toEqual([
			["weight", "weight"],
		]);
		expect(renderStatement("weight in kg", "en")).toBe("<p>weight in kg</p>");
	});

	it("keeps a reader's language apart from the other and from plain text", () => {
		expect(linksIn("the gradient 梯度", "zh")).toEqual([["gradient", "梯度"]]);
		expect(renderMarkdown("the gradient 梯度")).not.toContain("<a");
		expect(linksIn("the gradient 梯度")).toEqual([["gradient", "gradient"]]);
	});

	it("still drops what an author must not write", () => {
		expect(
			renderStatement("<script>alert(1)</script> gradient", "en"),
		).not.toContain("<script");
	});
});

describe("the glossary", () => {
	const formsOf = ({ term, also }: Term, language: "en" | "zh") =>
		[term[language], ...(also?.[language] ?? [])].map((form) =>
			form.toLowerCase(),
		);

	it("has ids of its own for the page's anchors", () => {
		const ids = glossary.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
	});

	it.each(["en", "zh"] as const)("names no two terms alike: %s", (language) => {
		const owners = new Map<string, Set<string>>();
		for (const term of glossary)
			for (const form of formsOf(term, language))
				owners.set(form, (owners.get(form) ?? new Set()).add(term.id));
		expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
	});
});
