import { describe, expect, it } from "vitest";
import { pickLanguage } from "../../../web/i18n/locale.ts";

describe("pickLanguage", () => {
	it("prefers the remembered choice to the browser's list", () => {
		expect(pickLanguage("en", "zh-CN,zh;q=0.9")).toBe("en");
	});

	it("takes the heaviest of our languages from the browser's list", () => {
		expect(pickLanguage(undefined, "de, en;q=0.7, zh-TW;q=0.8")).toBe("zh");
	});

	it("ignores a language the browser refuses with weight 0", () => {
		expect(pickLanguage(undefined, "zh;q=0, en;q=0.1")).toBe("en");
	});

	it("falls back to English for nothing, for others and for nonsense", () => {
		expect(pickLanguage(undefined, null)).toBe("en");
		expect(pickLanguage("fr", "fr,de;q=0.5")).toBe("en");
		expect(pickLanguage("<script>", ";;q=,,")).toBe("en");
	});
});
