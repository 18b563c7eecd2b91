import { join } from "node:path";
import { parseArgs } from "node:util";
import { BundleError } from "../../exercises/bundle.ts";
import { builtInFolder, listBuiltInSlugs } from "../bundles/read-bundle.ts";
import { Grader } from "../grader.ts";
import { type BundleProof, proveBundle } from "../proving/prove.ts";
import { findBundle } from "./find-bundle.ts";

/** Bundles proved at the same time, on as many lanes. */
const atOnce = 2;

/**
 * `chainrule prove [slug|folder …] [--json] [--quick]`: all built-in bundles when none is named; quickly with one seed and
 * a few mutants of each. @returns the exit code
 */
export async function prove(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { json: { type: "boolean" }, quick: { type: "boolean" } },
	});
	const names =
		positionals.length > 0
			? positionals
			: (await listBuiltInSlugs()).map((slug) => join(builtInFolder, slug));
	const grader = new Grader({ size: atOnce });
	const pending = names.entries();
	const proofs: BundleProof[] = [];
	let told = 0;
	const work = async () => {
		for (const [index, name] of pending) {
			proofs[index] = await proveOne(grader, name, values.quick ?? false);
			if (values.json) continue;
			// In the order asked for, each as soon as it is its turn.
			for (let next = proofs[told]; next; next = proofs[++told])
				console.log(describe(next));
		}
	};
	try {
		await Promise.all(Array.from({ length: atOnce }, work));
	} finally {
		await grader.close();
	}
	const ok = proofs.every((proof) => proof.ok);
	if (values.json) console.log(JSON.stringify({ ok, bundles: proofs }));
	return ok ? 0 : 1;
}

async function proveOne(
	grader: Grader,
	name: string,
	isQuick: boolean,
): Promise<BundleProof> {
	try {
		return await proveBundle(grader, await findBundle(name), { isQuick });
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
