/** Runs commands to their end, and nothing longer than a limit. */
import { type SpawnOptions, spawn } from "node:child_process";

const limitMs = 60_000;

/**
 * Runs a command with `input` on its standard input.
 * @returns what it printed
 * @throws Error when it ends with another code than 0, or not within a minute
 */
export function runCommand(
	command: string,
	args: readonly string[],
	options: Pick<SpawnOptions, "cwd" | "env"> & { input?: string } = {},
): Promise<string> {
	const { input = "", ...spawnOptions } = options;
	return new Promise((resolve, reject) => {
		const child = spawn(command, [...args], {
			...spawnOptions,
			stdio: ["pipe", "pipe", "pipe"],
		});
		let output = "";
		let errors = "";
		child.stdout.on("data", (text: Buffer) => {
			output += text.toString();
		});
		child.stderr.on("data", (text: Buffer) => {
			errors += text.toString();
		});
		const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
		child.once("error", reject);
		child.once("close", (code, signal) => {
			clearTimeout(timer);
			if (code === 0) resolve(output);
			else
				reject(
					new Error(
						`${command} ${args.join(" ")} ended with ${signal ?? code}: ${errors}\n${output}`,
					),
				);
		});
		child.stdin.end(input);
	});
}
