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
	/** Milliseconds until the verdict is likely to come, where the server can tell. */
	estimatedMs?: number;
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
	/** The document's type without its prefix, e.g. "too-many-waiting". */
	readonly kind: string | null;
	/** How many of the student's submissions wait, when that is why. */
	readonly waiting: number | null;
	constructor(
		status: number,
		detail: string | null,
		retryAfterS: number | null = null,
		{
			kind = null,
			waiting = null,
			...options
		}: ErrorOptions & { kind?: string | null; waiting?: number | null } = {},
	) {
		super(detail ?? `the server answered ${status}`, options);
		this.status = status;
		this.detail = detail;
		this.retryAfterS = retryAfterS;
		this.kind = kind;
		this.waiting = waiting;
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
	const { detail, type, waiting } = parseDocument(text);
	return new ApiProblem(
		response.status,
		typeof detail === "string" ? detail : null,
		Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
		{
			kind: typeof type === "string" ? (type.split(":").at(-1) ?? null) : null,
			waiting: typeof waiting === "number" ? waiting : null,
		},
	);
}

function parseDocument(text: string): Record<string, unknown> {
	try {
		const document: unknown = JSON.parse(text);
		return typeof document === "object" && document !== null
			? { ...document }
			: {};
	} catch {
		// Not a problem document, e.g. a proxy's own page; the status says enough.
		return {};
	}
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

/** A pause of up to so many seconds, up to so many times, the page waits out by itself. */
const shortPauseS = 5;
const mostPauses = 3;

/** Tries again after each short pause that the server asks for. */
async function withPauses<Answer>(
	ask: () => Promise<Answer>,
	onPause: () => void,
): Promise<Answer> {
	for (let pauses = 0; ; pauses++) {
		try {
			return await ask();
		} catch (error) {
			const pauseS = error instanceof ApiProblem ? error.retryAfterS : null;
			if (pauseS === null || pauseS > shortPauseS || pauses === mostPauses)
				throw error;
			onPause();
			// A little apart, so that a class does not come back in the same moment.
			const pauseMs = 1000 * (pauseS + Math.random());
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
}

/**
 * Hands a source in. Without a session a guest's is made first. When the server asks for a short pause, it is waited out.
 *
 * @param onGuest called with the new guest's id before anything is sent
 * @param onPause called when a pause begins
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
	onPause: () => void = () => {},
): Promise<{ id: string; status: string }> {
	const send = (): Promise<{ id: string; status: string }> =>
		withPauses(
			() =>
				callApi("/api/v1/submissions", {
					method: "POST",
					body: JSON.stringify({ exercise, language, source }),
				}),
			onPause,
		);
	if (!isSignedIn) {
		onGuest(await withPauses(signInAsGuest, onPause));
		return send();
	}
	try {
		return await send();
	} catch (error) {
		// The session has run out meanwhile.
		if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
		onGuest(await withPauses(signInAsGuest, onPause));
		return send();
	}
}

/** Reads one submission of one's own. @throws ApiProblem */
export function getSubmission(id: string): Promise<SubmissionView> {
	return callApi(`/api/v1/submissions/${encodeURIComponent(id)}`);
}
