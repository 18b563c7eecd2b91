import { join } from "node:path";
import { compileBundle } from "../../grader/bundles/compile-cases.ts";
import { builtInFolder, readBundle } from "../../grader/bundles/read-bundle.ts";
import type { GradableVersion, Grader } from "../../grader/grader.ts";
import { prepareVersion } from "../../grader/proving/record-proofs.ts";

/** A built-in exercise, published as far as grading needs it, with its solution. */
export async function prepareBuiltIn(
	grader: Grader,
	slug: string,
): Promise<{ version: GradableVersion; solution: string }> {
	const bundle = await readBundle(join(builtInFolder, slug));
	const version = await prepareVersion(grader, await compileBundle(bundle));
	return { version, solution: bundle.solution };
}
