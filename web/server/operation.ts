import type { z } from "zod";
import type { LimitName } from "./limits.ts";

export type AccessKind = "anyone" | "user" | "administrator";

/**
 * One operation of the HTTP API: what its handler parses with, and what the OpenAPI document says of it.
 *
 * @example operation({ id: "listExercises", method: "GET", path: "/exercises", summary: "…", access: "anyone", … })
 */
export interface Operation<
	Params extends z.ZodType = z.ZodType,
	Query extends z.ZodType = z.ZodType,
	Body extends z.ZodType = z.ZodType,
	Answer extends z.ZodType = z.ZodType,
	Access extends AccessKind = AccessKind,
> {
	/** Unique; becomes the OpenAPI operationId. */
	id: string;
	method: "GET" | "POST" | "PUT";
	/** Below `/api/v1`, e.g. "/exercises/{slug}". */
	path: string;
	summary: string;
	/**
	 * Who may call: "user" needs a session, a guest's will do; to whoever is no "administrator" the address does not exist.
	 */
	access: Access;
	/** What it is counted as; without it a GET is one of the "reads", anything else one of the "writes". */
	limit?: LimitName;
	params: Params;
	query: Query;
	/** `z.undefined()` for none. */
	body: Body;
	answer: {
		status: number;
		description: string;
		schema: Answer;
		/** `application/json` unless told otherwise. */
		contentType?: string;
	};
	/** Refusals beyond those that every operation of its kind has, by status. */
	refusals?: Record<number, { description: string; schema?: z.ZodType }>;
}

/** Keeps the schemas' types while checking the shape. */
export function operation<
	Params extends z.ZodType,
	Query extends z.ZodType,
	Body extends z.ZodType,
	Answer extends z.ZodType,
	Access extends AccessKind,
>(
	declared: Operation<Params, Query, Body, Answer, Access>,
): Operation<Params, Query, Body, Answer, Access> {
	return declared;
}
