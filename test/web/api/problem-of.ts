import { expect } from "vitest";
import { problemSchema } from "../../../web/server/problem.ts";

/** Expects a problem document of this status and kind, and gives it. */
export async function problemOf(
	response: Response,
	status: number,
	kind: string,
) {
	expect(response.headers.get("content-type")).toBe("application/problem+json");
	const problem = problemSchema.parse(await response.json());
	expect(problem).toMatchObject({
		status,
		type: `urn:chainrule:problem:${kind}`,
	});
	expect(response.status).toBe(status);
	return problem;
}
