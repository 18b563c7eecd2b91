import { isRole, type Role } from "../../db/roles.ts";
import { getAuth } from "./auth.ts";
import { findKnownUser, rememberSession } from "./known-sessions.ts";
import { Problem } from "./problem.ts";

/** Who is signed in: a guest or an account. */
export interface SessionUser {
	userId: string;
	name: string;
	email: string;
	role: Role;
	isGuest: boolean;
	leaderboardName: string | null;
}

/** A session as an API handler needs it. */
export interface ApiSession {
	user: SessionUser;
	/** Set-Cookie lines that make the browser keep its session longer; mostly none. */
	setCookies: string[];
}

/** Tells whether a request brings its own token instead of a browser's cookie. */
export function hasBearerToken(headers: Headers): boolean {
	return /^bearer /i.test(headers.get("authorization") ?? "");
}

/**
 * Finds who is signed in; null for nobody. Pages call it without arguments.
 *
 * @param headers the request's, where there is a request at hand
 */
export async function findSession(
	headers?: Headers,
): Promise<SessionUser | null> {
	const session = await readSession(headers ?? (await pageHeaders()), true);
	return session?.user ?? null;
}

/** The headers of the page being rendered. Only Next can load this module of its own, and the API is answered without Next too. */
async function pageHeaders(): Promise<Headers> {
	const { headers } = await import("next/headers");
	return headers();
}

/** Finds the session of an API call, and prolongs it once a day. */
export function findApiSession(headers: Headers): Promise<ApiSession | null> {
	return readSession(headers, false);
}

/** The refusal of an operation that needs somebody signed in. */
export function strangerProblem(): Problem {
	return new Problem(
		"not-signed-in",
		"Sign in first; without an account you may start as a guest: POST /api/auth/sign-in/anonymous.",
	);
}

async function readSession(
	headers: Headers,
	disableRefresh: boolean,
): Promise<ApiSession | null> {
	// With a token of its own a request is only what the token says, whatever cookies come along.
	const credentials = new Headers(headers);
	if (hasBearerToken(headers)) credentials.delete("cookie");
	const knownUser = findKnownUser(credentials, Date.now());
	if (knownUser !== null) return { user: viewUser(knownUser), setCookies: [] };
	const auth = await getAuth(headers);
	const { response: found, headers: answer } = await auth.api.getSession({
		headers: credentials,
		query: { disableRefresh },
		returnHeaders: true,
	});
	if (found === null) return null;
	rememberSession(credentials, found.session.token);
	return { user: viewUser(found.user), setCookies: answer.getSetCookie() };
}

function viewUser(user: {
	id: string;
	name: string;
	email: string;
	role?: string | null | undefined;
	isAnonymous?: boolean | null | undefined;
	leaderboardName?: string | null | undefined;
}): SessionUser {
	return {
		userId: user.id,
		name: user.name,
		email: user.email,
		role: isRole(user.role) ? user.role : "student",
		isGuest: user.isAnonymous === true,
		leaderboardName: user.leaderboardName ?? null,
	};
}
