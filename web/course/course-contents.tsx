import { getLocale, getTranslations } from "next-intl/server";
import { ChapterNavigation } from "./chapter-navigation.tsx";
import type { CourseChapter } from "./course-progress.ts";

/** The course's table of contents with each chapter's progress. */
export async function CourseContents({
	chapters,
}: {
	chapters: CourseChapter[];
}) {
	const [t, language] = await Promise.all([
		getTranslations("course"),
		getLocale(),
	]);
	return (
		<ChapterNavigation
			chapters={chapters.map(({ chapter, entries, solved }) => ({
				number: chapter.number,
				title: chapter.title[language],
				solved: t("chapterSolved", { solved, total: entries.length }),
				share: solved / entries.length,
			}))}
		/>
	);
}
