/** The built-in bundles as one course: their order, what they build on, and that both languages are whole. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chapters } from "../../exercises/chapters.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../../grader/bundles/read-bundle.ts";

const bundles = (
	await Promise.all(
		(
			await listBuiltInSlugs()
		).map((slug) => readBundle(join(builtInFolder, slug))),
	)
).sort((one, other) => one.exercise.order - other.exercise.order);

describe("the built-in course", () => {
	it("has 45 exercises in twelve chapters, in one order", () => {
		expect(bundles.map(({ exercise }) => exercise.order)).toEqual(
			Array.from({ length: 45 }, (_, index) => index + 1),
		);
		const inOrder = bundles.map(({ exercise }) => exercise.chapter);
		expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
		expect(new Set(inOrder)).toEqual(
			new Set(chapters.map(({ number }) => number)),
		);
	});

	it("builds on earlier exercises only", () => {
		const seen = new Set<string>();
		for (const { exercise } of bundles) {
			for (const prerequisite of exercise.prerequisites)
				expect(seen, exercise.slug).toContain(prerequisite);
			seen.add(exercise.slug);
		}
	});

	it.each(bundles.map((bundle) => [bundle.exercise.slug, bundle] as const))(
		"has both languages, hints and a folder of its own name: %s",
		async (slug, { exercise, statement }) => {
			expect(await listBuiltInSlugs()).toContain(slug);
			expect(statement.en).toMatch(/^## What to implement$/m);
			expect(statement.zh).toMatch(/\p{Script=Han}/u);
			// The page has the title; a statement begins with text.
			expect(`${statement.en}${statement.zh}`).not.toMatch(/^# /m);
			expect(statement.zh).not.toMatch(/\p{Script=Han},|\p{Script=Han}\?/u);
			expect(exercise.hints.length).toBeGreaterThanOrEqual(2);
			expect(Object.keys(exercise.wrong).length).toBeGreaterThanOrEqual(2);
		},
	);
});
