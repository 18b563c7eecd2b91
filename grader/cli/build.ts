import { parseArgs } from "node:util";
import { getChildPrograms } from "../sandbox/child-program.ts";
import { buildIfNeeded } from "./serve.ts";

/**
 * `chainrule build`: makes everything that `serve` would make at its first start from this installation's own files (the
 * pages, the editor, the sandbox child's program), so that it then starts at once, and from a read-only disk.
 * @returns the exit code
 */
export async function build(args: string[]): Promise<number> {
	parseArgs({ args, options: {} });
	await getChildPrograms();
	await buildIfNeeded();
	return 0;
}
