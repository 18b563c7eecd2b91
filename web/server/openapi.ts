import { z } from "zod";
import { termSchema } from "../../exercises/pictures.ts";
import { verdictSchema } from "../../grader/verdict.ts";
import * as schemas from "./api-schemas.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import * as operatorSchemas from "./operator-schemas.ts";
import { problemSchema } from "./problem.ts";

/** The schemas that have a name of their own in the document. */
const names = z.registry<{ id: string }>();
const named: [string, z.ZodType][] = [
	["Problem", problemSchema],
	["Verdict", verdictSchema],
	["PictureTerm", termSchema],
	["ExerciseSummary", schemas.exerciseSummarySchema],
	["ExerciseList", schemas.exerciseListSchema],
	["Exercise", schemas.exerciseDetailSchema],
	["NewSubmission", schemas.newSubmissionSchema],
	["SubmissionReceived", schemas.submissionReceivedSchema],
	["Submission", schemas.submissionSchema],
	["AttemptList", schemas.attemptListSchema],
	["ProgressEvent", schemas.progressEventSchema],
	["VerdictEvent", schemas.verdictEventSchema],
	["Draft", schemas.draftSchema],
	["DraftAnswer", schemas.draftAnswerSchema],
	["DraftSaved", schemas.draftSavedSchema],
	["DraftInput", schemas.draftInputSchema],
	["DraftConflict", schemas.draftConflictSchema],
	["Leaderboard", schemas.leaderboardSchema],
	["Me", schemas.meSchema],
	["MeInput", schemas.meInputSchema],
	["OperatorOverview", operatorSchemas.operatorOverviewSchema],
	["Worker", operatorSchemas.workerSchema],
	["RegradeInput", operatorSchemas.regradeInputSchema],
	["RegradeQueued", operatorSchemas.regradeQueuedSchema],
];
for (const [id, schema] of named) names.add(schema, { id });

type Json = Record<string, unknown>;

/** Makes the OpenAPI 3.1 document of `/api/v1` from the schemas that the handlers parse with. */
export function buildOpenApi(): { openapi: "3.1.0" } & Json {
	const paths: Record<string, Json> = {};
	for (const operation of Object.values<Operation>(operations)) {
		const path = paths[operation.path] ?? {};
		path[operation.method.toLowerCase()] = describe(operation);
		paths[operation.path] = path;
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Chainrule",
			version: "1",
			description:
				"Automated grading for the mathematics of neural networks. Sign in at /api/auth (better-auth): POST sign-in/anonymous for a guest, sign-up/email or sign-in/email for an account; the answer's `token` is the bearer token.",
		},
		servers: [{ url: "/api/v1" }],
		paths,
		components: {
			schemas: componentSchemas(),
			securitySchemes: {
				cookie: {
					type: "apiKey",
					in: "cookie",
					name: "chainrule.session_token",
				},
				bearer: { type: "http", scheme: "bearer" },
			},
		},
	};
}

function componentSchemas(): Json {
	const { schemas: made } = z.toJSONSchema(names, {
		io: "input",
		uri: (id) => `#/components/schemas/${id}`,
	});
	return Object.fromEntries(
		Object.entries(made).map(([id, { $schema: _, $id: __, ...schema }]) => [
			id,
			schema,
		]),
	);
}

function describe(operation: Operation): Json {
	const { answer } = operation;
	const refusals = {
		...commonRefusals(operation),
		...operation.refusals,
	};
	return {
		operationId: operation.id,
		summary: operation.summary,
		security:
			operation.access === "anyone" ? [] : [{ cookie: [] }, { bearer: [] }],
		parameters: [
			...parameters("path", operation.params),
			...parameters("query", operation.query),
		],
		...(operation.body instanceof z.ZodUndefined
			? {}
			: {
					requestBody: {
						required: true,
						content: { "application/json": { schema: refer(operation.body) } },
					},
				}),
		responses: {
			[answer.status]: {
				description: answer.description,
				content: {
					[answer.contentType ?? "application/json"]: {
						schema: refer(answer.schema),
					},
				},
			},
			...Object.fromEntries(
				Object.entries(refusals).map(([status, refusal]) => [
					status,
					{
						description: refusal.description,
						content: {
							"application/problem+json": {
								schema: refer(refusal.schema ?? problemSchema),
							},
						},
					},
				]),
			),
		},
	};
}

/** The refusals that follow from what an operation takes. */
function commonRefusals(
	operation: Operation,
): NonNullable<Operation["refusals"]> {
	const common: NonNullable<Operation["refusals"]> = {
		429: {
			description:
				"Too much at once from this account or address. The header Retry-After, and the member `retryAfter`, say after how many seconds to come again.",
		},
	};
	if (operation.access === "user") {
		common[401] = { description: "Nobody is signed in." };
	}
	if (operation.access === "administrator") {
		common[404] = { description: "The caller is no administrator." };
	}
	if (parameters("query", operation.query).length > 0) {
		common[422] = { description: "A parameter is wrong." };
	}
	if (operation.method !== "GET") {
		common[400] = { description: "The body is not JSON." };
		common[403] = {
			description: "A write by session cookie from a foreign page.",
		};
		common[413] = { description: "The body or the source is too long." };
		common[415] = { description: "The body is not declared as JSON." };
		common[422] = { description: "Fields are wrong; `errors` names them." };
	}
	return common;
}

function parameters(place: "path" | "query", schema: z.ZodType): Json[] {
	const { properties = {}, required = [] } = toJsonSchema(schema);
	return Object.entries(properties).map(([name, property]) => ({
		name,
		in: place,
		required: required.includes(name),
		schema: property,
	}));
}

function refer(schema: z.ZodType): unknown {
	const name = names.get(schema)?.id;
	if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
	const { $schema: _, ...inline } = toJsonSchema(schema);
	return inline;
}

function toJsonSchema(schema: z.ZodType) {
	return z.toJSONSchema(schema, { io: "input" });
}
