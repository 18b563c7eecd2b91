import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { mayOperate } from "../../../db/roles.ts";
import { findViewer } from "../../components/viewer.ts";
import { OperatorBoard } from "../../operator/operator-board.tsx";
import { readOverview } from "../../server/operator-overview.ts";
import { getStore } from "../../server/store.ts";

/** To whoever is no administrator the title says no more than the page. */
export async function generateMetadata(): Promise<Metadata> {
	const viewer = await findViewer();
	if (viewer === null || !mayOperate(viewer)) return {};
	return { title: (await getTranslations("operator"))("title") };
}

/** How the installation is doing, for administrators; to everybody else there is no such page. */
export default async function OperatorPage() {
	const viewer = await findViewer();
	if (viewer === null || !mayOperate(viewer)) notFound();
	const [store, t, language] = await Promise.all([
		getStore(),
		getTranslations("operator"),
		getLocale(),
	]);
	const [overview, exercises] = await Promise.all([
		readOverview(store, Date.now()),
		store.listExercises(),
	]);
	return (
		<main className="page operator" id="main" tabIndex={-1}>
			<h1>{t("title")}</h1>
			<p className="page-lead">{t("lead")}</p>
			<OperatorBoard
				initial={overview}
				titles={Object.fromEntries(
					exercises.map(({ slug, exercise }) => [
						slug,
						exercise.title[language],
					]),
				)}
			/>
		</main>
	);
}
