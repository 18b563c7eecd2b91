import { describe, expect, it } from "vitest";
import { readQuery } from "../../../web/search/read-query.ts";
import { foldText, readWords } from "../../../web/search/words.ts";

describe("readWords", () => {
	it("takes a query apart at spaces and commas of both languages, each word once", () => {
		expect(readWords("  Chain\tRule, rule")).toEqual(["chain", "rule"]);
		expect(readWords("梯度，下降、步长")).toEqual(["梯度", "下降", "步长"]);
		expect(readWords(" , ")).toEqual([]);
	});
});

describe("foldText", () => {
	it("makes letters, widths, dashes and apostrophes alike", () => {
		expect(foldText("Ｓｉｇｍｏｉｄ Cauchy–Schwarz neuron’s")).toBe(
			"sigmoid cauchy-schwarz neuron's",
		);
	});
});

describe("readQuery", () => {
	it("takes the first query, trims it and cuts what is endless", () => {
		expect(readQuery(undefined)).toBe("");
		expect(readQuery([" a ", "b"])).toBe("a");
		expect(readQuery("x".repeat(500))).toHaveLength(100);
	});
});
