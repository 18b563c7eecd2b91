import { getAuth } from "./auth.ts";
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
		const auth = await getAuth(request.headers);
		const response = await auth.handler(
			new Request(new URL(pathname + search, originOf(request.headers)), {
				method: request.method,
				headers: request.headers,
				body,
			}),
		);
		// A failed answer must not change who is signed in: its cookies would part a guest from work that did not move.
		return response.status >= 500 ? brokenProblem().toResponse() : response;
	} catch (error) {
		return refuse(error, { operation: "auth" });
	}
}
