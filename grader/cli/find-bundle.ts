import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Bundle } from "../../exercises/bundle.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../bundles/read-bundle.ts";

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
