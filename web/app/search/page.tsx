import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { glossary } from "../../../exercises/glossary.ts";
import { findViewer } from "../../components/viewer.ts";
import { describeCourse } from "../../course/course-progress.ts";
import { KeySetting } from "../../search/key-setting.tsx";
import { readQuery } from "../../search/read-query.ts";
import { searchCourse } from "../../search/search-course.ts";
import { SearchForm } from "../../search/search-form.tsx";
import { searchKeyCookie } from "../../search/search-key.ts";
import { ExerciseResults, TermResults } from "../../search/search-results.tsx";
import { getStore } from "../../server/store.ts";

interface PageProps {
	searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata({
	searchParams,
}: PageProps): Promise<Metadata> {
	const [{ q }, t] = await Promise.all([
		searchParams,
		getTranslations("search"),
	]);
	const query = readQuery(q);
	return { title: query === "" ? t("title") : t("titleFor", { query }) };
}

/** Exercises and terms that have all words of `?q=`. Works without JavaScript. */
export default async function SearchPage({ searchParams }: PageProps) {
	const [{ q }, store, viewer, t, language, cookieStore] = await Promise.all([
		searchParams,
		getStore(),
		findViewer(),
		getTranslations("search"),
		getLocale(),
		cookies(),
	]);
	const [versions, scores] = await Promise.all([
		store.listExercises(),
		viewer === null ? [] : store.listScores(viewer.userId),
	]);
	const query = readQuery(q);
	const { words, exercises, terms, suggestions } = searchCourse(
		query,
		versions,
		glossary,
		language,
	);
	const count = exercises.length + terms.length;

	return (
		<main className="page reading-page" id="main" tabIndex={-1}>
			<h1>{t("title")}</h1>
			<SearchForm query={query} />
			{words.length === 0 && <Invitation />}
			{words.length > 0 && count === 0 && <Nothing suggestions={suggestions} />}
			{count > 0 && (
				<>
					<p className="result-count" role="status">
						{t("count", { count, query })}
					</p>
					{terms.length > 0 && <TermResults terms={terms} words={words} />}
					{exercises.length > 0 && (
						<ExerciseResults
							exercises={exercises}
							words={words}
							course={describeCourse(versions, scores)}
						/>
					)}
				</>
			)}
			<KeySetting isOn={cookieStore.get(searchKeyCookie)?.value !== "off"} />
		</main>
	);
}

/** Queries that show what can be looked for. */
const examples = {
	en: ["chain rule", "learning rate", "softmax", "偏导数"],
	zh: ["链式法则", "学习率", "交叉熵", "gradient"],
};

async function Invitation() {
	const [t, language] = await Promise.all([
		getTranslations("search"),
		getLocale(),
	]);
	return (
		<div className="search-start">
			<p>{t("hint")}</p>
			<Queries title={t("examples")} queries={examples[language]} />
		</div>
	);
}

async function Nothing({ suggestions }: { suggestions: string[] }) {
	const t = await getTranslations("search");
	return (
		<div className="empty-state search-nothing">
			<div role="status">
				<h2>{t("noneTitle")}</h2>
			</div>
			{suggestions.length > 0 ? (
				<Queries title={t("meant")} queries={suggestions} />
			) : (
				<p>{t("noneText")}</p>
			)}
			<p>
				{t.rich("browse", {
					course: (text) => <Link href="/">{text}</Link>,
					map: (text) => <Link href="/map">{text}</Link>,
					glossary: (text) => <Link href="/glossary">{text}</Link>,
				})}
			</p>
		</div>
	);
}

function Queries({ title, queries }: { title: string; queries: string[] }) {
	return (
		<div className="queries">
			<span id="queries">{title}</span>
			<ul aria-labelledby="queries">
				{queries.map((query) => (
					<li key={query}>
						<Link
							className="button button-small"
							href={`/search?q=${encodeURIComponent(query)}`}
							prefetch={false}
						>
							{query}
						</Link>
					</li>
				))}
			</ul>
		</div>
	);
}
