import { expect, it } from "vitest";
import { describe } from "../../../grader/cli/grade.ts";
import { verdictFor } from "../../db/temporary-store.ts";

it("prints nothing of the student's that would steer a terminal", () => {
	const verdict = verdictFor({ slug: "neuron", version: "v" });
	const steering = "\u001b[2J\u009b1A\u202e\r\u0007";
	for (const check of verdict.checks) {
		check.status = "failed";
		check.shown = {
			input: [1],
			expected: 1,
			actual: 2,
			path: `value.${steering}key`,
		};
		check.message = { en: `wrong: ${steering}`, zh: "" };
	}
	verdict.failure = { kind: "runtime_error", message: `Error: ${steering}` };
	const text = describe(verdict, {});
	expect(text).toContain("key differs first");
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
	expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});
