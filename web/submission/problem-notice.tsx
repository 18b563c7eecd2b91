"use client";

import { useTranslations } from "next-intl";
import { Icon } from "../components/icon.tsx";
import type { ApiProblem } from "./submission-client.ts";

const known = new Set([
	"0",
	"400",
	"401",
	"403",
	"404",
	"409",
	"413",
	"422",
	"429",
	"503",
]);

/** Refusals that the status alone does not tell apart. */
const byKind: Record<string, "tooManyWaiting" | "tooBusy"> = {
	"too-many-waiting": "tooManyWaiting",
	"too-busy": "tooBusy",
};

/** A refusal of the server as one sentence, with the promise that nothing is lost. */
export function ProblemNotice({
	problem,
	onClose,
}: {
	problem: ApiProblem;
	onClose: () => void;
}) {
	const t = useTranslations("problems");
	const key = String(problem.status);
	return (
		<div className="notice notice-wrong" role="alert">
			<p>
				<Icon name="alert" />{" "}
				{t(
					byKind[problem.kind ?? ""] ??
						(known.has(key) ? (key as "0") : "other"),
					{
						seconds: problem.retryAfterS ?? 30,
						waiting: problem.waiting ?? 0,
						status: problem.status,
					},
				)}{" "}
				{t("kept")}
			</p>
			<button
				className="button button-quiet button-small"
				type="button"
				onClick={onClose}
			>
				{t("close")}
			</button>
		</div>
	);
}
