/** Compiles a bundle's `cases.ts`, with the parts of `reference` and of the authoring API it uses, into one script. */
import { dirname, join, normalize, resolve } from "node:path";
import { type BuildFailure, build } from "esbuild";
import { type Bundle, BundleError } from "../../exercises/bundle.ts";
import { canonicalJson } from "../canonical-json.ts";
import { sha256 } from "../receipt.ts";

const project = resolve(import.meta.dirname, "../..");
const allowed = [
	join(project, "reference"),
	join(project, "exercises/authoring"),
	join(project, "exercises/bundle.ts"),
];

/** A bundle made ready for an author child; `version` is the hash of its content and of the code it uses. */
export interface CompiledBundle {
	bundle: Bundle;
	version: string;
	script: string;
}

/**
 * `cases.ts` is compiled as if it lay in `exercises/<slug>/`, wherever the bundle came from.
 * @throws BundleError when it does not compile or imports anything but `reference/` and the authoring API
 */
export async function compileBundle(bundle: Bundle): Promise<CompiledBundle> {
	const folder = join(project, "exercises", bundle.exercise.slug);
	const script = await compile(bundle.cases, folder);
	const { exercise, statement, starter, solution, cases, wrong } = bundle;
	const content = canonicalJson({
		exercise,
		statement,
		starter,
		solution,
		cases,
		wrong,
		script: sha256(script),
	});
	return { bundle, version: sha256(content).slice(0, 32), script };
}

async function compile(cases: string, folder: string): Promise<string> {
	try {
		const result = await build({
			stdin: {
				contents:
					'import definitions from "bundle:cases"; globalThis.chainruleCases = definitions;',
				resolveDir: folder,
				loader: "ts",
			},
			bundle: true,
			write: false,
			format: "iife",
			platform: "neutral",
			target: "es2024",
			legalComments: "none",
			logLevel: "silent",
			absWorkingDir: project,
			plugins: [
				{
					name: "only-the-authoring-api",
					setup(setup) {
						setup.onResolve(
							{ filter: /.*/ },
							({ path, resolveDir, importer }) => {
								if (path === "bundle:cases")
									return { path: "cases.ts", namespace: "bundle" };
								const from =
									importer === "cases.ts"
										? folder
										: importer
											? dirname(importer)
											: resolveDir;
								const file = normalize(join(from, path));
								const isAllowed =
									path.startsWith(".") &&
									allowed.some(
										(room) => file === room || file.startsWith(`${room}/`),
									);
								if (isAllowed) return { path: file };
								return {
									errors: [
										{
											text: `may import only reference/ and exercises/authoring/; got "${path}"`,
										},
									],
								};
							},
						);
						setup.onLoad({ filter: /.*/, namespace: "bundle" }, () => ({
							contents: cases,
							loader: "ts",
							resolveDir: folder,
						}));
					},
				},
			],
		});
		return result.outputFiles[0]?.text ?? "";
	} catch (error) {
		const [first] = (error as Partial<BuildFailure>).errors ?? [];
		if (!first) throw error;
		const where = first.location
			? ` (line ${first.location.line}, column ${first.location.column + 1})`
			: "";
		throw new BundleError("cases.ts", `${first.text}${where}`, {
			cause: error,
		});
	}
}
