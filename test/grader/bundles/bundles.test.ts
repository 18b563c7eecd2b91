import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Bundle, BundleError } from "../../../exercises/bundle.ts";
import { compileBundle } from "../../../grader/bundles/compile-cases.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../../../grader/bundles/read-bundle.ts";

const made: string[] = [];
afterEach(async () => {
	for (const folder of made.splice(0))
		await rm(folder, { recursive: true, force: true });
});

/** A copy of a whole bundle, to be spoilt. */
async function copyOfBundle(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "bundle-"));
	made.push(folder);
	await cp(join(builtInFolder, "nonlinear-backward"), folder, {
		recursive: true,
	});
	return folder;
}

async function copyWithExercise(
	change: (exercise: Record<string, unknown>) => unknown,
): Promise<string> {
	const folder = await copyOfBundle();
	const file = join(folder, "exercise.json");
	const exercise = JSON.parse(await readFile(file, "utf8"));
	await writeFile(file, JSON.stringify(change(exercise) ?? exercise));
	return folder;
}

const whole: Promise<Bundle> = readBundle(
	join(builtInFolder, "nonlinear-backward"),
);

async function compileWith(cases: string) {
	return compileBundle({ ...(await whole), cases });
}

describe("reading a bundle", () => {
	it("gives every file its role", async () => {
		const bundle = await readBundle(await copyOfBundle());
		expect(bundle.exercise.slug).toBe("nonlinear-backward");
		expect(Object.keys(bundle.wrong)).toEqual(
			Object.keys(bundle.exercise.wrong).sort(),
		);
		expect(bundle.statement.zh).not.toBe(bundle.statement.en);
	});

	it("lists the built-in ones by their folders", async () => {
		expect(await listBuiltInSlugs()).toContain("nonlinear-backward");
	});

	it.each([
		"exercise.json",
		"statement.en.md",
		"statement.zh.md",
		"starter.ts",
		"solution.ts",
		"cases.ts",
	])("names the missing file %s", async (file) => {
		const folder = await copyOfBundle();
		await rm(join(folder, file));
		await expect(readBundle(folder)).rejects.toThrow(
			new RegExp(`^${file}: expected this file in the bundle "bundle-`),
		);
	});

	it("says where exercise.json is not JSON", async () => {
		const folder = await copyOfBundle();
		await writeFile(join(folder, "exercise.json"), "{");
		await expect(readBundle(folder)).rejects.toThrow(
			/^exercise\.json: is not JSON: /,
		);
	});

	it.each<[string, (exercise: Record<string, unknown>) => unknown]>([
		[
			"minutes",
			(exercise) => {
				exercise.minutes = 0;
			},
		],
		[
			"slug",
			(exercise) => {
				exercise.slug = "../up";
			},
		],
		[
			"schemaVersion",
			(exercise) => {
				exercise.schemaVersion = 2;
			},
		],
		[
			"title.zh",
			(exercise) => {
				exercise.title = { en: "x" };
			},
		],
		[
			"the whole file",
			(exercise) => {
				exercise.extra = 1;
			},
		],
		["the whole file", () => []],
		[
			"checks.1.id",
			(exercise) => {
				const [first] = exercise.checks as unknown[];
				exercise.checks = [first, first];
			},
		],
	])("names the field %s of exercise.json", async (field, change) => {
		const folder = await copyWithExercise(change);
		await expect(readBundle(folder)).rejects.toThrow(
			`exercise.json: ${field}: `,
		);
	});

	it.each(["nowhere", "constructor", "toString"])(
		"names the sentence without a file: %s",
		async (name) => {
			const folder = await copyWithExercise((exercise) => {
				exercise.wrong = {
					...(exercise.wrong as object),
					[name]: { en: "x", zh: "x" },
				};
			});
			await expect(readBundle(folder)).rejects.toThrow(
				`exercise.json: wrong."${name}" has no file wrong/${name}.ts`,
			);
		},
	);

	it.each(["nowhere", "constructor"])(
		"names the wrong version without a sentence: %s",
		async (name) => {
			const folder = await copyOfBundle();
			await writeFile(join(folder, `wrong/${name}.ts`), "");
			await expect(readBundle(folder)).rejects.toThrow(
				`wrong/${name}.ts: expected a sentence for "${name}" under "wrong" in exercise.json`,
			);
		},
	);

	it("reads a bundle without wrong versions; proving will miss them", async () => {
		const folder = await copyWithExercise((exercise) => {
			exercise.wrong = {};
		});
		await rm(join(folder, "wrong"), { recursive: true });
		expect((await readBundle(folder)).wrong).toEqual({});
	});
});

describe("compiling a bundle's cases", () => {
	it("gives the same version for the same content, and another for any change", async () => {
		const bundle = await whole;
		const { version } = await compileBundle(bundle);
		expect((await compileBundle(structuredClone(bundle))).version).toBe(
			version,
		);
		for (const changed of [
			{ ...bundle, solution: `${bundle.solution} ` },
			{ ...bundle, starter: "" },
			{ ...bundle, cases: `${bundle.cases}\n// more` },
			{ ...bundle, wrong: {} },
			{ ...bundle, statement: { ...bundle.statement, zh: "别" } },
		])
			expect((await compileBundle(changed)).version).not.toBe(version);
	});

	it("puts no path of this machine into the script", async () => {
		const { script } = await compileBundle(await whole);
		expect(script).not.toContain(join(builtInFolder, ".."));
	});

	it("names line and column of a syntax error", async () => {
		await expect(compileWith("\nexport default (;")).rejects.toThrow(
			/^cases\.ts: .*\(line 2, column 17\)$/,
		);
	});

	it.each([
		"node:fs",
		"fs",
		"zod",
		"esbuild",
		"isolated-vm",
		"/etc/passwd",
		"/etc/hostname.json",
		"file:///etc/passwd",
		"data:text/javascript,export default 1",
		"http://localhost/x.js",
		"https://example.org/x.js",
		"../../grader/grader.ts",
		"../../package.json",
		"../../db/store.ts",
		"../nonlinear-backward/solution.ts",
		"./solution.ts",
		"./exercise.json",
		"../chapters.ts",
		"../../reference/../grader/grader.ts",
		"../../reference/../../../etc/passwd",
		"../../referenceX/a.ts",
		"../../node_modules/zod/index.js",
		"..",
		".",
		"../../reference/..",
		"./cases.ts",
	])("refuses an import of %s", async (path) => {
		for (const statement of [
			`import x from ${JSON.stringify(path)}; export default x;`,
			`export * from ${JSON.stringify(path)}; export default 1;`,
			`export default import(${JSON.stringify(path)});`,
			`export default require(${JSON.stringify(path)});`,
			`import x from ${JSON.stringify(path)} with { type: "text" }; export default x;`,
		]) {
			const failing = compileWith(statement);
			await expect(failing).rejects.toThrow(BundleError);
			await expect(failing).rejects.toThrow(
				/^cases\.ts: (may import only|Could not read|Importing)/,
			);
		}
	});

	it("takes imports of reference/ and of the authoring API", async () => {
		const { script } = await compileWith(
			'import { solve } from "../../reference/nonlinear-chain.ts"; import { cases } from "../authoring/index.ts"; import type { Localized } from "../bundle.ts"; export default [solve, cases];',
		);
		expect(script).toContain("chainruleCases");
	});
});
