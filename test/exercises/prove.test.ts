/** Every built-in bundle proves itself, as `chainrule prove` does for an author. */
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../../grader/bundles/read-bundle.ts";
import { Grader } from "../../grader/grader.ts";
import { proveBundle } from "../../grader/proving/prove.ts";

const grader = new Grader({ size: 2 });
afterAll(() => grader.close());

describe("the built-in bundles", async () => {
	const slugs = await listBuiltInSlugs();

	it.each(slugs)(
		"prove themselves: %s",
		async (slug) => {
			const proof = await proveBundle(
				grader,
				await readBundle(join(builtInFolder, slug)),
			);
			expect(proof.problems).toEqual([]);
			expect(proof.ok).toBe(true);
			expect(proof.mutants.made).toBeGreaterThan(5);
			expect(proof.mutants.survivors).toEqual([]);
		},
		120_000,
	);
});

describe("proving", () => {
	const nonlinear = () => readBundle(join(builtInFolder, "nonlinear-backward"));

	it("says when the solution does not earn everything", async () => {
		const bundle = await nonlinear();
		const solution = bundle.solution.replace("values.c - y", "y - values.c");
		const { ok, problems } = await proveBundle(grader, { ...bundle, solution });
		expect(ok).toBe(false);
		expect(problems.join("\n")).toMatch(
			/solution\.ts: partial with .* of 15 points/,
		);
	});

	it("says when a lazy answer earns too much", async () => {
		const bundle = await nonlinear();
		const { problems } = await proveBundle(grader, {
			...bundle,
			starter: bundle.solution,
		});
		expect(problems).toContain(
			"starter.ts: earns 15 of 15 points; at most a tenth is allowed",
		);
	});

	it("says when a wrong version loses nothing and is not recognised", async () => {
		const bundle = await nonlinear();
		const { problems } = await proveBundle(grader, {
			...bundle,
			wrong: { ...bundle.wrong, "y-minus-c": bundle.solution },
		});
		expect(problems).toContain("wrong/y-minus-c.ts: loses no points (seed 0)");
		expect(problems).toContain(
			"wrong/y-minus-c.ts: is not recognised (seed 0)",
		);
	});

	it("says when mutants survive, and when a declared one does not exist", async () => {
		const bundle = await nonlinear();
		const solution = `${bundle.solution}\nexport function unused(x: number): number { return x > 1 ? x + 1 : x * 2 - 3; }`;
		const exercise = {
			...bundle.exercise,
			equivalentMutants: [{ line: 1, operator: "+ → -", reason: "none" }],
		};
		const { problems, mutants } = await proveBundle(grader, {
			...bundle,
			exercise,
			solution,
		});
		expect(mutants.survivors.length).toBeGreaterThan(3);
		expect(problems.join("\n")).toMatch(
			/only \d+ of \d+ mutants of the solution are killed/,
		);
		expect(problems.join("\n")).toContain(
			"equivalentMutants names line 1, + → -",
		);
	});

	it("says when a printed number disagrees with the steps", async () => {
		const bundle = await nonlinear();
		const cases = bundle.cases.replace('"-2.243"', '"-2.244"');
		const { problems } = await proveBundle(grader, { ...bundle, cases });
		expect(problems.join("\n")).toMatch(
			/prints deltaB = -2\.244; the steps give -2\.243/,
		);
	});

	it("says when the steps remember what they were asked before", async () => {
		const bundle = await nonlinear();
		const cases = bundle.cases.replace(
			"(x: number, deltaX: number) => x - deltaX,",
			"((asked: number) => (x: number, deltaX: number) => x - deltaX + (asked++ < 100 ? 0 : 1e-3))(0),",
		);
		const { problems } = await proveBundle(grader, { ...bundle, cases });
		expect(problems.join("\n")).toMatch(
			/cases\.ts: remembers: it plans or judges otherwise after other submissions \(seed \d\)/,
		);
	});

	it("says when the steps try to change a built-in", async () => {
		const bundle = await nonlinear();
		const cases = `Reflect.set(Array.prototype, "planted", 1) || (() => { throw new Error("it is frozen"); })();\n${bundle.cases}`;
		const { problems } = await proveBundle(grader, { ...bundle, cases });
		expect(problems).toEqual(["cases.ts: Error: it is frozen"]);
	});

	it("says when the steps themselves fail on a hidden case", async () => {
		const bundle = await nonlinear();
		// True of small planned draws, not of the visible cases.
		const cases = bundle.cases.replace(
			"(x: number, deltaX: number) => x - deltaX,",
			'(x: number, deltaX: number) => { if (x !== 2 && (x * 10) % 1 === 0) throw new Error("no such x"); return x - deltaX; },',
		);
		const { ok, problems } = await proveBundle(grader, { ...bundle, cases });
		expect(ok).toBe(false);
		expect(problems).toEqual(["cases.ts: Error: no such x"]);
	});

	it("says when spending the counted budget would take too long", async () => {
		const bundle = await nonlinear();
		// 100,000 counted turns give a budget of five million: far more than half of 150 ms on any machine.
		const solution = bundle.solution.replace(
			"return x - deltaX;",
			"let turns = 0;\n\twhile (turns < 100_000) turns++;\n\treturn x - deltaX;",
		);
		const limits = { ...bundle.exercise.limits, cpuMs: 150 };
		const exercise = { ...bundle.exercise, limits };
		const { problems } = await proveBundle(grader, {
			...bundle,
			exercise,
			solution,
		});
		expect(problems.join("\n")).toMatch(
			/limits\.cpuMs: spending the counted budget of next-x-\S+ takes \d+ ms; at most half of 150 ms/,
		);
	});

	it("says when a bundle has fewer than two wrong versions", async () => {
		const bundle = await nonlinear();
		const { problems } = await proveBundle(grader, { ...bundle, wrong: {} });
		expect(problems).toContain(
			"wrong/: expected at least two wrong versions; got 0",
		);
	});
});
