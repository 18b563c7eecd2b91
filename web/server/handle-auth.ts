import { getAuth } from "./auth.ts";
import { type Admission, addressOf, admit } from "./rate-limit.ts";
import { readJson } from "./read-body.ts";
import { brokenProblem, refuse } from "./refuse.ts";
import { originOf } from "./request-origin.ts";
import { findSession } from "./session.ts";

const bodyLimitBytes = 16 * 1024;

/**
 * Answers `/api/auth/*` with better-auth, which judges origins and builds addresses by the request's URL: so it gets the
 * URL under which the browser sees us, and a body of bounded length.
 *
 * better-auth would take forms too. It gets JSON only, and the very value that was counted: whatever we read otherwise
 * than it does would be a way around the count of wrong passwords.
 */
export async function handleAuth(request: Request): Promise<Response> {
	const { pathname, search } = new URL(request.url);
	try {
		const isRead = request.method === "GET" || request.method === "HEAD";
		const body = isRead ? null : await readJson(request, bodyLimitBytes);
		const admission = await admitAuth(request, pathname, body, isRead);
		const auth = await getAuth(request.headers);
		const headers = new Headers(request.headers);
		headers.delete("content-length");
		const response = await auth.handler(
			new Request(new URL(pathname + search, originOf(request.headers)), {
				method: request.method,
				headers,
				body: isRead ? null : JSON.stringify(body),
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
async function admitAuth(
	{ headers }: Request,
	pathname: string,
	body: unknown,
	isRead: boolean,
): Promise<Admission> {
	const path = pathname.replace(/^\/api\/auth/, "");
	if (isRead) return admit("reads", headers, null);
	if (path === "/sign-in/anonymous") return admit("guests", headers, null);
	if (path.startsWith("/sign-up/")) return admit("sign-ups", headers, null);
	// The rest may ask for a password: of the account that the body names, or else of the session's.
	const account = path.startsWith("/sign-in/")
		? findEmail(body)
		: `session of ${(await findSession(headers))?.userId ?? "nobody"}`;
	return admit("sign-ins", headers, `${addressOf(headers)} ${account}`);
}

function findEmail(body: unknown): string {
	const email =
		typeof body === "object" && body !== null
			? Reflect.get(body, "email")
			: undefined;
	return typeof email === "string" ? email.trim().toLowerCase() : "";
}
