import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Bundle } from "../../exercises/bundle.ts";
import {
	type CompiledBundle,
	compileBundle,
} from "../bundles/compile-cases.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../bundles/read-bundle.ts";
import type { GradableVersion, Grader } from "../grader.ts";
import { prepareVersion } from "../proving/record-proofs.ts";
import { getChildPrograms } from "../sandbox/child-program.ts";

/** The command was used wrongly; the message is one sentence for the person at the terminal. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}

/**
 * Finds a bundle by a built-in slug or by a folder.
 * @throws UsageError when there is neither; BundleError when it is not well formed
 */
export async function findBundle(slugOrFolder: string): Promise<Bundle> {
	const builtIn = join(builtInFolder, slugOrFolder);
	const isSlug = /^[a-z0-9-]+$/.test(slugOrFolder);
	if (isSlug && existsSync(join(builtIn, "exercise.json")))
		return readBundle(builtIn);
	const folder = resolve(slugOrFolder);
	if (existsSync(join(folder, "exercise.json"))) return readBundle(folder);
	const slugs = await listBuiltInSlugs();
	throw new UsageError(
		`there is no exercise "${slugOrFolder}": expected a bundle folder or one of ${slugs.join(", ")}`,
	);
}

/** Prepares a bundle for grading; what its own solution and wrong versions did is kept between commands. */
export async function loadVersion(
	grader: Grader,
	bundle: Bundle,
): Promise<GradableVersion> {
	const compiled = await compileBundle(bundle);
	const { student, hash } = await getChildPrograms();
	const cache = join(
		dirname(student.file),
		`proofs-${hash}-${compiled.version}-${process.versions.v8}.json`,
	);
	const known = await readProofs(cache);
	if (known) return toVersion(compiled, known);
	const version = await prepareVersion(grader, compiled);
	await storeProofs(cache, version.proofs);
	return version;
}

function toVersion(
	compiled: CompiledBundle,
	proofs: GradableVersion["proofs"],
): GradableVersion {
	return {
		version: compiled.version,
		exercise: compiled.bundle.exercise,
		script: compiled.script,
		proofs,
	};
}

async function readProofs(
	cache: string,
): Promise<GradableVersion["proofs"] | null> {
	try {
		return JSON.parse(
			await readFile(cache, "utf8"),
		) as GradableVersion["proofs"]; // written below, under a content hash
	} catch {
		return null; // not there yet, or cut short: it is measured again
	}
}

async function storeProofs(
	cache: string,
	proofs: GradableVersion["proofs"],
): Promise<void> {
	const partial = `${cache}.${process.pid}`;
	try {
		await writeFile(partial, JSON.stringify(proofs));
		await rename(partial, cache);
	} catch (error) {
		// A read-only installation: the next command measures again.
		const code = error instanceof Error && "code" in error ? error.code : null;
		if (code !== "EROFS" && code !== "EACCES") throw error;
	}
}
