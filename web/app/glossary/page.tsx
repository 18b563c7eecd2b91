import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { glossary } from "../../../exercises/glossary.ts";
import { RawHtml } from "../../components/raw-html.tsx";
import {
	describeGlossary,
	type GlossaryEntry,
} from "../../glossary/describe-glossary.ts";
import { TermFilter } from "../../glossary/term-filter.tsx";
import { readQuery } from "../../search/read-query.ts";
import { getStore } from "../../server/store.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("glossary");
	return { title: t("title"), description: t("lead") };
}

/** Every term of the course in both languages; statements link here. */
export default async function GlossaryPage({
	searchParams,
}: {
	searchParams: Promise<{ q?: string | string[] }>;
}) {
	const [{ q }, store, t, language] = await Promise.all([
		searchParams,
		getStore(),
		getTranslations("glossary"),
		getLocale(),
	]);
	const entries = describeGlossary(
		glossary,
		await store.listExercises(),
		language,
	);
	return (
		<main className="page reading-page" id="main" tabIndex={-1}>
			<header className="page-header">
				<div>
					<h1>{t("title")}</h1>
					<p className="page-lead">{t("lead")}</p>
				</div>
			</header>
			<TermFilter
				initialQuery={readQuery(q)}
				terms={entries.map((entry) => ({
					id: entry.id,
					haystack: entry.haystack,
					entry: <Entry entry={entry} />,
				}))}
			/>
		</main>
	);
}

async function Entry({
	entry: { term, translation, html, exercise },
}: {
	entry: GlossaryEntry;
}) {
	const [t, course, language] = await Promise.all([
		getTranslations("glossary"),
		getTranslations("course"),
		getLocale(),
	]);
	return (
		<>
			<dt>
				<span className="term-name">{term}</span>{" "}
				<span
					className="term-translation"
					lang={language === "zh" ? "en" : "zh-Hans"}
				>
					{translation}
				</span>
			</dt>
			<dd>
				<RawHtml html={html} />
			</dd>
			{exercise !== null && (
				<dd className="term-exercise">
					{course("chapter", { number: exercise.chapter })}
					{" · "}
					{t.rich("introducedIn", {
						exercise: () => (
							<Link href={`/exercises/${exercise.slug}`}>{exercise.title}</Link>
						),
					})}
				</dd>
			)}
		</>
	);
}
