/**
 * Every item of the curriculum is practised by an exercise. `exercises/COVERAGE.md` is made here: after a change,
 * `npx vitest run --project unit test/exercises/coverage.test.ts -u` writes it anew.
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Exercise } from "../../exercises/bundle.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../../grader/bundles/read-bundle.ts";
import numbers from "../reference/numbers.json" with { type: "json" };
import items from "./curriculum-items.json" with { type: "json" };

const exercises: Exercise[] = (
	await Promise.all(
		(
			await listBuiltInSlugs()
		).map((slug) => readBundle(join(builtInFolder, slug))),
	)
)
	.map((bundle) => bundle.exercise)
	.sort((one, other) => one.order - other.order);

/** Recomputed cases of an item; those of the 2-2-2 network stand under one name. */
function casesOf(item: string): string[] {
	return Object.keys(numbers.cases).filter(
		(name) =>
			name === item ||
			name.startsWith(`${item}.`) ||
			(name === "NN" && item.startsWith("NN-")),
	);
}

function coverage(): string {
	const rows = Object.entries(items).map(([item, subject]) => {
		const own = exercises.filter(({ sources }) => sources.includes(item));
		const links = own.map(
			({ order, slug, checks }) =>
				`[${order} ${slug}](${slug}/) (${checks.length} checks)`,
		);
		const recomputed = casesOf(item).length;
		const tests = [
			"proof",
			...(recomputed > 0 ? [`numbers, ${recomputed} cases`] : []),
		];
		return `| ${item} | ${subject} | ${links.join("<br>")} | ${tests.join("; ")} |`;
	});
	return `# What the course covers

Made by \`test/exercises/coverage.test.ts\`; do not edit. _proof_: the exercises' cases, held to their solution, wrong versions and mutants
by \`test/exercises/prove.test.ts\`; _numbers_: recomputed by \`test/reference/numbers.test.ts\`.

| item | subject | exercises | tests |
| ---- | ------- | --------- | ----- |
${rows.join("\n")}

${Object.keys(items).length} items, ${exercises.length} exercises, ${exercises.reduce((sum, { checks }) => sum + checks.length, 0)} checks.
`;
}

it("leaves no item of the curriculum uncovered", () => {
	const covered = new Set(exercises.flatMap(({ sources }) => sources));
	expect(Object.keys(items).filter((item) => !covered.has(item))).toEqual([]);
	expect([...covered].filter((item) => !Object.hasOwn(items, item))).toEqual(
		[],
	);
	expect(Object.keys(items)).toHaveLength(154);
});

it("is written down as it is", async () => {
	await expect(coverage()).toMatchFileSnapshot(
		join(builtInFolder, "COVERAGE.md"),
	);
});
