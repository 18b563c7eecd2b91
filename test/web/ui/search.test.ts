import { describe, expect, it } from "vitest";
import type { Term } from "../../../exercises/glossary.ts";
import {
	excerpt,
	findWord,
	markWords,
} from "../../../web/search/find-matches.ts";
import { readPlainText } from "../../../web/search/plain-text.ts";
import { searchCourse } from "../../../web/search/search-course.ts";
import {
	editDistance,
	suggestQueries,
} from "../../../web/search/suggest-queries.ts";
import { publish } from "./published.ts";

const versions = [
	publish("first", {
		title: { en: "Down the slope", zh: "沿斜坡往下" },
		summary: { en: "Walk with a learning rate.", zh: "用学习率走。" },
		statement: {
			en: "It is the gradient that tells.\n\n```ts\nsecretCode()\n```",
			zh: "梯度说了算。",
		},
	}),
	publish("second", {
		title: { en: "Gradient and separate ways", zh: "梯度与岔路" },
		summary: { en: "Two roads.", zh: "两条路。" },
		statement: { en: "Nothing else.", zh: "没有别的。" },
	}),
];
const terms: Term[] = [
	{
		id: "inner-product",
		term: { en: "inner product", zh: "内积" },
		also: { en: ["dot product"], zh: ["点积"] },
		text: { en: "A sum of products.", zh: "乘积之和。" },
		exercise: "second",
	},
];
const search = (query: string, language: "en" | "zh" = "en") =>
	searchCourse(query, versions, terms, language);
const slugsOf = (query: string, language?: "en" | "zh") =>
	search(query, language).exercises.map(({ version }) => version.slug);

describe("searchCourse", () => {
	it("finds titles before statements, whatever their case or number", () => {
		expect(slugsOf("GRADIENTS")).toEqual(["second", "first"]);
	});

	it("wants every word, wherever each stands", () => {
		expect(slugsOf("gradient rate")).toEqual(["first"]);
		expect(slugsOf("gradient roads rate")).toEqual([]);
	});

	it("finds Chinese anywhere in a text, and both languages for either reader", () => {
		expect(slugsOf("斜坡", "zh")).toEqual(["first"]);
		expect(slugsOf("斜坡", "en")).toEqual(["first"]);
		expect(slugsOf("roads", "zh")).toEqual(["second"]);
	});

	it("finds an exercise and a term by any form of the term", () => {
		const { exercises, terms: found } = search("点积");
		expect(exercises.map(({ version }) => version.slug)).toEqual(["second"]);
		expect(found.map(({ id }) => id)).toEqual(["inner-product"]);
	});

	it("does not look into blocks of code", () => {
		expect(slugsOf("secretCode")).toEqual([]);
	});

	it("shows the reader's language, and the other only where that alone matches", () => {
		const [own] = search("梯度", "zh").exercises;
		expect(own).toMatchObject({
			otherTitle: null,
			excerpt: { language: "zh" },
		});
		const [other] = search("沿斜坡", "en").exercises;
		expect(other).toMatchObject({
			otherTitle: "沿斜坡往下",
			excerpt: { text: "Walk with a learning rate.", language: "en" },
		});
		expect(search("没有别的", "en").exercises[0]?.excerpt).toEqual({
			text: "没有别的。",
			language: "zh",
		});
	});

	it("finds nothing for nothing", () => {
		expect(search("  , ")).toEqual({
			words: [],
			exercises: [],
			terms: [],
			suggestions: [],
		});
	});

	it("takes a query's signs as they are", () => {
		for (const query of ["(", "a+b", "\\d", "[x", "%", "<b>"])
			expect(slugsOf(query), query).toEqual([]);
	});

	it("proposes what a mistyped word may have meant, and nothing that finds nothing", () => {
		expect(search("grdaient").suggestions).toEqual(["Gradient"]);
		expect(search("iner product").suggestions).toContain("inner product");
		expect(search("内机").suggestions).toContain("内积");
		expect(search("zzzzzzzz").suggestions).toEqual([]);
		expect(search("gradient").suggestions).toEqual([]);
	});
});

describe("suggestQueries", () => {
	it("proposes each query once, whatever its case or number", () => {
		expect(
			suggestQueries(
				["gradiant"],
				["gradient", "Gradient", "gradients"],
				(words) => words[0] === "gradient",
			),
		).toEqual(["gradient"]);
	});

	it("falls back on the words that find something by themselves", () => {
		expect(
			suggestQueries(["slope", "xyzzy"], [], (words) =>
				words.every((word) => word === "slope"),
			),
		).toEqual(["slope"]);
	});
});

describe("editDistance", () => {
	it.each([
		["gradient", "gradient", 0],
		["grdaient", "gradient", 1],
		["gradent", "gradient", 1],
		["", "abc", 3],
		["学习律", "学习率", 1],
	])("from %s to %s is %i", (one, other, distance) => {
		expect(editDistance(one, other)).toBe(distance);
		expect(editDistance(other, one)).toBe(distance);
	});
});

describe("findWord", () => {
	it("finds Latin words from their beginning only, Chinese ones anywhere", () => {
		expect(findWord("separate rates, a rate", "rate")).toEqual([9, 18]);
		expect(findWord("交叉熵与熵", "熵")).toEqual([2, 4]);
		expect(findWord("用softmax吧", "softmax")).toEqual([1]);
	});
});

describe("markWords", () => {
	it("cuts a text into matches and the rest", () => {
		expect(markWords("The Chain rule", ["chain", "rule"])).toEqual([
			{ text: "The ", isMatch: false },
			{ text: "Chain", isMatch: true },
			{ text: " ", isMatch: false },
			{ text: "rule", isMatch: true },
		]);
		expect(markWords("none", ["x"])).toEqual([
			{ text: "none", isMatch: false },
		]);
	});

	it("marks the right letters after characters whose folded form would be longer", () => {
		expect(markWords("½…İ Ｇradient", ["gradient"])).toEqual([
			{ text: "½…İ ", isMatch: false },
			{ text: "Ｇradient", isMatch: true },
		]);
	});
});

describe("excerpt", () => {
	const long = `${"some words ".repeat(40)}the gradient stands here${" and more".repeat(40)}`;

	it("takes the line with most of the words", () => {
		expect(
			excerpt("a gradient\na gradient rate\na rate", ["gradient", "rate"]),
		).toBe("a gradient rate");
	});

	it("cuts a long line around the first match, between words", () => {
		const cut = excerpt(long, ["gradient"]) ?? "";
		expect(cut).toContain("the gradient stands here");
		expect(cut.length).toBeLessThan(190);
		expect(cut).toMatch(/^…(some|words) .* (and|more)…$/);
	});

	it("is null where none of the words is", () => {
		expect(excerpt("text", ["gradient"])).toBeNull();
	});
});

describe("readPlainText", () => {
	it("keeps prose, names and short formulas, a line per paragraph", () => {
		expect(
			readPlainText(
				"# Title\n\nThe *slope* $\\Delta b$ of `f`\nis $\\sum_i \\frac{x}{y}$.\n\n```\ncode\n```\n\n$$\nx\n$$\n\n| a | b |\n|---|---|\n| c | — |",
			),
		).toBe("Title\nThe slope Δb of f is ….\na\nb\nc");
	});
});
