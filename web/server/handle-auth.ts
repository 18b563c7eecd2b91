import { z } from "zod";
import { getAuth } from "./auth.ts";
import { wrongFields } from "./problem.ts";
import { type Admission, addressOf, admit } from "./rate-limit.ts";
import { readJson } from "./read-body.ts";
import { brokenProblem, refuse } from "./refuse.ts";
import { originOf } from "./request-origin.ts";
import { findSession } from "./session.ts";

const bodyLimitBytes = 16 * 1024;

/** All that is asked for here are texts, numbers and booleans by name. */
const fieldsSchema = z.record(
	z.string(),
	z.union([z.string(), z.number(), z.boolean(), z.null()]),
);
type Fields = z.infer<typeof fieldsSchema>;

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
		const fields = isRead ? null : await readFields(request);
		const admission = await admitAuth(request, pathname, fields);
		const auth = await getAuth(request.headers);
		const headers = new Headers(request.headers);
		headers.delete("content-length");
		const response = await auth.handler(
			new Request(new URL(pathname + search, originOf(request.headers)), {
				method: request.method,
				headers,
				body: fields === null ? null : JSON.stringify(fields),
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
	fields: Fields | null,
): Promise<Admission> {
	const path = pathname.replace(/^\/api\/auth/, "");
	if (fields === null) return admit("reads", headers, null);
	if (path === "/sign-in/anonymous") return admit("guests", headers, null);
	if (path.startsWith("/sign-up/")) return admit("sign-ups", headers, null);
	// The rest may ask for a password: of the account that the body names, or else of the session's.
	const account = path.startsWith("/sign-in/")
		? findEmail(fields)
		: `session of ${(await findSession(headers))?.userId ?? "nobody"}`;
	return admit("sign-ins", headers, `${addressOf(headers)} ${account}`);
}

async function readFields(request: Request): Promise<Fields> {
	const parsed = fieldsSchema.safeParse(
		await readJson(request, bodyLimitBytes),
	);
	if (!parsed.success) throw wrongFields(parsed.error);
	return parsed.data;
}

function findEmail({ email }: Fields): string {
	return typeof email === "string" ? email.trim().toLowerCase() : "";
}
