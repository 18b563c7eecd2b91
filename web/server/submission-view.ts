import type { Store, Submission } from "../../db/store.ts";
import type { Localized } from "../../exercises/bundle.ts";
import { sentenceOfSlip } from "../../grader/judging/slip-sentences.ts";
import type { SubmissionView } from "./api-schemas.ts";
import { Problem } from "./problem.ts";

/** Gives a submission of this student. @throws Problem 404 when there is none, or it is another student's */
export async function getOwnSubmission(
	store: Store,
	userId: string,
	submissionId: string,
): Promise<Submission> {
	const submission = await store.findSubmission(submissionId);
	if (submission === null || submission.userId !== userId) {
		throw new Problem("not-found", `You have no submission "${submissionId}".`);
	}
	return submission;
}

/** Shows a submission to its student, with the sentences for recognised mistakes: its own version's, and those of the library of slips. */
export async function viewSubmission(
	store: Store,
	submission: Submission,
): Promise<SubmissionView> {
	const { submissionId, slug, userId: _, ...rest } = submission;
	return {
		id: submissionId,
		exercise: slug,
		...rest,
		mistakes: await explainMistakes(store, submission),
	};
}

async function explainMistakes(
	store: Store,
	{ verdict, version }: Submission,
): Promise<{ name: string; text: Localized }[]> {
	if (verdict === null || verdict.mistakes.length === 0) return [];
	const wrong = (await store.findVersion(version))?.exercise.wrong ?? {};
	return verdict.mistakes.flatMap((name) => {
		const text = Object.hasOwn(wrong, name)
			? wrong[name]
			: sentenceOfSlip(name);
		return text ? [{ name, text }] : [];
	});
}
