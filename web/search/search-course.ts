import type { ExerciseVersion } from "../../db/store.ts";
import type { Language } from "../../exercises/bundle.ts";
import type { Term } from "../../exercises/glossary.ts";
import { excerpt, findWord } from "./find-matches.ts";
import { readPlainText } from "./plain-text.ts";
import { suggestQueries } from "./suggest-queries.ts";
import { foldText, readWords } from "./words.ts";

/** A piece of text that matched, in its own language. */
export interface Excerpt {
	text: string;
	language: Language;
}

export interface FoundExercise {
	version: ExerciseVersion;
	/** The title in the other language, where only that one matches. */
	otherTitle: string | null;
	excerpt: Excerpt;
}

export interface SearchResult {
	/** The words looked for; empty for a query of nothing but spaces. */
	words: string[];
	exercises: FoundExercise[];
	terms: Term[];
	/** Queries that find something, where this one finds nothing. */
	suggestions: string[];
}

/** What a word counts where it stands; as the beginning of the text it counts half as much again. */
const weights = { title: 20, name: 12, summary: 6, text: 1 };
const startFactor = 1.5;

interface Field {
	folded: string;
	weight: number;
}

/**
 * Searches titles, summaries, statements, function names and terms, both languages at once. Every word of the query must
 * stand somewhere in an exercise or a term; the best come first, equal ones in course order. A course is small enough to be
 * read through for each query, so there is no index that could be out of date.
 *
 * @param language the reader's, shown wherever it matches
 */
export function searchCourse(
	query: string,
	versions: ExerciseVersion[],
	terms: readonly Term[],
	language: Language,
): SearchResult {
	const words = readWords(query);
	if (words.length === 0)
		return { words, exercises: [], terms: [], suggestions: [] };
	const exercises = versions.map((version) => ({
		found: version,
		fields: fieldsOf(version, terms),
	}));
	const described = terms.map((term) => ({
		found: term,
		fields: fieldsOfTerm(term),
	}));
	const foundExercises = rank(exercises, words);
	const foundTerms = rank(described, words);
	const isNothing = foundExercises.length + foundTerms.length === 0;
	return {
		words,
		exercises: foundExercises.map((version) =>
			showExercise(version, words, language),
		),
		terms: foundTerms,
		suggestions: isNothing
			? suggestQueries(
					words,
					vocabularyOf(versions, terms),
					(tried) =>
						rank(exercises, tried).length + rank(described, tried).length > 0,
				)
			: [],
	};
}

function rank<T>(
	entries: { found: T; fields: Field[] }[],
	words: string[],
): T[] {
	return entries
		.map(({ found, fields }) => ({ found, score: scoreOf(fields, words) }))
		.filter(({ score }) => score > 0)
		.sort((one, other) => other.score - one.score)
		.map(({ found }) => found);
}

/** The sum over the words of the best field for each; 0 when a word is nowhere. */
function scoreOf(fields: Field[], words: string[]): number {
	let sum = 0;
	for (const word of words) {
		let best = 0;
		for (const { folded, weight } of fields) {
			const [first] = weight * startFactor > best ? findWord(folded, word) : [];
			if (first !== undefined)
				best = Math.max(best, first === 0 ? weight * startFactor : weight);
		}
		if (best === 0) return 0;
		sum += best;
	}
	return sum;
}

function fieldsOf(version: ExerciseVersion, terms: readonly Term[]): Field[] {
	const { title, summary } = version.exercise;
	const texts = plainTextsOf(version);
	const names = [
		...version.publicPart.functions.map(({ name }) => name),
		...terms.filter((term) => term.exercise === version.slug).flatMap(formsOf),
	];
	return [
		...[title.en, title.zh].map(weigh(weights.title)),
		...names.map(weigh(weights.name)),
		...[summary.en, summary.zh].map(weigh(weights.summary)),
		...[texts.en, texts.zh].map(weigh(weights.text)),
	];
}

function fieldsOfTerm(term: Term): Field[] {
	return [
		...formsOf(term).map(weigh(weights.title)),
		...[readPlainText(term.text.en), readPlainText(term.text.zh)].map(
			weigh(weights.text),
		),
	];
}

const weigh =
	(weight: number) =>
	(text: string): Field => ({ folded: foldText(text), weight });

function formsOf({ term, also }: Term): string[] {
	return [term.en, term.zh, ...(also?.en ?? []), ...(also?.zh ?? [])];
}

/** Terms, and the single words of terms and titles: what a mistyped word may have meant. */
function vocabularyOf(
	versions: ExerciseVersion[],
	terms: readonly Term[],
): string[] {
	const forms = terms.flatMap(formsOf);
	const titles = versions.flatMap(({ exercise: { title } }) => [
		title.en,
		title.zh,
	]);
	const single = [...forms, ...titles].flatMap((text) =>
		text.split(/[\s,:：，、（）()]+/),
	);
	return [...new Set([...forms, ...single])].filter((one) => one.length > 1);
}

/** Statements do not change within a version, so each is read once. */
const plainTexts = new Map<string, { en: string; zh: string }>();
const keptTexts = 500;

function plainTextsOf({ version, statement }: ExerciseVersion): {
	en: string;
	zh: string;
} {
	const known = plainTexts.get(version);
	if (known !== undefined) return known;
	const texts = {
		en: readPlainText(statement.en),
		zh: readPlainText(statement.zh),
	};
	if (plainTexts.size >= keptTexts) plainTexts.clear();
	plainTexts.set(version, texts);
	return texts;
}

function showExercise(
	version: ExerciseVersion,
	words: string[],
	language: Language,
): FoundExercise {
	const other = language === "en" ? "zh" : "en";
	const { title, summary } = version.exercise;
	const texts = plainTextsOf(version);
	const has = (text: string) =>
		words.some((word) => findWord(foldText(text), word).length > 0);
	const excerptIn = (one: Language): Excerpt | null => {
		const text = excerpt(`${summary[one]}\n${texts[one]}`, words);
		return text === null ? null : { text, language: one };
	};
	const isOwn = has(title[language]);
	return {
		version,
		otherTitle: !isOwn && has(title[other]) ? title[other] : null,
		excerpt: excerptIn(language) ??
			(isOwn ? null : excerptIn(other)) ?? {
				text: summary[language],
				language,
			},
	};
}
