import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	checkFields,
	nameProblem,
} from "../../../web/account/account-problem.ts";
import { safePath } from "../../../web/account/safe-path.ts";

describe("safePath", () => {
	it("keeps a path of this server with its query and fragment", () => {
		expect(safePath("/exercises/nonlinear-backward?x=1#main")).toBe(
			"/exercises/nonlinear-backward?x=1#main",
		);
	});

	it.each([
		"//evil.example",
		"/\\evil.example",
		"/\t/evil.example",
		"/.//evil.example",
		"https://evil.example",
		"javascript:alert(1)",
		"evil",
		"",
	])("refuses %j", (wanted) => {
		expect(safePath(wanted)).toBe("/");
	});

	it("refuses a missing or repeated parameter", () => {
		expect(safePath(undefined)).toBe("/");
		expect(safePath(["/a", "/b"])).toBe("/");
	});

	it("never leads to another origin, whatever is asked", () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom(
						"/",
						"\\",
						".",
						":",
						"@",
						"a",
						"\t",
						"\n",
						"%",
						"?",
						"#",
						" ",
					),
				}),
				(text) => {
					expect(
						new URL(safePath(`/${text}`), "https://course.example").origin,
					).toBe("https://course.example");
				},
			),
		);
	});
});

describe("account problems", () => {
	it("name what better-auth refused", () => {
		expect(nameProblem(401, "INVALID_EMAIL_OR_PASSWORD")).toBe("credentials");
		expect(nameProblem(422, "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL")).toBe(
			"exists",
		);
		expect(nameProblem(429, undefined)).toBe("tooMany");
		expect(nameProblem(500, { not: "a code" })).toBe("other");
	});

	it("stop a form that cannot succeed before it is sent", () => {
		expect(checkFields({ name: " ", email: "a@b", password: "12345678" })).toBe(
			"name",
		);
		expect(checkFields({ email: "nobody", password: "12345678" })).toBe(
			"email",
		);
		expect(checkFields({ name: "Ada", email: "a@b", password: "short" })).toBe(
			"passwordShort",
		);
		expect(checkFields({ email: "a@b", password: "x".repeat(129) })).toBe(
			"passwordLong",
		);
		expect(checkFields({ email: "a@b", password: "short" })).toBeNull();
	});
});
