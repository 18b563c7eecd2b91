import { join } from "node:path";
import { parseArgs } from "node:util";
import { BundleError } from "../../exercises/bundle.ts";
import { builtInFolder, listBuiltInSlugs } from "../bundles/read-bundle.ts";
import { Grader } from "../grader.ts";
import { type BundleProof, proveBundle } from "../proving/prove.ts";
import { findBundle } from "./find-bundle.ts";

/** `chainrule prove [slug|folder …] [--json]`: all built-in bundles when none is named. @returns the exit code */
export async function prove(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { json: { type: "boolean" } },
	});
	const names =
		positionals.length > 0
			? positionals
			: (await listBuiltInSlugs()).map((slug) => join(builtInFolder, slug));
	const grader = new Grader({ size: 2 });
	const proofs: BundleProof[] = [];
	try {
		for (const name of names) {
			const proof = await proveOne(grader, name);
			proofs.push(proof);
			if (!values.json) console.log(describe(proof));
		}
	} finally {
		await grader.close();
	}
	const ok = proofs.every((proof) => proof.ok);
	if (values.json) console.log(JSON.stringify({ ok, bundles: proofs }));
	return ok ? 0 : 1;
}

async function proveOne(grader: Grader, name: string): Promise<BundleProof> {
	try {
		return await proveBundle(grader, await findBundle(name));
	} catch (error) {
		if (!(error instanceof BundleError)) throw error;
		const mutants = { made: 0, killed: 0, equivalent: 0, survivors: [] };
		return {
			slug: name,
			version: "",
			ok: false,
			problems: [error.message],
			mutants,
		};
	}
}

function describe({ slug, ok, problems, mutants }: BundleProof): string {
	const { made, killed, equivalent, survivors } = mutants;
	return [
		`${ok ? "✓" : "✗"} ${slug}: ${killed} of ${made} mutants killed, ${equivalent} declared equivalent`,
		...survivors.map(
			({ file, line, operator }) => `    survives: ${file}:${line} ${operator}`,
		),
		...problems.map((problem) => `    ${problem}`),
	].join("\n");
}
