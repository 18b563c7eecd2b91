import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { builtInFolder } from "../bundles/read-bundle.ts";
import { UsageError } from "./find-bundle.ts";
import { newBundleFiles } from "./new-bundle.ts";

/**
 * `chainrule new <slug> [--into <folder>]`: makes a bundle that proves itself except for what only its author can write.
 * In this project's own folder it goes to `exercises/`, elsewhere to the present folder.
 * @returns 0 @throws UsageError when the name is no slug or is taken
 */
export async function newBundle(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { into: { type: "string" } },
	});
	const [slug, ...rest] = positionals;
	if (slug === undefined || rest.length > 0)
		throw new UsageError(
			`expected one slug: chainrule new <slug>; got ${positionals.length}`,
		);
	if (slug.length > 60 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
		throw new UsageError(
			`expected a slug of lower-case words joined by hyphens, at most 60 characters; got "${slug}"`,
		);
	const isAtHome = resolve() === dirname(builtInFolder);
	const folder = join(
		resolve(values.into ?? (isAtHome ? builtInFolder : ".")),
		slug,
	);
	if (existsSync(folder))
		throw new UsageError(`${folder} exists already; nothing was written`);
	for (const [path, text] of Object.entries(newBundleFiles(slug))) {
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text, { flag: "wx" });
	}
	const shown = relative(resolve(), folder);
	console.log(`made ${shown}
It is a whole exercise already. Make it yours, then see what is left to write:
  chainrule prove ${shown}`);
	return 0;
}
