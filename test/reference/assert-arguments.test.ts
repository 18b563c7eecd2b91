import { describe, expect, it } from "vitest";
import * as assert from "../../reference/assert-arguments.ts";
import { itRefuses } from "./refusal.ts";

describe("the argument assertions", () => {
	it("let good arguments pass, NaN and empty arrays among them", () => {
		expect(() => {
			assert.assertNumber(Number.NaN, "x");
			assert.assertFunction(() => 0, "f");
			assert.assertCount(0, "n");
			assert.assertVector([], "v");
			assert.assertMatrix([], "A");
			assert.assertMatrix([[1], [2]], "A");
			assert.assertLength([1], 1, "v");
			assert.assertNotEmpty([1], "v");
		}).not.toThrow();
	});

	itRefuses([
		[
			"text for a number",
			() => assert.assertNumber("2", "x"),
			TypeError,
			"x must be a number, got string",
		],
		[
			"null for a number",
			() => assert.assertNumber(null, "x"),
			TypeError,
			"x must be a number, got null",
		],
		[
			"an array for a number",
			() => assert.assertNumber([2], "x"),
			TypeError,
			"x must be a number, got an array",
		],
		[
			"a number for a function",
			() => assert.assertFunction(1, "f"),
			TypeError,
			"f must be a function, got number",
		],
		[
			"text for a count",
			() => assert.assertCount("2", "n"),
			TypeError,
			"n must be a number, got string",
		],
		[
			"half a count",
			() => assert.assertCount(2.5, "n"),
			RangeError,
			"n must be a whole number of at least 0, got 2.5",
		],
		[
			"too small a count",
			() => assert.assertCount(1, "n", 2),
			RangeError,
			"n must be a whole number of at least 2, got 1",
		],
		[
			"an infinite count",
			() => assert.assertCount(Infinity, "n"),
			RangeError,
			"n must be a whole number of at least 0, got Infinity",
		],
		[
			"an object for a vector",
			() => assert.assertVector({}, "v"),
			TypeError,
			"v must be an array of numbers, got object",
		],
		[
			"text in a vector",
			() => assert.assertVector([1, "2"], "v"),
			TypeError,
			"v[1] must be a number, got string",
		],
		[
			"a hole in a vector",
			() => assert.assertVector(Array(1), "v"),
			TypeError,
			"v[0] must be a number, got undefined",
		],
		[
			"a number for a matrix",
			() => assert.assertMatrix(1, "A"),
			TypeError,
			"A must be an array of rows, got number",
		],
		[
			"a vector for a matrix",
			() => assert.assertMatrix([1], "A"),
			TypeError,
			"A[0] must be an array of numbers, got number",
		],
		[
			"rows of two lengths",
			() => assert.assertMatrix([[1], [1, 2]], "A"),
			RangeError,
			"every row of A must have length 1, got 2",
		],
		[
			"another length",
			() => assert.assertLength([1], 2, "v"),
			RangeError,
			"v must have length 2, got 1",
		],
		[
			"nothing where something is needed",
			() => assert.assertNotEmpty([], "v"),
			RangeError,
			"v must not be empty",
		],
	]);
});
