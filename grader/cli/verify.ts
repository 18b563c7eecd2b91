import { parseArgs } from "node:util";
import { Grader } from "../grader.ts";
import { receiptOf } from "../receipt.ts";
import { type Verdict, verdictSchema } from "../verdict.ts";
import { graderVersion } from "../version.ts";
import { findBundle, UsageError } from "./find-bundle.ts";
import { readSource } from "./grade.ts";
import { prepareOnce } from "./prepare-once.ts";

/**
 * `chainrule verify <verdict.json> <file> [--bundle <folder>]`: grades again and compares receipts. A receipt that does
 * not belong to the rest of its file differs as well: points changed by hand are not what was judged.
 * @returns 0 equal, 1 differs, 2 cannot be compared here
 */
export async function verify(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { bundle: { type: "string" } },
	});
	const [verdictFile, file, ...rest] = positionals;
	if (!verdictFile || !file || rest.length > 0) {
		throw new UsageError(
			"expected: chainrule verify <verdict.json> <file> [--bundle <folder>]",
		);
	}
	const verdict = parseVerdict(verdictFile, await readSource(verdictFile));
	const source = await readSource(file);
	const { node, v8 } = process.versions;
	if (verdict.engine.node !== node || verdict.engine.v8 !== v8) {
		throw new UsageError(
			`cannot compare: the verdict was made by Node ${verdict.engine.node}; this is Node ${node}`,
		);
	}
	if (verdict.grader.version !== graderVersion) {
		throw new UsageError(
			`cannot compare: the verdict was made by grader ${verdict.grader.version}; this is ${graderVersion}`,
		);
	}
	const bundle = await findBundle(values.bundle ?? verdict.exercise.slug);
	const grader = new Grader({ size: 1 });
	try {
		const { version } = await prepareOnce(grader, bundle);
		if (version.version !== verdict.exercise.version) {
			throw new UsageError(
				`cannot compare: the verdict is for version ${verdict.exercise.version}; here is ${version.version}`,
			);
		}
		const { language, seed } = verdict;
		const again = await grader.grade({
			version,
			source,
			language,
			seed,
			onFault: (error) => console.error("chainrule: our fault:", error),
		});
		if (again.status === "internal_error") return 2;
		if (receiptOf(verdict, source) !== verdict.receipt) {
			console.log(
				`differs: ${verdict.receipt} is not the receipt of this verdict and source`,
			);
			return 1;
		}
		const isEqual = again.receipt === verdict.receipt;
		console.log(
			isEqual
				? `equal: ${again.receipt}`
				: `differs: ${verdict.receipt} was claimed, ${again.receipt} came out`,
		);
		return isEqual ? 0 : 1;
	} finally {
		await grader.close();
	}
}

function parseVerdict(file: string, text: string): Verdict {
	try {
		return verdictSchema.parse(JSON.parse(text));
	} catch (error) {
		throw new UsageError(
			`${file}: expected a verdict as \`chainrule grade --json\` prints it: ${error instanceof Error ? error.message.slice(0, 300) : error}`,
		);
	}
}
