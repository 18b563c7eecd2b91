import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Grader } from "../grader.ts";
import { sentenceOfSlip } from "../judging/slip-sentences.ts";
import type { Verdict } from "../verdict.ts";
import { findBundle, UsageError } from "./find-bundle.ts";
import { prepareOnce } from "./prepare-once.ts";
import { printable } from "./printable.ts";

/** `chainrule grade <slug|folder> <file> [--json] [--seed N]`. @returns the exit code */
export async function grade(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { json: { type: "boolean" }, seed: { type: "string" } },
	});
	const [slug, file, ...rest] = positionals;
	if (!slug || !file || rest.length > 0) {
		throw new UsageError(
			"expected: chainrule grade <slug|bundle-folder> <file> [--json] [--seed N]",
		);
	}
	const seed = parseSeed(values.seed);
	const source = await readSource(file);
	const bundle = await findBundle(slug);
	const grader = new Grader({ size: 1 });
	try {
		const { version } = await prepareOnce(grader, bundle);
		const verdict = await grader.grade({
			version,
			source,
			language: languageOf(file),
			seed,
			onFault: (error) => console.error("chainrule: our fault:", error),
		});
		console.log(
			values.json
				? JSON.stringify(verdict)
				: describe(verdict, bundle.exercise.wrong),
		);
		if (verdict.status === "internal_error") return 2;
		return verdict.status === "accepted" ? 0 : 1;
	} finally {
		await grader.close();
	}
}

export function languageOf(file: string): Verdict["language"] {
	return /\.[cm]?js$/.test(file) ? "javascript" : "typescript";
}

/** @throws UsageError with one sentence when the file cannot be read */
export async function readSource(file: string): Promise<string> {
	try {
		return await readFile(file, "utf8");
	} catch (error) {
		const reason =
			error instanceof Error && "code" in error && error.code === "ENOENT"
				? "there is no such file"
				: String(error);
		throw new UsageError(`cannot read ${file}: ${reason}`);
	}
}

function parseSeed(text: string | undefined): number {
	if (text === undefined) return 0;
	const seed = Number(text);
	if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed)) {
		throw new UsageError(
			`--seed: expected an integer from 0 to 2^53−1; got "${text}"`,
		);
	}
	return seed;
}

/** A verdict as lines of text for a terminal. */
export function describe(
	verdict: Verdict,
	wrong: Readonly<Record<string, { en: string }>>,
): string {
	const lines = [
		`${verdict.status}  ${verdict.points} of ${verdict.maxPoints} points`,
	];
	const { failure } = verdict;
	if (failure) {
		const where = failure.line
			? ` (line ${failure.line}${failure.column ? `, column ${failure.column}` : ""})`
			: "";
		lines.push(
			`${failure.caseId ? `${failure.caseId}: ` : ""}${printable(failure.message)}${where}`,
		);
	}
	if (verdict.firstWrongStep)
		lines.push(`first wrong step: ${verdict.firstWrongStep}`);
	for (const name of verdict.mistakes)
		lines.push(`${name}: ${(wrong[name] ?? sentenceOfSlip(name))?.en ?? ""}`);
	for (const check of verdict.checks) {
		const mark =
			check.status === "passed" ? "✓" : check.status === "skipped" ? "–" : "✗";
		lines.push(
			`  ${mark} ${check.title.en}: ${check.points}/${check.maxPoints} (${check.cases.passed} of ${check.cases.total} cases)`,
		);
		if (check.message) lines.push(`      ${printable(check.message.en)}`);
		if (check.status !== "passed" && check.shown?.path)
			lines.push(`      ${printable(check.shown.path)} differs first`);
	}
	lines.push(`receipt ${verdict.receipt}`);
	return lines.join("\n");
}
