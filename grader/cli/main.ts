#!/usr/bin/env node
/** The command line. Standard output is the result; everything else goes to standard error. */
import { BundleError } from "../../exercises/bundle.ts";
import { UsageError } from "./find-bundle.ts";
import { printable } from "./printable.ts";

type Command = (args: string[]) => Promise<number>;

/** Loaded when asked for: grading needs neither the database nor the web. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	grade: async () => (await import("./grade.ts")).grade,
	prove: async () => (await import("./prove.ts")).prove,
	verify: async () => (await import("./verify.ts")).verify,
	new: async () => (await import("./new.ts")).newBundle,
	serve: async () => (await import("./serve.ts")).serve,
	worker: async () => (await import("./worker.ts")).worker,
	backup: async () => (await import("./backup.ts")).backup,
	restore: async () => (await import("./restore.ts")).restore,
	build: async () => (await import("./build.ts")).build,
	doctor: async () => (await import("./doctor.ts")).doctor,
	user: async () => (await import("./user.ts")).user,
};

/** These run students' or authors' programs: with a least level demanded, they refuse a machine that offers less. */
const sandboxed = new Set([
	"grade",
	"prove",
	"verify",
	"serve",
	"worker",
	"restore",
]);

const usage = `chainrule grade <slug|bundle-folder> <file> [--json] [--seed N]
chainrule prove [slug|bundle-folder …] [--json] [--quick]
chainrule verify <verdict.json> <file> [--bundle <folder>]
chainrule new <slug> [--into <folder>]
chainrule serve [--port N] [--host address] [--data folder]
chainrule worker
chainrule build
chainrule backup <file> [--data folder] [--force]
chainrule restore <file> [--data folder] [--force] [--verify] [--replay N]
chainrule doctor [--json] [--data folder]
chainrule user role <e-mail> <student|instructor|administrator> [--data folder]`;

async function main(): Promise<number> {
	const [name, ...args] = process.argv.slice(2);
	if (name === undefined || name === "help" || name === "--help") {
		console.log(usage);
		return name === undefined ? 2 : 0;
	}
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load)
		throw new UsageError(
			`there is no command "${name}"; expected one of ${Object.keys(commands).join(", ")}`,
		);
	if (process.env.CHAINRULE_MIN_LEVEL && sandboxed.has(name)) {
		const { requireMinLevel } = await import(
			"../sandbox/hardening/min-level.ts"
		);
		await requireMinLevel();
	}
	const command = await load();
	return command(args);
}

try {
	process.exitCode = await main();
} catch (error) {
	process.exitCode = 2;
	const isForTheReader =
		error instanceof UsageError ||
		error instanceof BundleError ||
		(error instanceof Error && error.name === "LevelError");
	if (isForTheReader && error instanceof Error)
		console.error(
			`chainrule: ${error.message.split("\n").map(printable).join("\n")}`,
		);
	else if (
		error instanceof TypeError &&
		"code" in error &&
		String(error.code).startsWith("ERR_PARSE_ARGS")
	) {
		console.error(`chainrule: ${error.message}`);
	} else console.error("chainrule: our fault:", error);
}
