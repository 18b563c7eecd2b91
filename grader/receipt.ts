import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import type { Verdict } from "./verdict.ts";

export function sha256(text: string): string {
	return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * The receipt: SHA-256 over everything that decides a verdict and nothing that happens to accompany it. Left out are
 * measurements, isolation mode, hardening level, console, and wording (titles and messages in any language).
 */
export function receiptOf(
	verdict: Omit<Verdict, "receipt">,
	source: string,
): string {
	const { failure } = verdict;
	return sha256(
		canonicalJson({
			source: sha256(source),
			exercise: verdict.exercise,
			language: verdict.language,
			seed: verdict.seed,
			grader: verdict.grader,
			engine: verdict.engine,
			status: verdict.status,
			points: verdict.points,
			maxPoints: verdict.maxPoints,
			mistakes: verdict.mistakes,
			firstWrongStep: verdict.firstWrongStep,
			failure: failure && {
				kind: failure.kind,
				checkId: failure.checkId,
				caseId: failure.caseId,
				line: failure.line,
				column: failure.column,
			},
			checks: verdict.checks.map(
				({ title: _title, message: _message, shown, ...values }) => ({
					...values,
					shown: shown && { ...shown, title: undefined },
				}),
			),
		}),
	);
}
