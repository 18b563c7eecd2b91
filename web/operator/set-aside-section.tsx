"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { TimeStamp } from "../components/time-stamp.tsx";
import type { OperatorOverview } from "../server/operator-schemas.ts";
import { ApiProblem, callApi } from "../submission/submission-client.ts";
import { Empty, OperatorTable, Section } from "./section.tsx";

/** Submissions that wait for a person, each with a button that has it graded again. */
export function SetAsideSection({
	setAside,
	titleOf,
	onAsked,
}: {
	setAside: OperatorOverview["setAside"];
	titleOf: (slug: string) => string;
	/** Called once the server has answered. */
	onAsked: () => Promise<void>;
}) {
	const t = useTranslations("operator");
	const [chosen, setChosen] = useState<string | null>(null);
	const [busy, setBusy] = useState<string | null>(null);
	const [outcome, setOutcome] = useState<{
		text: string;
		isFailure: boolean;
	} | null>(null);
	const { rows, total } = setAside;

	const ask = async (submissionId: string): Promise<void> => {
		const id = submissionId.slice(0, 8);
		setBusy(submissionId);
		try {
			await callApi(
				`/api/v1/operator/submissions/${encodeURIComponent(submissionId)}/grade-again`,
				{ method: "POST", body: "{}" },
			);
			setOutcome({ text: t("asked", { id }), isFailure: false });
		} catch (error) {
			const detail =
				(error instanceof ApiProblem ? error.detail : null) ?? t("offline");
			setOutcome({ text: t("askedFailed", { id, detail }), isFailure: true });
		}
		await onAsked();
		setBusy(null);
	};

	return (
		<Section title={t("asideTitle")} lead={t("asideLead")}>
			{rows.length === 0 ? (
				<Empty title={t("asideEmptyTitle")} text={t("asideEmptyText")} />
			) : (
				<OperatorTable
					caption={t("asideTitle")}
					head={[
						{ text: t("submission") },
						{ text: t("reason") },
						{ text: t("when"), isExtra: true },
						{ text: t("gradeAgain") },
					]}
				>
					{rows.map((row) => (
						<tr key={row.submissionId}>
							<th scope="row">
								{titleOf(row.slug)}
								<span className="cell-note">
									{t("attempt", { attempt: row.attempt })} ·{" "}
									<code>{row.submissionId}</code>
								</span>
							</th>
							<td className="cell-text">{row.reason}</td>
							<td className="cell-quiet cell-extra">
								<TimeStamp at={row.setAsideAt} />
							</td>
							<td>
								<button
									className="button button-small"
									type="button"
									disabled={busy === row.submissionId}
									aria-label={t("gradeAgainOf", {
										id: row.submissionId.slice(0, 8),
									})}
									onClick={() => setChosen(row.submissionId)}
								>
									{t("gradeAgain")}
								</button>
							</td>
						</tr>
					))}
				</OperatorTable>
			)}
			{total > rows.length && (
				<p className="operator-note">
					{t("asideMore", { shown: rows.length, total })}
				</p>
			)}
			<p
				className={outcome?.isFailure ? "form-error" : "form-done"}
				role="status"
			>
				{outcome?.text}
			</p>
			<ConfirmDialog
				isOpen={chosen !== null}
				title={t("confirmTitle")}
				text={t("confirmText")}
				confirm={t("gradeAgain")}
				onConfirm={() => {
					if (chosen !== null) void ask(chosen);
				}}
				onClose={() => setChosen(null)}
			/>
		</Section>
	);
}
