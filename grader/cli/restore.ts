import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BackupError } from "../../db/backup-error.ts";
import { databaseName } from "../../db/open-database.ts";
import { restore as restoreInto } from "../../db/restore.ts";
import { UsageError } from "./find-bundle.ts";
import { printable } from "./printable.ts";
import { abortOnSignal, progressLine } from "./progress.ts";

const usage =
	"expected: chainrule restore <file> [--data folder] [--force] [--verify] [--replay N]";

/**
 * `chainrule restore <file> [--data folder] [--force] [--verify] [--replay N]`.
 * @returns 0 restored, 1 restored but a receipt differs
 */
export async function restore(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			data: { type: "string" },
			force: { type: "boolean" },
			verify: { type: "boolean" },
			replay: { type: "string" },
		},
	});
	const [file, ...rest] = positionals;
	if (!file || rest.length > 0) throw new UsageError(usage);
	const replay = parseCount(values.replay);
	const data = resolve(values.data ?? process.env.CHAINRULE_DATA ?? "data");
	try {
		const { manifest, migrated, movedTo } = await restoreInto({
			file,
			data,
			isForced: values.force ?? false,
			onProgress: progressLine(),
			signal: abortOnSignal(),
		});
		const { counts, createdAt } = manifest;
		say(
			`${data}: ${counts.users} users, ${counts.submissions} submissions, ${counts.verdicts} verdicts, as of ${createdAt}`,
		);
		for (const name of migrated) say(`migrated: ${name}`);
		if (movedTo !== null) say(`what was there lies in ${movedTo}`);
	} catch (error) {
		if (error instanceof BackupError) throw new UsageError(error.message);
		throw error;
	}
	const database = join(data, databaseName);
	let isEqual = true;
	if (values.verify || replay > 0) isEqual = await verifyAll(database);
	if (replay > 0 && !(await replayAll(database, replay))) isEqual = false;
	return isEqual ? 0 : 1;
}

/** What a backup says of itself is whoever made it's. */
function say(line: string): void {
	console.log(printable(line));
}

function parseCount(text: string | undefined): number {
	if (text === undefined) return 0;
	if (!/^[1-9]\d{0,8}$/.test(text)) {
		throw new UsageError(
			`--replay: expected how many verdicts to grade again, 1 or more; got "${text}"`,
		);
	}
	return Number(text);
}

async function verifyAll(database: string): Promise<boolean> {
	const { verifyReceipts } = await import("./verify-receipts.ts");
	const tellProgress = progressLine();
	const report = await verifyReceipts(database, (done, total) =>
		tellProgress("computing receipts", done, total),
	);
	console.log(
		`receipts: ${report.equal} of ${report.verdicts} verify${report.incomparable > 0 ? `; ${report.incomparable} of another grader version cannot be compared` : ""}`,
	);
	return tell(report.differing);
}

async function replayAll(database: string, count: number): Promise<boolean> {
	const { replayVerdicts } = await import("./verify-receipts.ts");
	const tellProgress = progressLine();
	const report = await replayVerdicts(database, count, (done, total) =>
		tellProgress("grading again", done, total),
	);
	console.log(
		`graded again: ${report.replayed - report.differing.length} of ${report.replayed} with the same receipt${report.incomparable > 0 ? `; ${report.incomparable} cannot be compared (another engine or grader version, ended by a clock, or our fault)` : ""}`,
	);
	return tell(report.differing);
}

function tell(differing: readonly string[]): boolean {
	for (const line of differing) say(`differs: ${line}`);
	return differing.length === 0;
}
