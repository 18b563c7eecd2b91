/**
 * A wrong version keeps its name however it is written: renamed and reformatted by a minifier, and rewritten by hand in
 * another style (recursion, helpers, classes, other loops), each file of `rewritten/` named for its mistake.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../../grader/bundles/read-bundle.ts";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import { prepareBundle } from "../../grader/proving/prove.ts";

const grader = new Grader({ size: 2 });
afterAll(() => grader.close());

const versions = new Map<string, Promise<GradableVersion>>();

function versionOf(slug: string): Promise<GradableVersion> {
	const known =
		versions.get(slug) ??
		readBundle(join(builtInFolder, slug))
			.then((bundle) => prepareBundle(grader, bundle))
			.then(({ version }) => version);
	versions.set(slug, known);
	return known;
}

async function grade(slug: string, source: string, seed: number) {
	const version = await versionOf(slug);
	return grader.grade({ version, source, language: "typescript", seed });
}

const rewritten = join(import.meta.dirname, "rewritten");

describe("a wrong version", async () => {
	for (const slug of await listBuiltInSlugs()) {
		const { wrong } = await readBundle(join(builtInFolder, slug));
		it.each(Object.keys(wrong))(
			`is recognised after renaming and reformatting: ${slug}, %s`,
			async (name) => {
				const { code } = await transform(wrong[name] ?? "", {
					loader: "ts",
					minify: true,
					format: "esm",
				});
				expect(code).not.toBe(wrong[name]);
				const verdict = await grade(slug, code, 11);
				expect(verdict.status).not.toBe("accepted");
				expect(verdict.points).toBeLessThan(verdict.maxPoints);
				expect(verdict.mistakes).toEqual([name]);
			},
		);
	}

	for (const slug of readdirSync(rewritten)) {
		it.each(readdirSync(join(rewritten, slug)))(
			`is recognised in another style: ${slug}, %s`,
			async (file) => {
				const source = readFileSync(join(rewritten, slug, file), "utf8");
				for (const seed of [0, 12]) {
					const verdict = await grade(slug, source, seed);
					expect(verdict.status).not.toBe("accepted");
					expect(verdict.mistakes).toEqual([file.replace(".ts", "")]);
				}
			},
		);
	}

	it("has a rewritten version for every mistake of nonlinear-solve", async () => {
		const { exercise } = await readBundle(
			join(builtInFolder, "nonlinear-solve"),
		);
		const files = readdirSync(join(rewritten, "nonlinear-solve"));
		expect(files.map((file) => file.replace(".ts", "")).sort()).toEqual(
			Object.keys(exercise.wrong).sort(),
		);
	});
});

describe("one source", () => {
	it("gets one receipt in a hundred gradings over ever new processes", async () => {
		const slug = "nonlinear-backward";
		const { wrong } = await readBundle(join(builtInFolder, slug));
		const source = wrong["factor-2-forgotten"] ?? "";
		const receipts = new Set<string>();
		const processes = new Set<number>();
		for (let number = 0; number < 100; number += 2) {
			const verdicts = await Promise.all([
				grade(slug, source, 7),
				grade(slug, source, 7),
			]);
			for (const { receipt } of verdicts) receipts.add(receipt);
			for (const pid of grader.pids) {
				processes.add(pid);
			}
			// Every tenth time the children are killed, so that new ones take over.
			if (number % 10 !== 0) continue;
			for (const pid of grader.pids) {
				process.kill(pid, "SIGKILL");
			}
		}
		expect([...receipts]).toHaveLength(1);
		expect(processes.size).toBeGreaterThan(20);
	});
});
