/** The hostile submissions in `attacks/`: each file is one, and its first lines say what it is and what a fair verdict is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const attacksFolder = join(import.meta.dirname, "attacks");

export interface Attack {
	name: string;
	source: string;
	/** The class of the attack, as README.md counts them. */
	class: string;
	/** The one thing it is made of. */
	mechanism: string;
	/** Verdicts that are fair; more than one where two limits race. */
	statuses: readonly string[];
	/** What its honest part is worth. */
	points: number;
}

/** @throws Error naming the file and the line that is missing */
export function readAttack(name: string): Attack {
	const source = readFileSync(join(attacksFolder, `${name}.ts`), "utf8");
	const line = (pattern: RegExp, what: string) => {
		const match = pattern.exec(source);
		if (!match) throw new Error(`${name}.ts: expected a line "${what}"`);
		return match;
	};
	const expected = line(
		/^\/\/ Expected: ([a-z_|]+), at most (\d+(?:\.\d+)?) points\.$/m,
		"// Expected: <statuses>, at most <points> points.",
	);
	return {
		name,
		source,
		class: line(/^\/\/ Class: (.+)$/m, "// Class: …")[1] ?? "",
		mechanism: line(/^\/\/ Mechanism: (.+)$/m, "// Mechanism: …")[1] ?? "",
		statuses: (expected[1] ?? "").split("|"),
		points: Number(expected[2]),
	};
}

/** All of them, by name. */
export function listAttacks(): Attack[] {
	return readdirSync(attacksFolder)
		.filter((file) => file.endsWith(".ts"))
		.map((file) => readAttack(file.replace(/\.ts$/, "")))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}
