import { z } from "zod";

/** What went wrong with one field; `path` leads to it, e.g. "exercise" or "answers.0". */
const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** A problem document (RFC 9457): how every error of the HTTP API looks. */
export const problemSchema = z.looseObject({
	type: z.string().describe("names the kind of problem; stable"),
	title: z.string(),
	status: z.int(),
	detail: z.string().describe("a sentence about this case"),
	errors: z.array(fieldErrorSchema).optional(),
});

const titles = {
	"bad-request": [400, "The request cannot be read"],
	"not-signed-in": [401, "Not signed in"],
	"foreign-origin": [403, "The request comes from another site"],
	"not-allowed": [403, "Not allowed"],
	"not-found": [404, "Not found"],
	"draft-conflict": [409, "The draft was changed elsewhere"],
	"not-set-aside": [409, "The submission is not set aside"],
	"too-large": [413, "Too large"],
	"wrong-content-type": [415, "Not JSON"],
	"wrong-fields": [422, "Fields are wrong"],
	"too-many-requests": [429, "Too many requests"],
	"too-many-waiting": [429, "Too many submissions waiting"],
	"internal-error": [500, "Our fault"],
	"too-busy": [503, "Too busy"],
} as const;

/** The closed list of problems; the last part of a document's `type`. */
export type ProblemKind = keyof typeof titles;

/** A refusal that the API's caller may read. Thrown inside handlers, answered by the wrapper around them. */
export class Problem extends Error {
	override readonly name = "Problem";
	readonly kind: ProblemKind;
	readonly extra: Record<string, unknown>;
	/**
	 * @param extra further members of the document, e.g. `{ errors }`; `retryAfter`, in seconds, becomes the header
	 *   `Retry-After` as well
	 */
	constructor(
		kind: ProblemKind,
		detail: string,
		extra: Record<string, unknown> = {},
	) {
		super(detail);
		this.kind = kind;
		this.extra = extra;
	}

	/** The document as an answer. */
	toResponse(): Response {
		const [status, title] = titles[this.kind];
		const { retryAfter } = this.extra;
		const body = {
			type: `urn:chainrule:problem:${this.kind}`,
			title,
			status,
			detail: this.message,
			...this.extra,
		};
		return new Response(JSON.stringify(body), {
			status,
			headers: {
				"content-type": "application/problem+json",
				"cache-control": "no-store",
				...(typeof retryAfter === "number"
					? { "retry-after": String(retryAfter) }
					: {}),
			},
		});
	}
}

/** Says that an address of the API leads nowhere. */
export function noSuchAddress(pathname: string): Problem {
	return new Problem(
		"not-found",
		`There is no "${pathname}"; see /api/v1/openapi.json.`,
	);
}

/** Says which fields are wrong. */
export function wrongFields(error: z.ZodError): Problem {
	const errors = error.issues.flatMap((issue): FieldError[] =>
		issue.code === "unrecognized_keys"
			? issue.keys.map((key) => ({
					path: [...issue.path, key].join("."),
					message: "There is no such field",
				}))
			: [{ path: issue.path.join("."), message: issue.message }],
	);
	const detail = errors
		.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`))
		.join("; ");
	return new Problem("wrong-fields", detail, { errors });
}
