import { describe, expect, it } from "vitest";
import type { Term } from "../../../exercises/glossary.ts";
import { describeGlossary } from "../../../web/glossary/describe-glossary.ts";
import { publish } from "./published.ts";

const terms: Term[] = [
	{
		id: "weight",
		term: { en: "weight", zh: "权重" },
		also: { zh: ["加权系数"] },
		text: { en: "The number $w_i$.", zh: "数 $w_i$。" },
		exercise: "first",
	},
	{
		id: "relu",
		term: { en: "ReLU", zh: "ReLU" },
		text: { en: "Cheap.", zh: "简单。" },
		exercise: "unpublished",
	},
	{
		id: "bias",
		term: { en: "bias", zh: "偏置" },
		text: { en: "Added.", zh: "加上的数。" },
		exercise: "first",
	},
];
const versions = [
	publish("first", { title: { en: "First", zh: "第一题" }, chapter: 2 }),
];

describe("describeGlossary", () => {
	it("sorts by letter in English and by pinyin in Chinese", () => {
		const idsOf = (language: "en" | "zh") =>
			describeGlossary(terms, versions, language).map(({ id }) => id);
		expect(idsOf("en")).toEqual(["bias", "relu", "weight"]);
		// piān, quán; Latin letters stand where the collation puts them.
		expect(idsOf("zh").filter((id) => id !== "relu")).toEqual([
			"bias",
			"weight",
		]);
	});

	it("shows the reader's language first and the other beside it", () => {
		const [entry] = describeGlossary(terms, versions, "zh").filter(
			({ id }) => id === "weight",
		);
		expect(entry).toMatchObject({ term: "权重", translation: "weight" });
		expect(entry?.html).toContain('class="katex"');
		expect(entry?.html).not.toContain("<p>");
	});

	it("leads to the exercise, and nowhere while that is not published", () => {
		const [, relu, weight] = describeGlossary(terms, versions, "en");
		expect(weight?.exercise).toEqual({
			slug: "first",
			title: "First",
			chapter: 2,
		});
		expect(relu?.exercise).toBeNull();
	});

	it("filters by every form in both languages and by the explanation, not by formulas", () => {
		const [, relu, weight] = describeGlossary(terms, versions, "en");
		for (const word of ["weight", "权重", "加权系数", "number"])
			expect(weight?.haystack, word).toContain(word);
		expect(weight?.haystack).not.toContain("w_i");
		expect(relu?.haystack).toContain("relu");
	});
});
