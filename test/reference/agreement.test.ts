import { describe, expect, it } from "vitest";
import { expectAgreement, onePass } from "./agreement.ts";

describe("the comparison with recorded numbers", () => {
	it("counts every plain value it has compared", () => {
		expect(
			expectAgreement(
				{ a: [1, 2], b: { c: true }, extra: 0 },
				{ a: [1, 2], b: { c: true } },
				onePass,
			),
		).toBe(3);
	});

	it.each([
		["a number that is off by more than the tolerance", 1.00001, 1],
		["NaN", Number.NaN, 1],
		["a missing value", {}, { a: 1 }],
		["a longer list", [1, 2], [1]],
		["a number for a list", 1, [1]],
		["another boolean", false, true],
	])("fails for %s", (_, got, want) => {
		expect(() => expectAgreement(got, want, onePass)).toThrow();
	});
});
