"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Icon } from "../components/icon.tsx";
import { RawHtml } from "../components/raw-html.tsx";
import type { ExerciseView } from "./exercise-view.ts";

/** Hints that open one at a time, in the author's order. */
export function HintList({ hints }: { hints: ExerciseView["hints"] }) {
	const t = useTranslations("hints");
	const [opened, setOpened] = useState(0);
	if (hints.length === 0) return <p className="quiet">{t("none")}</p>;
	return (
		<div className="hints">
			{opened === 0 && <p className="quiet">{t("lead")}</p>}
			<ol aria-live="polite">
				{hints.slice(0, opened).map(({ about, html }, index) => (
					<li key={html} className="hint">
						<Icon name="bulb" size={18} />
						<div>
							<h2>
								{about === null
									? t("hint", { number: index + 1 })
									: t("hintAbout", { number: index + 1, about })}
							</h2>
							<RawHtml as="div" html={html} />
						</div>
					</li>
				))}
			</ol>
			{opened < hints.length && (
				<button
					className="button"
					type="button"
					onClick={() => setOpened(opened + 1)}
				>
					<Icon name="bulb" />
					{t("open", { number: opened + 1, total: hints.length })}
				</button>
			)}
		</div>
	);
}
