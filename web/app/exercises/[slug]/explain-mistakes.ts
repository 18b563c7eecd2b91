"use server";

import { getLocale } from "next-intl/server";
import { findViewer } from "../../../components/viewer.ts";
import { renderSentence } from "../../../markdown/render-markdown.ts";
import { getStore } from "../../../server/store.ts";

/**
 * The sentences about the mistakes that a verdict recognised, as HTML in the reader's language. They are asked for one
 * verdict at a time, because the list of all of them would give the exercise away. Only for one's own submissions.
 */
export async function explainMistakes(submissionId: string): Promise<string[]> {
	if (typeof submissionId !== "string") return [];
	const [store, viewer, language] = await Promise.all([
		getStore(),
		findViewer(),
		getLocale(),
	]);
	const submission = await store.findSubmission(submissionId);
	if (
		viewer === null ||
		submission?.verdict == null ||
		submission.userId !== viewer.userId
	)
		return [];
	const version = await store.findVersion(submission.verdict.exercise.version);
	if (version === null) return [];
	return submission.verdict.mistakes.flatMap((name) => {
		const sentence = Object.hasOwn(version.exercise.wrong, name)
			? version.exercise.wrong[name]
			: undefined;
		return sentence === undefined ? [] : [renderSentence(sentence[language])];
	});
}
