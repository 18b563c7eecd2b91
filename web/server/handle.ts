import type { z } from "zod";
import { mayOperate } from "../../db/roles.ts";
import type { Store } from "../../db/store.ts";
import { bodyLimitBytes } from "./api-schemas.ts";
import { observeRequest } from "./metrics.ts";
import type { AccessKind, Operation } from "./operation.ts";
import { noSuchAddress, Problem, wrongFields } from "./problem.ts";
import { type Admission, admit } from "./rate-limit.ts";
import { readJson } from "./read-body.ts";
import { refuse } from "./refuse.ts";
import { isSameOrigin } from "./request-origin.ts";
import {
	type ApiSession,
	findApiSession,
	hasBearerToken,
	type SessionUser,
	strangerProblem,
} from "./session.ts";
import { getStore } from "./store.ts";

/** What a handler gets: everything parsed and allowed. */
export interface Call<Params, Query, Body, Access> {
	params: Params;
	query: Query;
	body: Body;
	user: Access extends "anyone" ? SessionUser | null : SessionUser;
	store: Store;
	request: Request;
	/** The request's place under the rate limits. */
	admission: Admission;
}

/** What a handler gives: the answer's value (the operation names its status), or a whole response of its own. */
export type Outcome<Answer> =
	| { value: Answer; headers?: Record<string, string> }
	| Response;

/** A Next route handler. For an address without parameters Next gives `undefined`, whatever its types say. */
export type RouteHandler = (
	request: Request,
	context: {
		params: Promise<Record<string, string | string[] | undefined> | undefined>;
	},
) => Promise<Response>;

/**
 * Wraps a handler with what all share: session, rate limits, same-origin check of writes by cookie, parsing with the operation's
 * schemas, bounded bodies, problem documents for every error, a line in the log for our own faults, and metrics.
 */
export function handle<
	Params extends z.ZodType,
	Query extends z.ZodType,
	Body extends z.ZodType,
	Answer extends z.ZodType,
	Access extends AccessKind,
>(
	operation: Operation<Params, Query, Body, Answer, Access>,
	respond: (
		call: Call<z.output<Params>, z.output<Query>, z.output<Body>, Access>,
	) => Promise<Outcome<z.input<Answer>>>,
): RouteHandler {
	return async (request, context) => {
		const start = performance.now();
		const response = await answer(operation, respond, request, context).catch(
			async (error: unknown) =>
				refuse(error, {
					operation: operation.id,
					...(await submissionOf(operation, context)),
				}),
		);
		observeRequest(operation, response.status, performance.now() - start);
		if (request.method !== "HEAD") return response;
		// Next hands HEAD to the same function and drops the body unread: an event stream would stay open behind it.
		await response.body?.cancel();
		return new Response(null, response);
	};
}

async function answer<
	Params extends z.ZodType,
	Query extends z.ZodType,
	Body extends z.ZodType,
	Answer extends z.ZodType,
	Access extends AccessKind,
>(
	operation: Operation<Params, Query, Body, Answer, Access>,
	respond: (
		call: Call<z.output<Params>, z.output<Query>, z.output<Body>, Access>,
	) => Promise<Outcome<z.input<Answer>>>,
	request: Request,
	context: Parameters<RouteHandler>[1],
): Promise<Response> {
	const session = await findApiSession(request.headers);
	const userId = session?.user.userId ?? null;
	if (operation.access !== "anyone" && userId === null) {
		// Counted apart: whoever knocks without a session takes nothing from those behind the same address who have one.
		admit("strangers", request.headers, null);
	}
	requireAccess(operation.access, session, request);
	const limit =
		operation.limit ?? (operation.method === "GET" ? "reads" : "writes");
	const admission = admit(limit, request.headers, userId);
	if (operation.method !== "GET") requireOwnPage(request);
	const query = Object.fromEntries(new URL(request.url).searchParams);
	const outcome = await respond({
		params: parse(operation.params, (await context.params) ?? {}),
		query: parse(operation.query, query),
		body: parse(
			operation.body,
			operation.method === "GET"
				? undefined
				: await readJson(request, bodyLimitBytes),
		),
		// Refused above when the operation needs a user and there is none.
		user: (session?.user ?? null) as Call<
			unknown,
			unknown,
			unknown,
			Access
		>["user"],
		store: await getStore(),
		request,
		admission,
	});
	return withCookies(
		outcome instanceof Response
			? outcome
			: new Response(JSON.stringify(outcome.value), {
					status: operation.answer.status,
					headers: {
						"content-type": "application/json",
						"cache-control": "no-store",
						...outcome.headers,
					},
				}),
		session,
	);
}

/** @throws Problem 401 for a stranger; 404 for whoever is no administrator, as if there were nothing here */
function requireAccess(
	access: AccessKind,
	session: ApiSession | null,
	request: Request,
): void {
	if (access === "user" && session === null) throw strangerProblem();
	if (access !== "administrator") return;
	if (session !== null && mayOperate(session.user)) return;
	const { pathname } = new URL(request.url);
	throw noSuchAddress(pathname);
}

/** The field that every log line about a submission has. */
async function submissionOf(
	{ path }: Operation,
	context: Parameters<RouteHandler>[1],
): Promise<{ submissionId?: string }> {
	const id = (await context.params)?.id;
	return path.includes("/submissions/{id}") && typeof id === "string"
		? { submissionId: id }
		: {};
}

/** A write that a browser signs with its cookie comes from one of our own pages, or it is refused. */
function requireOwnPage(request: Request): void {
	if (hasBearerToken(request.headers) || isSameOrigin(request.headers)) return;
	const origin = request.headers.get("origin");
	throw new Problem(
		"foreign-origin",
		`A write with a session cookie must come from our own pages, not from ${origin ?? "a request without an Origin header"}; programs send a bearer token instead.`,
	);
}

function parse<Schema extends z.ZodType>(
	schema: Schema,
	value: unknown,
): z.output<Schema> {
	const parsed = schema.safeParse(value);
	if (!parsed.success) throw wrongFields(parsed.error);
	return parsed.data;
}

function withCookies(response: Response, session: ApiSession | null): Response {
	for (const cookie of session?.setCookies ?? []) {
		response.headers.append("set-cookie", cookie);
	}
	return response;
}
