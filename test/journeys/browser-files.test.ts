/** What a browser is given holds no solution and no hidden case. */
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Bundle } from "../../exercises/bundle.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../../grader/bundles/read-bundle.ts";
import { type Site, startSite } from "./site.ts";

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site.stop());

/** Titles of the cases of visible or of hidden checks; short ones such as "a single point" stand anywhere. */
function titlesOf({ exercise, cases }: Bundle, isVisible: boolean): string[] {
	const ids = new Set(
		exercise.checks
			.filter((check) => check.visible === isVisible)
			.map((check) => check.id),
	);
	return cases
		.split(/\n\t(?=["\w-]+: \[)/)
		.slice(1)
		.filter((part) => ids.has(/^"?([\w-]+)"?:/.exec(part)?.[1] ?? ""))
		.flatMap((part) =>
			[...part.matchAll(/en: "([^"]{15,})"/g)].map((match) => match[1] ?? ""),
		);
}

/** Texts that stand in secret places only: lines of solutions and titles of hidden cases. */
async function secretsOf(slug: string, shown: string): Promise<string[]> {
	const bundle = await readBundle(join(builtInFolder, slug));
	const lines = bundle.solution
		.split("\n")
		.map((line) => line.trim())
		.filter(
			(line) =>
				line.length > 24 &&
				!shown.includes(line) &&
				!line.startsWith("export") &&
				!line.startsWith("import"),
		);
	const hidden = titlesOf(bundle, false).filter(
		(title) => !shown.includes(title),
	);
	expect(lines.length, `lines of ${slug}'s solution`).toBeGreaterThan(0);
	expect(hidden.length, `hidden cases of ${slug}`).toBeGreaterThan(0);
	return [...lines, ...hidden];
}

/** Everything of a bundle that students may read. */
async function shownOf(slug: string): Promise<string> {
	const bundle = await readBundle(join(builtInFolder, slug));
	const { exercise, statement, starter } = bundle;
	const { checks, hints, summary, wrong, pictures } = exercise;
	return (
		statement.en +
		starter +
		JSON.stringify([checks, hints, summary, wrong, pictures]) +
		titlesOf(bundle, true).join("\n")
	);
}

test("gives the browser no line of a solution and no hidden case", async () => {
	const web = resolve(import.meta.dirname, "../../web");
	const given: string[] = [];
	for (const folder of [join(web, ".next/static"), join(web, "public")]) {
		if (!existsSync(folder)) continue;
		for (const entry of await readdir(folder, {
			recursive: true,
			withFileTypes: true,
		})) {
			if (entry.isFile())
				given.push(readFileSync(join(entry.parentPath, entry.name), "utf8"));
		}
	}
	expect(given.length).toBeGreaterThan(10);
	for (const slug of await listBuiltInSlugs()) {
		for (const path of [`/exercises/${slug}`, `/api/v1/exercises/${slug}`]) {
			const response = await fetch(site.url + path);
			expect(response.status).toBe(200);
			given.push(await response.text());
		}
	}
	const all = given.join("\n");
	const slugs = await listBuiltInSlugs();
	const shown = (await Promise.all(slugs.map(shownOf))).join("\n");
	for (const slug of await listBuiltInSlugs()) {
		for (const secret of await secretsOf(slug, shown))
			expect(all.includes(secret), `${slug}: ${secret}`).toBe(false);
	}
});
