import { getAuth } from "./auth.ts";
import { type Admission, addressOf, admit } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import { brokenProblem, refuse } from "./refuse.ts";
import { originOf } from "./request-origin.ts";

const bodyLimitBytes = 16 * 1024;

/**
 * Answers `/api/auth/*` with better-auth, which judges origins and builds addresses by the request's URL: so it gets the
 * URL under which the browser sees us, and a body of bounded length.
 */
export async function handleAuth(request: Request): Promise<Response> {
	const { pathname, search } = new URL(request.url);
	try {
		const body =
			request.method === "GET" ? null : await readBody(request, bodyLimitBytes);
		const admission = admitAuth(request, pathname, body);
		const auth = await getAuth(request.headers);
		const response = await auth.handler(
			new Request(new URL(pathname + search, originOf(request.headers)), {
				method: request.method,
				headers: request.headers,
				body,
			}),
		);
		// Only failures use up what an address has: a class may sign in within one minute.
		if (response.ok && pathname.startsWith("/api/auth/sign-in/email"))
			admission.giveBack(1, "address");
		// A failed answer must not change who is signed in: its cookies would part a guest from work that did not move.
		return response.status >= 500 ? brokenProblem().toResponse() : response;
	} catch (error) {
		return refuse(error, { operation: "auth" });
	}
}

/** Counts a request by what it asks for. @throws Problem 429 */
function admitAuth(
	{ method, headers }: Request,
	pathname: string,
	body: Buffer | null,
): Admission {
	const path = pathname.replace(/^\/api\/auth/, "");
	if (method === "GET") return admit("reads", headers, null);
	if (path === "/sign-in/anonymous") return admit("guests", headers, null);
	if (path.startsWith("/sign-up/")) return admit("sign-ups", headers, null);
	// The rest may ask for a password, of the account named in the body or of the session's.
	const account =
		findEmail(body) ??
		headers.get("authorization") ??
		headers.get("cookie") ??
		"";
	const key = `${addressOf(headers)} ${account.slice(0, 400)}`;
	return admit("sign-ins", headers, key);
}

function findEmail(body: Buffer | null): string | null {
	try {
		const { email } = JSON.parse(String(body)) as { email?: unknown };
		return typeof email === "string" ? email.trim().toLowerCase() : null;
	} catch {
		// Not JSON: better-auth will say so.
		return null;
	}
}
