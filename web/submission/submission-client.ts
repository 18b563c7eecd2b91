import type { Submission } from "../../db/store.ts";
import type { Localized } from "../../exercises/bundle.ts";
import type { SubmissionLanguage } from "../../grader/verdict.ts";

/** A submission as `GET /api/v1/submissions/{id}` gives it. */
export type SubmissionView = Pick<
	Submission,
	| "attempt"
	| "language"
	| "status"
	| "ahead"
	| "progress"
	| "createdAt"
	| "finishedAt"
	| "source"
	| "verdict"
> & {
	id: string;
	exercise: string;
	/** Sentences for the recognised mistakes, from the exercise version that was graded. */
	mistakes: { name: string; text: Localized }[];
};

/** How far grading is, as the event stream tells. */
export interface GradingProgress {
	status: string;
	ahead: number;
	done: number;
	total: number;
}

/** A refusal of the HTTP API (RFC 9457), or `status` 0 when no answer came at all. */
export class ApiProblem extends Error {
	override readonly name = "ApiProblem";
	readonly status: number;
	readonly detail: string | null;
	/** Seconds after which another try makes sense, when the server said so. */
	readonly retryAfterS: number | null;
	constructor(
		status: number,
		detail: string | null,
		retryAfterS: number | null = null,
		options?: ErrorOptions,
	) {
		super(detail ?? `the server answered ${status}`, options);
		this.status = status;
		this.detail = detail;
		this.retryAfterS = retryAfterS;
	}
}

/** Asks the HTTP API and gives the parsed answer. @throws ApiProblem when it refuses or cannot be reached */
export async function callApi<Answer>(
	path: string,
	init?: RequestInit,
): Promise<Answer> {
	let response: Response;
	try {
		response = await fetch(path, {
			...init,
			headers: {
				accept: "application/json",
				"content-type": "application/json",
				...init?.headers,
			},
		});
	} catch (cause) {
		throw new ApiProblem(0, null, null, { cause });
	}
	if (!response.ok) throw await readProblem(response);
	// Our own server's answer: its handlers build it from the schemas of the verdict and the store.
	return (await response.json()) as Answer;
}

async function readProblem(response: Response): Promise<ApiProblem> {
	const retryAfter = Number(response.headers.get("retry-after"));
	const text = await response.text();
	let detail: string | null = null;
	try {
		const problem: unknown = JSON.parse(text);
		if (
			typeof problem === "object" &&
			problem !== null &&
			"detail" in problem &&
			typeof problem.detail === "string"
		) {
			detail = problem.detail;
		}
	} catch {
		// Not a problem document, e.g. a proxy's own page; the status says enough.
	}
	return new ApiProblem(
		response.status,
		detail,
		Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
	);
}

/** Begins a guest's session, so that a first visit needs no account. @returns the guest's id */
export async function signInAsGuest(): Promise<string> {
	const { user } = await callApi<{ user: { id: string } }>(
		"/api/auth/sign-in/anonymous",
		{
			method: "POST",
			body: "{}",
		},
	);
	return user.id;
}

/**
 * Hands a source in. Without a session a guest's is made first.
 *
 * @param onGuest called with the new guest's id before anything is sent
 */
export async function submitSource(
	{
		exercise,
		language,
		source,
		isSignedIn,
	}: {
		exercise: string;
		language: SubmissionLanguage;
		source: string;
		isSignedIn: boolean;
	},
	onGuest: (userId: string) => void,
): Promise<{ id: string; status: string }> {
	const send = (): Promise<{ id: string; status: string }> =>
		callApi("/api/v1/submissions", {
			method: "POST",
			body: JSON.stringify({ exercise, language, source }),
		});
	if (!isSignedIn) {
		onGuest(await signInAsGuest());
		return send();
	}
	try {
		return await send();
	} catch (error) {
		// The session has run out meanwhile.
		if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
		onGuest(await signInAsGuest());
		return send();
	}
}

/** Reads one submission of one's own. @throws ApiProblem */
export function getSubmission(id: string): Promise<SubmissionView> {
	return callApi(`/api/v1/submissions/${encodeURIComponent(id)}`);
}
