/**
 * Prepares bundles for grading. What a bundle's own solution and wrong versions did, and its public part, are kept between
 * commands in a file named by bundle, grader and engine: a second course on this machine starts at once.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bundle } from "../../exercises/bundle.ts";
import {
	type CompiledBundle,
	compileBundle,
} from "../bundles/compile-cases.ts";
import type { GradableVersion, Grader } from "../grader.ts";
import { type Proved, prepareBundle } from "../proving/prove.ts";
import type { PublicPart } from "../public-part.ts";
import { getChildPrograms } from "../sandbox/child-program.ts";

/** What is kept; written by this file alone, under a name that holds hashes of all it depends on. */
interface Kept {
	proofs: GradableVersion["proofs"];
	publicPart: PublicPart;
}

/** @throws BundleError when the bundle cannot be prepared */
export async function prepareOnce(
	grader: Grader,
	bundle: Bundle,
	compiled?: CompiledBundle,
): Promise<Omit<Proved, "proof">> {
	compiled ??= await compileBundle(bundle);
	const { student, hash } = await getChildPrograms();
	const file = join(
		dirname(student.file),
		`prepared-${hash}-${compiled.version}-${process.versions.v8}.json`,
	);
	const known = await read(file);
	if (known) {
		const { version, script } = compiled;
		const { exercise } = bundle;
		const { proofs, publicPart } = known;
		return {
			compiled,
			version: { version, exercise, script, proofs },
			publicPart,
		};
	}
	const { version, publicPart } = await prepareBundle(grader, bundle);
	await keep(file, { proofs: version.proofs, publicPart });
	return { compiled, version, publicPart };
}

async function read(file: string): Promise<Kept | null> {
	try {
		return JSON.parse(await readFile(file, "utf8")) as Kept;
	} catch {
		return null; // not there yet, or cut short: it is made again
	}
}

async function keep(file: string, kept: Kept): Promise<void> {
	const partial = `${file}.${process.pid}`;
	try {
		await writeFile(partial, JSON.stringify(kept));
		await rename(partial, file);
	} catch (error) {
		// A read-only installation: the next command makes it again.
		const code = error instanceof Error && "code" in error ? error.code : null;
		if (code !== "EROFS" && code !== "EACCES") throw error;
	}
}
