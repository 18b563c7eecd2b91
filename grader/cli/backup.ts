import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUp } from "../../db/backup.ts";
import { BackupError } from "../../db/backup-error.ts";
import { graderVersion } from "../version.ts";
import { UsageError } from "./find-bundle.ts";
import { abortOnSignal, progressLine } from "./progress.ts";

/** `chainrule backup <file> [--data folder] [--force]`, also while a server runs. @returns the exit code */
export async function backup(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { data: { type: "string" }, force: { type: "boolean" } },
	});
	const [file, ...rest] = positionals;
	if (!file || rest.length > 0) {
		throw new UsageError(
			"expected: chainrule backup <file> [--data folder] [--force]",
		);
	}
	try {
		const { counts, database } = await backUp({
			data: resolve(values.data ?? process.env.CHAINRULE_DATA ?? "data"),
			file,
			isForced: values.force ?? false,
			graderVersion,
			onProgress: progressLine(),
			signal: abortOnSignal(),
		});
		console.log(
			`${resolve(file)}: ${counts.users} users, ${counts.submissions} submissions, ${counts.verdicts} verdicts, ${(database.bytes / 2 ** 20).toFixed(1)} MiB; read back and found whole`,
		);
		console.error(
			"It holds the secrets that sign sessions and draw hidden inputs, and every student's work: keep it as you would keep a password.",
		);
		return 0;
	} catch (error) {
		if (error instanceof BackupError) throw new UsageError(error.message);
		throw error;
	}
}
