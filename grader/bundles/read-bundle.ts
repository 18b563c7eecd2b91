/** Reads an exercise bundle from a folder. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
	type Bundle,
	BundleError,
	exerciseSchema,
} from "../../exercises/bundle.ts";

/** Where the built-in bundles live. */
export const builtInFolder = join(import.meta.dirname, "../../exercises");

/** @throws BundleError naming file and field when the folder is not a whole, well-formed bundle */
export async function readBundle(folder: string): Promise<Bundle> {
	const text = async (file: string): Promise<string> => {
		try {
			return await readFile(join(folder, file), "utf8");
		} catch (error) {
			throw new BundleError(
				file,
				`expected this file in the bundle "${basename(folder)}"`,
				{ cause: error },
			);
		}
	};
	const exercise = parseExercise(await text("exercise.json"));
	const wrong: Record<string, string> = {};
	for (const name of await wrongNames(folder))
		wrong[name] = await text(`wrong/${name}.ts`);
	for (const name of Object.keys(exercise.wrong)) {
		if (!Object.hasOwn(wrong, name))
			throw new BundleError(
				"exercise.json",
				`wrong."${name}" has no file wrong/${name}.ts`,
			);
	}
	for (const name of Object.keys(wrong)) {
		if (!Object.hasOwn(exercise.wrong, name)) {
			throw new BundleError(
				`wrong/${name}.ts`,
				`expected a sentence for "${name}" under "wrong" in exercise.json`,
			);
		}
	}
	return {
		exercise,
		statement: {
			en: await text("statement.en.md"),
			zh: await text("statement.zh.md"),
		},
		starter: await text("starter.ts"),
		solution: await text("solution.ts"),
		cases: await text("cases.ts"),
		wrong,
	};
}

function parseExercise(text: string): Bundle["exercise"] {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		throw new BundleError(
			"exercise.json",
			`is not JSON: ${error instanceof Error ? error.message : error}`,
		);
	}
	const parsed = exerciseSchema.safeParse(json);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new BundleError(
		"exercise.json",
		`${issue?.path.join(".") || "the whole file"}: ${issue?.message}`,
	);
}

async function wrongNames(folder: string): Promise<string[]> {
	try {
		const files = await readdir(join(folder, "wrong"));
		return files
			.filter((file) => file.endsWith(".ts"))
			.map((file) => file.slice(0, -".ts".length))
			.sort();
	} catch {
		return []; // a bundle without wrong versions: proving will say so
	}
}

/** Slugs of the built-in bundles: the folders that hold an `exercise.json`. */
export async function listBuiltInSlugs(): Promise<string[]> {
	const entries = await readdir(builtInFolder, { recursive: true });
	return entries
		.filter((entry) => entry.endsWith("/exercise.json"))
		.map((entry) => entry.split("/")[0] ?? "")
		.sort();
}
