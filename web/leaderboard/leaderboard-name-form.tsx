"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { callApi } from "../submission/submission-client.ts";

/** Lets a student choose the name that leaderboards show, or stay anonymous. */
export function LeaderboardNameForm({ current }: { current: string | null }) {
	const t = useTranslations("leaderboard");
	const errors = useTranslations("account.errors");
	const router = useRouter();
	const [outcome, setOutcome] = useState<"saved" | "failed" | null>(null);
	const [name, setName] = useState(current);
	const [isBusy, setBusy] = useState(false);
	const id = useId();

	const save = (event: FormEvent<HTMLFormElement>): void => {
		event.preventDefault();
		const typed = String(
			new FormData(event.currentTarget).get("name") ?? "",
		).trim();
		const leaderboardName = typed === "" ? null : typed;
		setBusy(true);
		callApi("/api/v1/me", {
			method: "PUT",
			body: JSON.stringify({ leaderboardName }),
		})
			.then(
				() => {
					setName(leaderboardName);
					setOutcome("saved");
					router.refresh();
				},
				() => setOutcome("failed"),
			)
			.finally(() => setBusy(false));
	};

	return (
		<form className="form" onSubmit={save}>
			<div className="field">
				<label htmlFor={id}>{t("nameLabel")}</label>
				<div className="name-row">
					<input
						id={id}
						name="name"
						defaultValue={current ?? ""}
						maxLength={40}
						autoComplete="nickname"
						aria-describedby={`${id}-hint`}
					/>
					<button className="button" type="submit" disabled={isBusy}>
						{t("save")}
					</button>
				</div>
				<p className="field-hint" id={`${id}-hint`}>
					{t("nameHint")}
				</p>
			</div>
			<p className="form-done" role="status">
				{outcome === "saved" &&
					(name === null ? t("savedAnonymous") : t("savedName", { name }))}
			</p>
			{outcome === "failed" && (
				<p className="form-error" role="alert">
					{errors("other")}
				</p>
			)}
		</form>
	);
}
