"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";

/** Chooses between the whole course and one exercise; a plain form without JavaScript. */
export function ExerciseFilter({
	chosen,
	exercises,
}: {
	chosen: string;
	exercises: { slug: string; title: string }[];
}) {
	const t = useTranslations("leaderboard");
	const router = useRouter();
	const id = useId();
	return (
		<form className="filter" action="/leaderboard" method="get">
			<div>
				<label htmlFor={id}>{t("filter")}</label>
				<select
					className="select"
					id={id}
					name="exercise"
					key={chosen}
					defaultValue={chosen}
					onChange={({ target: { value } }) =>
						router.push(
							value === ""
								? "/leaderboard"
								: `/leaderboard?exercise=${encodeURIComponent(value)}`,
						)
					}
				>
					<option value="">{t("wholeCourse")}</option>
					{exercises.map(({ slug, title }) => (
						<option key={slug} value={slug}>
							{title}
						</option>
					))}
				</select>
			</div>
			<noscript>
				<button className="button" type="submit">
					{t("apply")}
				</button>
			</noscript>
		</form>
	);
}
