import type { Language } from "../../exercises/bundle.ts";

/** The languages of the platform; the first is what a reader without a preference gets. */
export const languages = ["en", "zh"] as const satisfies readonly Language[];

/** The cookie in which a reader's choice of language is remembered. */
export const languageCookie = "NEXT_LOCALE";

/** Tells whether a text names one of our languages. */
export function isLanguage(text: string | undefined): text is Language {
	return languages.some((language) => language === text);
}

/**
 * Picks the reader's language: the remembered choice, else the first of ours in the browser's list by weight.
 * Example: `pickLanguage(undefined, "de, zh-TW;q=0.8, en;q=0.7")` is `"zh"`.
 */
export function pickLanguage(
	remembered: string | undefined,
	acceptLanguage: string | null,
): Language {
	if (isLanguage(remembered)) return remembered;
	const wanted = (acceptLanguage ?? "")
		.split(",")
		.map((entry) => {
			const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
			const weight = parameters
				.map((text) => text.trim())
				.find((text) => text.startsWith("q="));
			return {
				language: tag.split("-")[0],
				weight: weight === undefined ? 1 : Number(weight.slice(2)),
			};
		})
		.filter(({ weight }) => weight > 0)
		.sort((one, other) => other.weight - one.weight);
	for (const { language } of wanted) if (isLanguage(language)) return language;
	return languages[0];
}
