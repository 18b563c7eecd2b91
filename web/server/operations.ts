import { z } from "zod";
import {
	attemptListSchema,
	draftAnswerSchema,
	draftConflictSchema,
	draftInputSchema,
	draftSavedSchema,
	exerciseDetailSchema,
	exerciseListSchema,
	leaderboardSchema,
	meInputSchema,
	meSchema,
	newSubmissionSchema,
	openApiSchema,
	submissionReceivedSchema,
	submissionSchema,
} from "./api-schemas.ts";
import { operation } from "./operation.ts";
import {
	operatorOverviewSchema,
	regradeInputSchema,
	regradeQueuedSchema,
} from "./operator-schemas.ts";

const nothing = z.object({});
const none = z.undefined();
const bySlug = z.object({ slug: z.string() });
const byId = z.object({ id: z.string() });
const boardQuery = z.object({
	limit: z.coerce.number<string>().int().min(1).max(500).default(50),
});

const noExercise = { 404: { description: "There is no such exercise." } };
const noSubmission = {
	404: { description: "There is no such submission of the caller's." },
};

/** Everything under `/api/v1`. */
export const operations = {
	listExercises: operation({
		id: "listExercises",
		method: "GET",
		path: "/exercises",
		summary: "All exercises, in course order",
		access: "anyone",
		params: nothing,
		query: nothing,
		body: none,
		answer: {
			status: 200,
			description: "The exercises' current versions.",
			schema: exerciseListSchema,
		},
	}),
	getExercise: operation({
		id: "getExercise",
		method: "GET",
		path: "/exercises/{slug}",
		summary: "One exercise: statement, starter, visible cases",
		access: "anyone",
		params: bySlug,
		query: nothing,
		body: none,
		answer: {
			status: 200,
			description: "The exercise's current version.",
			schema: exerciseDetailSchema,
		},
		refusals: noExercise,
	}),
	createSubmission: operation({
		id: "createSubmission",
		method: "POST",
		path: "/submissions",
		summary: "Submit a source for grading",
		access: "user",
		limit: "submissions",
		params: nothing,
		query: nothing,
		body: newSubmissionSchema,
		answer: {
			status: 202,
			description:
				"Stored durably; it will be graded whatever happens. An equal source on the same version gives the earlier submission and costs no attempt.",
			schema: submissionReceivedSchema,
		},
		refusals: {
			...noExercise,
			503: {
				description:
					"The whole queue is full. The header Retry-After says when to come again.",
			},
		},
	}),
	getSubmission: operation({
		id: "getSubmission",
		method: "GET",
		path: "/submissions/{id}",
		summary: "One of the caller's submissions, with its verdict",
		access: "user",
		params: byId,
		query: nothing,
		body: none,
		answer: {
			status: 200,
			description: "The submission as it is now.",
			schema: submissionSchema,
		},
		refusals: noSubmission,
	}),
	watchSubmission: operation({
		id: "watchSubmission",
		method: "GET",
		path: "/submissions/{id}/events",
		summary: "Follow a submission until its verdict",
		access: "user",
		params: byId,
		query: nothing,
		body: none,
		answer: {
			status: 200,
			description:
				"Server-sent events: `progress` with a ProgressEvent, at once and after each change; then `verdict` with a VerdictEvent, after which the stream ends. Reconnecting gives the present state again.",
			schema: z.string(),
			contentType: "text/event-stream",
		},
		refusals: {
			...noSubmission,
			503: {
				description:
					"This server has as many streams open as it may have; ask for the submission itself.",
			},
		},
	}),
	getDraft: operation({
		id: "getDraft",
		method: "GET",
		path: "/drafts/{slug}",
		summary: "The caller's draft for an exercise",
		access: "user",
		params: bySlug,
		query: nothing,
		body: none,
		answer: {
			status: 200,
			description: "The draft, or null when none was saved.",
			schema: draftAnswerSchema,
		},
		refusals: noExercise,
	}),
	saveDraft: operation({
		id: "saveDraft",
		method: "PUT",
		path: "/drafts/{slug}",
		summary: "Save the caller's draft for an exercise",
		access: "user",
		limit: "drafts",
		params: bySlug,
		query: nothing,
		body: draftInputSchema,
		answer: {
			status: 200,
			description: "Saved, under the next revision.",
			schema: draftSavedSchema,
		},
		refusals: {
			...noExercise,
			409: {
				description:
					"The stored draft has another revision than `baseRevision`; it comes along as `draft`.",
				schema: draftConflictSchema,
			},
		},
	}),
	getCourseLeaderboard: operation({
		id: "getCourseLeaderboard",
		method: "GET",
		path: "/leaderboards",
		summary: "The leaderboard of the whole course",
		access: "anyone",
		params: nothing,
		query: boardQuery,
		body: none,
		answer: {
			status: 200,
			description: "Points descending, then who got there first.",
			schema: leaderboardSchema,
		},
	}),
	getLeaderboard: operation({
		id: "getLeaderboard",
		method: "GET",
		path: "/leaderboards/{slug}",
		summary: "The leaderboard of one exercise",
		access: "anyone",
		params: bySlug,
		query: boardQuery,
		body: none,
		answer: {
			status: 200,
			description: "Points descending, then who got there first.",
			schema: leaderboardSchema,
		},
		refusals: noExercise,
	}),
	getMe: operation({
		id: "getMe",
		method: "GET",
		path: "/me",
		summary: "The caller, with the best score of each exercise tried",
		access: "user",
		params: nothing,
		query: nothing,
		body: none,
		answer: { status: 200, description: "The caller.", schema: meSchema },
	}),
	updateMe: operation({
		id: "updateMe",
		method: "PUT",
		path: "/me",
		summary: "Choose the name that leaderboards show",
		access: "user",
		params: nothing,
		query: nothing,
		body: meInputSchema,
		answer: { status: 200, description: "The caller.", schema: meSchema },
	}),
	listMySubmissions: operation({
		id: "listMySubmissions",
		method: "GET",
		path: "/me/submissions",
		summary: "The caller's submissions for an exercise, newest first",
		access: "user",
		params: nothing,
		query: z.object({ exercise: z.string() }),
		body: none,
		answer: {
			status: 200,
			description: "The submissions, without sources.",
			schema: attemptListSchema,
		},
		refusals: noExercise,
	}),
	getOperatorOverview: operation({
		id: "getOperatorOverview",
		method: "GET",
		path: "/operator/overview",
		summary: "Queue, workers, slow exercises, submissions set aside",
		access: "administrator",
		params: nothing,
		query: nothing,
		body: none,
		answer: {
			status: 200,
			description: "The installation as it is now.",
			schema: operatorOverviewSchema,
		},
	}),
	gradeAgain: operation({
		id: "gradeAgain",
		method: "POST",
		path: "/operator/submissions/{id}/grade-again",
		summary: "Grade a submission again that was set aside as internal_error",
		access: "administrator",
		params: byId,
		query: nothing,
		body: regradeInputSchema,
		answer: {
			status: 202,
			description:
				"Queued behind all live work. Its verdict stays stored, and current until the new one.",
			schema: regradeQueuedSchema,
		},
		refusals: {
			404: {
				description:
					"The caller is no administrator, or there is no such submission.",
			},
			409: { description: "The submission is not set aside." },
		},
	}),
	getOpenApi: operation({
		id: "getOpenApi",
		method: "GET",
		path: "/openapi.json",
		summary: "This document",
		access: "anyone",
		params: nothing,
		query: nothing,
		body: none,
		answer: {
			status: 200,
			description: "OpenAPI 3.1.",
			schema: openApiSchema,
		},
	}),
};
