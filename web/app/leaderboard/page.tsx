import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { findViewer } from "../../components/viewer.ts";
import { ExerciseFilter } from "../../leaderboard/exercise-filter.tsx";
import { LeaderboardNameForm } from "../../leaderboard/leaderboard-name-form.tsx";
import { LeaderboardTable } from "../../leaderboard/leaderboard-table.tsx";
import { readLeaderboard } from "../../server/leaderboard.ts";
import { getStore } from "../../server/store.ts";

const rowLimit = 100;

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("leaderboard"))("title") };
}

/** Who has how many points, over the whole course or for one exercise. */
export default async function LeaderboardPage({
	searchParams,
}: {
	searchParams: Promise<{ exercise?: string | string[] }>;
}) {
	const [{ exercise }, store, viewer, t, language] = await Promise.all([
		searchParams,
		getStore(),
		findViewer(),
		getTranslations("leaderboard"),
		getLocale(),
	]);
	const versions = await store.listExercises();
	const chosen = versions.find(({ slug }) => slug === exercise) ?? null;
	const board = await readLeaderboard(store, chosen?.slug ?? null);
	const rows = board.slice(0, rowLimit);

	return (
		<main className="page" id="main" tabIndex={-1}>
			<header className="page-header">
				<div>
					<h1>{t("title")}</h1>
					<p className="page-lead">{t("lead")}</p>
				</div>
				{versions.length > 0 && (
					<ExerciseFilter
						chosen={chosen?.slug ?? ""}
						exercises={versions.map(({ slug, exercise: { title } }) => ({
							slug,
							title: title[language],
						}))}
					/>
				)}
			</header>
			{rows.length === 0 ? (
				<div className="empty-state">
					<h2>{t("emptyTitle")}</h2>
					<p>{t("emptyText")}</p>
					<p>
						<Link href={chosen === null ? "/" : `/exercises/${chosen.slug}`}>
							{t("toCourse")}
						</Link>
					</p>
				</div>
			) : (
				<LeaderboardTable
					rows={rows}
					ownId={viewer?.userId ?? null}
					isWholeCourse={chosen === null}
				/>
			)}
			{viewer !== null && (
				<section className="name-choice" aria-labelledby="shown-name">
					<h2 id="shown-name">{t("nameTitle")}</h2>
					<p className="page-lead">{t("nameText")}</p>
					<LeaderboardNameForm current={viewer.leaderboardName} />
				</section>
			)}
		</main>
	);
}
