/**
 * One submission in a fresh process, the usual way of grading: `node fresh-node.mjs <submission.ts>`. Node strips the types
 * itself. The calls come on standard input: the visible ones and the hidden ones, a JSON list a line. Both passes are made
 * in this one process; the results are printed as text.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [path = ""] = process.argv.slice(2);
const submission = await import(pathToFileURL(path).href);
const calls = readFileSync(0, "utf8")
	.split("\n")
	.filter((line) => line !== "")
	.flatMap((line) => JSON.parse(line));
const results = [];
for (const { name, args, apply } of [...calls, ...calls.toReversed()]) {
	try {
		const value = submission[name](...args);
		results.push({
			value: apply ? apply.map((list) => value(...list)) : value,
		});
	} catch (error) {
		results.push({ error: error.name, message: error.message });
	}
}
process.stdout.write(JSON.stringify(results));
