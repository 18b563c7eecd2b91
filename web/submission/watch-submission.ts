import {
	ApiProblem,
	type GradingProgress,
	getSubmission,
	type SubmissionView,
} from "./submission-client.ts";

interface Listener {
	onProgress(progress: GradingProgress): void;
	onVerdict(submission: SubmissionView): void;
	onProblem(problem: ApiProblem): void;
}

const firstPauseMs = 400;
const longestPauseMs = 4000;
const patience = 8;

/**
 * Follows a submission until its verdict: by server-sent events, and by asking again and again when those break off.
 *
 * @returns a function that stops following; grading itself goes on
 */
export function watchSubmission(id: string, listener: Listener): () => void {
	let isOver = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	const events = new EventSource(
		`/api/v1/submissions/${encodeURIComponent(id)}/events`,
	);

	const stop = (): void => {
		isOver = true;
		events.close();
		clearTimeout(timer);
	};
	const finish = (submission: SubmissionView): void => {
		if (isOver) return;
		stop();
		listener.onVerdict(submission);
	};

	const ask = async (pauseMs: number): Promise<void> => {
		try {
			const submission = await getSubmission(id);
			failures = 0;
			if (submission.verdict !== null) return finish(submission);
			if (!isOver) {
				const { status, ahead, progress } = submission;
				listener.onProgress({
					status,
					ahead,
					done: progress?.done ?? 0,
					total: progress?.total ?? 0,
				});
			}
		} catch (error) {
			if (isOver) return;
			failures += 1;
			const problem =
				error instanceof ApiProblem
					? error
					: new ApiProblem(0, null, null, { cause: error });
			const isFinal =
				problem.status >= 400 && problem.status < 500 && problem.status !== 429;
			if (isFinal || failures >= patience) {
				stop();
				listener.onProblem(problem);
				return;
			}
		}
		if (!isOver)
			timer = setTimeout(
				() => void ask(Math.min(longestPauseMs, pauseMs * 1.4)),
				pauseMs,
			);
	};

	// Our own server wrote these events; see the schemas of its handlers.
	events.addEventListener("progress", (event) => {
		if (!isOver) listener.onProgress(JSON.parse(event.data) as GradingProgress);
	});
	events.addEventListener("verdict", (event) => {
		const { submission } = JSON.parse(event.data) as {
			submission: SubmissionView;
		};
		finish(submission);
	});
	events.addEventListener("error", () => {
		events.close();
		if (!isOver && timer === undefined)
			timer = setTimeout(() => void ask(firstPauseMs), 0);
	});
	return stop;
}
