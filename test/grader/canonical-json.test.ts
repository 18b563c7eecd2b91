import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../grader/canonical-json.ts";

describe("canonical JSON", () => {
	it("reads back as what was written", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(JSON.parse(canonicalJson(value))).toEqual(
					JSON.parse(JSON.stringify(value)),
				);
			}),
		);
	});

	it("does not depend on the order in which keys were set", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
				const turned = Object.fromEntries(Object.entries(value).reverse());
				expect(canonicalJson(turned)).toBe(canonicalJson({ ...value }));
			}),
		);
	});

	it("orders keys by code unit and leaves out undefined ones", () => {
		expect(
			canonicalJson({ b: 1, a: [true, null], Z: undefined, é: "é", "": 0 }),
		).toBe('{"":0,"a":[true,null],"b":1,"é":"é"}');
	});

	it.each([
		[Number.NaN, "JSON cannot hold NaN"],
		[{ a: Number.POSITIVE_INFINITY }, "JSON cannot hold Infinity"],
		[undefined, "JSON cannot hold a undefined"],
		[[undefined], "JSON cannot hold a undefined"],
		[() => 1, "JSON cannot hold a function"],
		[1n, "JSON cannot hold a bigint"],
	])("refuses what JSON cannot hold", (value, message) => {
		expect(() => canonicalJson(value)).toThrow(new TypeError(message));
	});
});
