"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import {
	ApiProblem,
	type GradingProgress,
	getSubmission,
	type SubmissionView,
	submitSource,
} from "./submission-client.ts";
import { watchSubmission } from "./watch-submission.ts";

/** A submission whose verdict is on screen. `isNew` tells a verdict that has just come from one that was looked up. */
export interface ShownSubmission {
	submission: SubmissionView;
	isNew: boolean;
}

export interface Grading {
	/** "pausing": the server asked for a short pause, after which sending goes on by itself. */
	phase: "idle" | "sending" | "pausing" | "waiting";
	progress: GradingProgress | null;
	problem: ApiProblem | null;
	shown: ShownSubmission | null;
	submit: (source: string) => void;
	/** Shows an earlier submission's verdict. */
	open: (id: string) => void;
	dismissProblem: () => void;
}

/** Hands in, follows grading, and holds the verdict on screen. A submission still running from before is followed on. */
export function useGrading({
	slug,
	isSignedIn,
	runningId,
	onGuest,
}: {
	slug: string;
	isSignedIn: boolean;
	runningId: string | null;
	onGuest: (userId: string) => void;
}): Grading {
	const [phase, setPhase] = useState<Grading["phase"]>("idle");
	const [progress, setProgress] = useState<GradingProgress | null>(null);
	const [problem, setProblem] = useState<ApiProblem | null>(null);
	const [shown, setShown] = useState<ShownSubmission | null>(null);
	const hasSession = useRef(isSignedIn);
	const isBusy = useRef(false);
	const stop = useRef<() => void>(() => {});
	const guestListener = useRef(onGuest);
	guestListener.current = onGuest;

	const finish = useCallback((failed: ApiProblem | null): void => {
		isBusy.current = false;
		setPhase("idle");
		setProgress(null);
		setProblem(failed);
	}, []);

	const follow = useCallback(
		(id: string): void => {
			isBusy.current = true;
			setPhase("waiting");
			stop.current();
			stop.current = watchSubmission(id, {
				onProgress: setProgress,
				onVerdict: (submission) => {
					finish(null);
					setShown({ submission, isNew: true });
				},
				onProblem: finish,
			});
		},
		[finish],
	);

	// Grading goes on when a page is closed; coming back, follow it on.
	useEffect(() => {
		if (runningId !== null && !isBusy.current) follow(runningId);
	}, [runningId, follow]);
	useEffect(() => () => stop.current(), []);

	const submit = useCallback(
		(source: string): void => {
			if (isBusy.current) return;
			isBusy.current = true;
			setPhase("sending");
			setProblem(null);
			setProgress(null);
			submitSource(
				{
					exercise: slug,
					language: "typescript",
					source,
					isSignedIn: hasSession.current,
				},
				(guestId) => {
					hasSession.current = true;
					guestListener.current(guestId);
				},
				() => setPhase("pausing"),
			).then(
				({ id }) => follow(id),
				(error: unknown) => finish(asProblem(error)),
			);
		},
		[slug, follow, finish],
	);

	const open = useCallback((id: string): void => {
		setProblem(null);
		getSubmission(id).then(
			(submission) => setShown({ submission, isNew: false }),
			(error: unknown) => setProblem(asProblem(error)),
		);
	}, []);

	const dismissProblem = useCallback((): void => setProblem(null), []);
	return { phase, progress, problem, shown, submit, open, dismissProblem };
}

function asProblem(error: unknown): ApiProblem {
	return error instanceof ApiProblem
		? error
		: new ApiProblem(0, null, null, { cause: error });
}
