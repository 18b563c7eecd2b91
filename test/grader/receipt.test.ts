import { describe, expect, it } from "vitest";
import { receiptOf, sha256 } from "../../grader/receipt.ts";
import type { Verdict } from "../../grader/verdict.ts";

const source = "export const f = 1;";
const check: Verdict["checks"][number] = {
	id: "c",
	title: { en: "check", zh: "检查" },
	status: "failed",
	points: 1,
	maxPoints: 2,
	visible: true,
	cases: { passed: 1, total: 2 },
	followThroughPoints: 0,
	mistakes: ["m"],
	shown: {
		title: { en: "case", zh: "例" },
		input: [1],
		expected: 2,
		actual: 3,
		path: "a",
	},
	message: { en: "wrong", zh: "错" },
};
const verdict: Omit<Verdict, "receipt"> = {
	schema: 1,
	status: "partial",
	points: 1,
	maxPoints: 2,
	exercise: { slug: "s", version: "v" },
	language: "typescript",
	seed: 3,
	failure: {
		kind: "time_limit",
		checkId: "c",
		caseId: "c.1",
		line: 1,
		column: 2,
		message: "long",
	},
	firstWrongStep: "a",
	mistakes: ["m"],
	checks: [check],
	console: ["said"],
	measurements: { cpuMs: 1, wallMs: 2, heapMib: 3 },
	grader: { version: "1" },
	engine: { node: "24", v8: "13" },
	isolation: "isolate",
	level: "D",
	reproducible: true,
};
const receipt = receiptOf(verdict, source);
const withCheck = (changed: Partial<Verdict["checks"][number]>) => ({
	checks: [{ ...check, ...changed }],
});

describe("a receipt", () => {
	it("is a SHA-256", () => {
		expect(receipt).toMatch(/^[0-9a-f]{64}$/);
		expect(sha256("")).toBe(
			"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		);
	});

	it.each<[string, Partial<Verdict>]>([
		["measurements", { measurements: { cpuMs: 9, wallMs: 9, heapMib: 9 } }],
		["console", { console: [] }],
		["isolation mode", { isolation: "process" }],
		["hardening level", { level: "A" }],
		[
			"a failure's wording",
			{ failure: { ...verdict.failure, kind: "time_limit", message: "other" } },
		],
		[
			"a check's wording",
			withCheck({ title: { en: "x", zh: "x" }, message: { en: "y", zh: "y" } }),
		],
		[
			"a case's title",
			withCheck({ shown: { input: [1], expected: 2, actual: 3, path: "a" } }),
		],
	])("does not change with %s", (_name, changed) => {
		expect(receiptOf({ ...verdict, ...changed }, source)).toBe(receipt);
	});

	it.each<[string, Partial<Verdict>]>([
		["status", { status: "wrong_answer" }],
		["points", { points: 1.01 }],
		["seed", { seed: 4 }],
		["exercise version", { exercise: { slug: "s", version: "w" } }],
		["grader version", { grader: { version: "2" } }],
		["engine", { engine: { node: "24", v8: "14" } }],
		["language", { language: "javascript" }],
		["mistakes", { mistakes: [] }],
		["first wrong step", { firstWrongStep: "b" }],
		[
			"a failure's line",
			{
				failure: {
					kind: "time_limit",
					checkId: "c",
					caseId: "c.1",
					line: 2,
					column: 2,
					message: "long",
				},
			},
		],
		["a check's points", withCheck({ points: 1.5 })],
		["a check's status", withCheck({ status: "passed" })],
		[
			"a shown value",
			withCheck({ shown: { input: [1], expected: 2, actual: 4, path: "a" } }),
		],
	])("changes with the %s", (_name, changed) => {
		expect(receiptOf({ ...verdict, ...changed }, source)).not.toBe(receipt);
	});

	it("changes with the source", () => {
		expect(receiptOf(verdict, `${source} `)).not.toBe(receipt);
	});
});
