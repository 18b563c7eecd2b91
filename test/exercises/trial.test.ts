/**
 * Names on trial. `trial/<slug>/` holds what people wrote who had read the statements only, neither the recogniser nor the wrong
 * versions: right answers in several styles, and slips, whose first line says what is wrong. Every right one is accepted,
 * every slip rejected. `trial/names.json` holds the names that slips get; each was read and found to be right, so a changed
 * one is to be read again (`-u` writes them anew).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInFolder, readBundle } from "../../grader/bundles/read-bundle.ts";
import { prepareOnce } from "../../grader/cli/prepare-once.ts";
import { Grader } from "../../grader/grader.ts";
import type { Verdict } from "../../grader/verdict.ts";

const folder = join(import.meta.dirname, "trial");
const slugs = readdirSync(folder, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);
const answers = slugs.flatMap((slug) =>
	readdirSync(join(folder, slug)).map((file) => ({ slug, file })),
);
const isSlip = ({ file }: { file: string }) => file.startsWith("slip-");
const nameOf = ({ slug, file }: { slug: string; file: string }) =>
	`${slug}/${file}`;
const verdicts = new Map<string, Verdict>();
const grader = new Grader({ size: 2 });

async function gradeAll(): Promise<void> {
	const pending = slugs.values();
	const lane = async () => {
		for (const slug of pending) {
			const bundle = await readBundle(join(builtInFolder, slug));
			const { version } = await prepareOnce(grader, bundle);
			for (const answer of answers.filter((one) => one.slug === slug)) {
				const source = readFileSync(join(folder, nameOf(answer)), "utf8");
				verdicts.set(
					nameOf(answer),
					await grader.grade({
						version,
						source,
						language: "typescript",
						seed: 5,
					}),
				);
			}
		}
	};
	await Promise.all([lane(), lane()]);
}

beforeAll(gradeAll, 600_000);
afterAll(() => grader.close());

describe("answers written without a look at the grader", () => {
	it.each(answers.filter((answer) => !isSlip(answer)).map(nameOf))(
		"are accepted when they are right: %s",
		(name) => {
			const verdict = verdicts.get(name);
			expect(
				verdict?.checks.filter(({ status }) => status !== "passed"),
			).toEqual([]);
			expect(verdict?.status).toBe("accepted");
		},
	);

	it.each(answers.filter(isSlip).map(nameOf))(
		"are rejected when they hold a slip: %s",
		(name) => {
			const verdict = verdicts.get(name);
			expect(verdict?.points).toBeLessThan(verdict?.maxPoints ?? 0);
		},
	);

	it("have slips of which six in ten are named, with names that were found right", async () => {
		const slips = answers.filter(isSlip).map(nameOf);
		const names = Object.fromEntries(
			slips.map((name) => [name, verdicts.get(name)?.mistakes ?? []]),
		);
		const named = slips.filter((name) => names[name]?.length).length;
		console.log(`slips named: ${named} of ${slips.length}`);
		await expect(`${JSON.stringify(names, null, "\t")}\n`).toMatchFileSnapshot(
			join(folder, "names.json"),
		);
		expect(named / slips.length).toBeGreaterThanOrEqual(0.6);
	});
});
