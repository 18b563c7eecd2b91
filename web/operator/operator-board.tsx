"use client";

import { useTranslations } from "next-intl";
import { TimeStamp } from "../components/time-stamp.tsx";
import type { OperatorOverview } from "../server/operator-schemas.ts";
import { Figures } from "./figures.tsx";
import { LevelCard } from "./level-card.tsx";
import { QueueSection } from "./queue-section.tsx";
import { RegradesSection } from "./regrades-section.tsx";
import { SetAsideSection } from "./set-aside-section.tsx";
import { TimesSection } from "./times-section.tsx";
import { useOverview } from "./use-overview.ts";
import { WorkersSection } from "./workers-section.tsx";

/** Everything an operator sees, kept up to date while the page is visible. */
export function OperatorBoard({
	initial,
	titles,
}: {
	initial: OperatorOverview;
	/** Exercises' titles by slug; one that is no longer published is shown by its slug. */
	titles: Record<string, string>;
}) {
	const t = useTranslations("operator");
	const { overview, isStale, refresh } = useOverview(initial);
	const titleOf = (slug: string) => titles[slug] ?? slug;
	return (
		<>
			<p className={isStale ? "operator-when operator-stale" : "operator-when"}>
				{t.rich(isStale ? "stale" : "updated", {
					time: () => <TimeStamp at={overview.now} hasSeconds />,
				})}
			</p>
			<LevelCard overview={overview} />
			<Figures overview={overview} />
			<SetAsideSection
				setAside={overview.setAside}
				titleOf={titleOf}
				onAsked={refresh}
			/>
			<RegradesSection regrades={overview.regrades} titleOf={titleOf} />
			<QueueSection queue={overview.queue} titleOf={titleOf} />
			<WorkersSection workers={overview.workers} now={overview.now} />
			<TimesSection times={overview.gradingTimes} titleOf={titleOf} />
		</>
	);
}
