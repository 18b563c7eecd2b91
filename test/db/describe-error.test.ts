import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { describeError, withoutAddresses } from "../../db/describe-error.ts";

test("keeps kind, message, code, stack and causes of an error, and nothing else that hangs on it", () => {
	const cause = Object.assign(new RangeError("too far"), { code: "E_FAR" });
	const error = Object.assign(new Error("it broke", { cause }), {
		source: "canary",
	});
	const described = describeError(error);
	expect(described).toMatchObject({
		type: "Error",
		message: "it broke",
		cause: { type: "RangeError", message: "too far", code: "E_FAR" },
	});
	expect(described.stack).toContain("describe-error.test.ts");
	expect(JSON.stringify(described)).not.toContain("canary");
});

test("cuts a failed statement's parameters out of message and stack", () => {
	const error = new DrizzleQueryError(
		"select * from users where email = ?",
		["canary@example.org", "canary\n    at source (text)"],
		new Error("database is locked"),
	);
	expect(error.stack).toContain("canary");
	const described = describeError(error);
	expect(described.message).toBe(
		"Failed query: select * from users where email = ?",
	);
	expect(described.cause?.message).toBe("database is locked");
	expect(JSON.stringify(described)).not.toContain("canary");
});

test("leaves no e-mail address in a text, and paths of packages as they are", () => {
	expect(withoutAddresses("for ada.l+x@mail.example.org: no")).toBe(
		"for [address]: no",
	);
	const path = "at /app/node_modules/@next/x.js (pkg@16.4.6)";
	expect(withoutAddresses(path)).toBe(path);
});

test("describes what is no error without showing it, and a chain of causes that ends in itself", () => {
	expect(JSON.stringify(describeError("canary"))).not.toContain("canary");
	const loop = new Error("round");
	loop.cause = loop;
	expect(JSON.stringify(describeError(loop)).length).toBeLessThan(50_000);
});
