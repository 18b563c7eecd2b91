import { expect, it } from "vitest";
import {
	isBuiltIntoPages,
	requireWritable,
} from "../../../grader/cli/serve.ts";

it.each([
	["web/app/page.tsx", true],
	["exercises/bundle.ts", true],
	// The harness, which a page may run, builds library functions from it.
	["exercises/authoring/functions.ts", true],
	["exercises/nonlinear-backward/solution.ts", false],
	["web/.next/BUILD_ID", false],
	["web/public/monaco/manifest.json", false],
	["web/next-env.d.ts", false],
])(
	"tells whether a change of %s needs the pages built anew",
	(path, isNeeded) => {
		expect(isBuiltIntoPages(path)).toBe(isNeeded);
	},
);

it("says what to do where the pages cannot be built", () => {
	expect(() => requireWritable("/no/such/installation/web")).toThrow(
		"the pages in /no/such/installation/web were not built from these sources, and this user cannot write there; run `npm run build` as the user who installed Chainrule",
	);
	expect(() => requireWritable(import.meta.dirname)).not.toThrow();
});
