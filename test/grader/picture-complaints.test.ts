import { describe, expect, it } from "vitest";
import { picturesSchema } from "../../exercises/pictures.ts";
import { findPictureComplaints } from "../../grader/proving/picture-complaints.ts";

const publicPart = {
	functions: [
		{ name: "solve", parameters: ["x", "y"], inputs: [], steps: [] },
		{ name: "update", parameters: ["x"], inputs: [], steps: [] },
	],
	cases: [
		{
			checkId: "a",
			caseId: "a.1",
			title: { en: "one", zh: "一" },
			function: "solve",
			input: [1, 2],
			expected: 3,
			steps: [],
		},
		{
			checkId: "a",
			caseId: "a.2",
			title: { en: "refused", zh: "拒绝" },
			function: "update",
			input: [-1],
			expected: null,
			throws: "RangeError",
			steps: [],
		},
	],
};

function complaintsOf(declared: object): string[] {
	const pictures = picturesSchema.parse([
		{
			kind: "bars",
			function: "solve",
			caption: { en: "p", zh: "图" },
			series: [{ label: "p", values: "input.x" }],
			...declared,
		},
	]);
	return findPictureComplaints(pictures, publicPart);
}

describe("what proving says of pictures", () => {
	it("is nothing where every name leads somewhere", () => {
		expect(complaintsOf({})).toEqual([]);
	});

	it.each<[string, object, RegExp]>([
		[
			"of a function that is not there",
			{ function: "descend" },
			/pictures\.0\.function: expected a function of cases\.ts \(solve, update\); got "descend"/,
		],
		[
			"of a function whose visible cases all throw",
			{ function: "update" },
			/pictures\.0\.function: "update" has no visible case to draw from/,
		],
		[
			"of a case beyond the last",
			{ case: 2 },
			/pictures\.0\.case: expected at most 1, .*; got 2/,
		],
		[
			"of a parameter that is not there",
			{ series: [{ label: "p", values: { absolute: "input.z[0]" } }] },
			/pictures\.0: "input\.z" names no parameter of solve \(x, y\)/,
		],
		[
			"of another function that is not there",
			{ series: [{ label: "p", values: "of.errors.total" }] },
			/pictures\.0: "of\.errors" names no function of cases\.ts \(solve, update\)/,
		],
	])("complains %s", (_, declared, message) => {
		expect(complaintsOf(declared)).toEqual([expect.stringMatching(message)]);
	});
});
