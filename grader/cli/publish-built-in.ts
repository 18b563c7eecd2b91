/** Publishes the built-in bundles at start: those whose content, grader and engine are known already cost nothing. */
import { join } from "node:path";
import type { Store } from "../../db/store.ts";
import { compileBundle } from "../bundles/compile-cases.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../bundles/read-bundle.ts";
import { Grader } from "../grader.ts";
import { prepareBundle } from "../proving/prove.ts";
import { getChildPrograms } from "../sandbox/child-program.ts";

/**
 * `npm test` proves every built-in bundle whole; here only what grading needs is made: budgets, recorded outcomes and the
 * public part.
 * @throws BundleError when a bundle cannot be prepared
 */
export async function publishBuiltIn(
	store: Store,
	onPublished: (slug: string) => void,
): Promise<void> {
	const { hash } = await getChildPrograms();
	const madeBy = `${hash} ${process.versions.v8}`;
	const grader = new Grader({ size: 2 });
	try {
		for (const slug of await listBuiltInSlugs()) {
			const bundle = await readBundle(join(builtInFolder, slug));
			const { version } = await compileBundle(bundle);
			const current = await store.findExercise(slug);
			if (
				current?.version === version &&
				(await isMadeBy(store, version, madeBy))
			)
				continue;
			const prepared = await prepareBundle(grader, bundle);
			const { exercise, statement, starter } = bundle;
			await store.publishVersion(
				{
					version,
					slug,
					exercise,
					statement,
					starter,
					publicPart: prepared.publicPart,
					publishedAt: Date.now(),
				},
				{
					script: prepared.compiled.script,
					proofs: JSON.stringify({ madeBy, ...prepared.version.proofs }),
				},
			);
			onPublished(slug);
		}
	} finally {
		await grader.close();
	}
}

async function isMadeBy(
	store: Store,
	version: string,
	madeBy: string,
): Promise<boolean> {
	const proofs: unknown = JSON.parse((await store.getCompiled(version)).proofs);
	return (
		typeof proofs === "object" &&
		proofs !== null &&
		Reflect.get(proofs, "madeBy") === madeBy
	);
}
