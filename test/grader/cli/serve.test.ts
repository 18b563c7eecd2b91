import { expect, it } from "vitest";
import { isBuiltIntoPages } from "../../../grader/cli/serve.ts";

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
