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
import { getChildPrograms } from "../sandbox/child-program.ts";
import { prepareOnce } from "./prepare-once.ts";

/** Bundles prepared at the same time. */
const atOnce = 2;

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
	const grader = new Grader({ size: atOnce });
	const pending = (await listBuiltInSlugs()).values();
	const work = async () => {
		for (const slug of pending)
			if (await publish(store, grader, slug, madeBy)) onPublished(slug);
	};
	try {
		await Promise.all(Array.from({ length: atOnce }, work));
	} finally {
		await grader.close();
	}
}

/** @returns false when the store has just that already */
async function publish(
	store: Store,
	grader: Grader,
	slug: string,
	madeBy: string,
): Promise<boolean> {
	const bundle = await readBundle(join(builtInFolder, slug));
	const compiled = await compileBundle(bundle);
	const current = await store.findExercise(slug);
	if (
		current?.version === compiled.version &&
		(await isMadeBy(store, compiled.version, madeBy))
	)
		return false;
	const { version, publicPart } = await prepareOnce(grader, bundle, compiled);
	const { exercise, statement, starter } = bundle;
	await store.publishVersion(
		{
			version: version.version,
			slug,
			exercise,
			statement,
			starter,
			publicPart,
			publishedAt: Date.now(),
		},
		{
			script: compiled.script,
			proofs: JSON.stringify({ madeBy, ...version.proofs }),
		},
	);
	return true;
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
