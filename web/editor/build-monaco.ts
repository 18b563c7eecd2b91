import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { type MonacoFiles, monacoFilesSchema } from "./monaco-files.ts";

const webFolder = join(import.meta.dirname, "..");
const outputFolder = join(webFolder, "public/monaco");
const manifestFile = join(outputFolder, "manifest.json");
const require = createRequire(import.meta.url);

/**
 * Bundles Monaco and its two workers into `web/public/monaco`, so that the editor comes from our own server, once per
 * browser: every file carries its content's hash. Does nothing when the files there were made from the same inputs.
 */
export async function buildMonaco(): Promise<MonacoFiles> {
	const inputs = await hashInputs();
	const existing = readMonacoFiles();
	if (existing?.inputs === inputs) return existing;

	await rm(outputFolder, { recursive: true, force: true });
	await mkdir(outputFolder, { recursive: true });
	const result = await build({
		entryPoints: {
			editor: join(import.meta.dirname, "monaco-entry.ts"),
			"editor-worker": require.resolve("monaco-editor/editor/editor.worker.js"),
			"typescript-worker": require.resolve(
				"monaco-editor/language/typescript/ts.worker.js",
			),
		},
		outdir: outputFolder,
		entryNames: "[name]-[hash]",
		assetNames: "[name]-[hash]",
		bundle: true,
		minify: true,
		format: "esm",
		target: ["es2022"],
		loader: { ".ttf": "file" },
		legalComments: "none",
		metafile: true,
		logLevel: "error",
	});

	const names = Object.keys(result.metafile.outputs).map((name) =>
		basename(name),
	);
	const nameOf = (start: string, end: string): string => {
		const name = names.find((candidate) =>
			new RegExp(`^${start}-[A-Z0-9]+\\.${end}$`).test(candidate),
		);
		if (name === undefined)
			throw new Error(
				`the editor's build made no ${start} file ending in .${end}`,
			);
		return `/monaco/${name}`;
	};
	const files: MonacoFiles = {
		inputs,
		editor: nameOf("editor", "js"),
		style: nameOf("editor", "css"),
		editorWorker: nameOf("editor-worker", "js"),
		typescriptWorker: nameOf("typescript-worker", "js"),
	};
	await writeFile(manifestFile, `${JSON.stringify(files, null, 2)}\n`);
	return files;
}

/** Reads what `buildMonaco` wrote, or null before the first build. */
export function readMonacoFiles(): MonacoFiles | null {
	if (!existsSync(manifestFile)) return null;
	const parsed = monacoFilesSchema.safeParse(
		JSON.parse(readFileSync(manifestFile, "utf8")),
	);
	return parsed.success &&
		existsSync(join(webFolder, "public", parsed.data.editor))
		? parsed.data
		: null;
}

async function hashInputs(): Promise<string> {
	const hash = createHash("sha256");
	for (const file of [
		join(import.meta.dirname, "monaco-entry.ts"),
		join(import.meta.dirname, "build-monaco.ts"),
		join(require.resolve("monaco-editor/editor.js"), "../../../package.json"),
	]) {
		hash.update(await readFile(file));
	}
	return hash.digest("hex");
}
