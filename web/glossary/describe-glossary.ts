import type { ExerciseVersion } from "../../db/store.ts";
import type { Language } from "../../exercises/bundle.ts";
import type { Term } from "../../exercises/glossary.ts";
import { renderSentence } from "../markdown/render-markdown.ts";
import { foldText } from "../search/words.ts";

/** One term as the glossary's page shows it to readers of one language. */
export interface GlossaryEntry {
	id: string;
	term: string;
	/** The same in the other language. */
	translation: string;
	html: string;
	/** The exercise that introduces it; null while that is not published. */
	exercise: { slug: string; title: string; chapter: number } | null;
	/** Folded text in which the filter looks: all forms in both languages and the explanation. */
	haystack: string;
}

/** Sorts the terms as a dictionary of the reader's language does: by letter, or by pinyin. */
export function describeGlossary(
	terms: readonly Term[],
	versions: ExerciseVersion[],
	language: Language,
): GlossaryEntry[] {
	const { compare } = new Intl.Collator(language, { sensitivity: "base" });
	const versionOf = new Map(versions.map((one) => [one.slug, one.exercise]));
	return terms
		.map(({ id, term, also, text, exercise: slug }): GlossaryEntry => {
			const exercise = versionOf.get(slug);
			return {
				id,
				term: term[language],
				translation: term[otherThan(language)],
				html: renderSentence(text[language]),
				exercise:
					exercise === undefined
						? null
						: {
								slug,
								title: exercise.title[language],
								chapter: exercise.chapter,
							},
				haystack: foldText(
					[
						term.en,
						term.zh,
						...(also?.en ?? []),
						...(also?.zh ?? []),
						text[language].replaceAll(/\$[^$]*\$/g, " "),
					].join("\n"),
				),
			};
		})
		.sort((one, other) => compare(one.term, other.term));
}

function otherThan(language: Language): Language {
	return language === "en" ? "zh" : "en";
}
