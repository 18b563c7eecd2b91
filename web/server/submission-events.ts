import type { z } from "zod";
import type { Store, Submission } from "../../db/store.ts";
import type { progressEventSchema, verdictEventSchema } from "./api-schemas.ts";
import { enterEventStream } from "./event-streams.ts";
import { log } from "./log.ts";
import {
	followSubmission,
	type SubmissionState,
	stateOf,
} from "./submission-feed.ts";
import { viewSubmission } from "./submission-view.ts";

/** Often enough for proxies that close silent connections after half a minute. */
const heartbeatMs = 15_000;

/**
 * Streams a submission's progress as server-sent events: the present state at once, every change, and with the verdict
 * the end. A reader who reconnects, with whatever Last-Event-ID, gets the present state again.
 *
 * @param onEnd called once, when the stream has ended or nobody reads it any more
 */
export function streamSubmission(
	store: Store,
	submission: Submission,
	signal: AbortSignal,
	onEnd: () => void,
): Response {
	const encoder = new TextEncoder();
	let stop = () => {};
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			let isOver = false;
			const write = (text: string) => {
				if (!isOver) controller.enqueue(encoder.encode(text));
			};
			const heartbeat = setInterval(
				() => write(": still here\n\n"),
				heartbeatMs,
			);
			let unfollow = () => {};
			const leave = enterEventStream();
			stop = () => {
				if (isOver) return;
				isOver = true;
				leave();
				clearInterval(heartbeat);
				unfollow();
				onEnd();
			};
			const tell = async (now: SubmissionState) => {
				if (isOver) return;
				if (now.submission === null) {
					write(event("progress", progressOf(now)));
					return;
				}
				const view = await viewSubmission(store, now.submission);
				// Whoever leaves the connection open is asked to come back late.
				write(`retry: 60000\n${event("verdict", { submission: view })}`);
				log.info(
					{
						submissionId: submission.submissionId,
						status: now.status,
						toldAfterMs: Date.now() - (now.submission.finishedAt ?? Date.now()),
					},
					"verdict told",
				);
				if (!isOver) controller.close();
				stop();
			};
			const tellOrEnd = (now: SubmissionState) => {
				tell(now).catch((error: unknown) => {
					log.error(
						{ submissionId: submission.submissionId, err: error },
						"streaming a submission failed",
					);
					if (!isOver) controller.error(error);
					stop();
				});
			};
			unfollow = followSubmission(submission, tellOrEnd);
			signal.addEventListener("abort", stop, { once: true });
			if (signal.aborted) stop();
			tellOrEnd(stateOf(submission));
		},
		cancel() {
			stop();
		},
	});
	return new Response(stream, {
		headers: {
			"content-type": "text/event-stream",
			// no-transform keeps compression, which would hold events back, away.
			"cache-control": "no-store, no-transform",
			"x-accel-buffering": "no",
		},
	});
}

function progressOf(
	state: SubmissionState,
): z.infer<typeof progressEventSchema> {
	const { status, ahead, progress, estimatedMs } = state;
	return {
		status,
		ahead,
		...(estimatedMs === null ? {} : { estimatedMs }),
		done: progress?.done ?? 0,
		total: progress?.total ?? 0,
	};
}

function event(
	name: "progress" | "verdict",
	data:
		| z.infer<typeof progressEventSchema>
		| z.infer<typeof verdictEventSchema>,
): string {
	return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
