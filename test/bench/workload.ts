/** What is measured: one exercise, and as many different submissions of it as there are measurements. */

import { listBuiltInSlugs } from "../../grader/bundles/read-bundle.ts";
import { findBundle } from "../../grader/cli/find-bundle.ts";
import { prepareOnce } from "../../grader/cli/prepare-once.ts";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import type { PlannedCall } from "../../grader/judging/plan.ts";
import { needsDecoder, type RawJob, toRawJob } from "./raw/raw-limit.ts";

/** The first seven exercises: the one with the most cases among them is measured. */
const firstSeven = [
	"linear-graph",
	"net222-forward",
	"net222-output-gradients",
	"net222-train",
	"nonlinear-backward",
	"nonlinear-forward",
	"nonlinear-solve",
];

/** One submission, for every contender the same. */
export interface Sample {
	/** Never the same text twice, so nothing can be remembered of an earlier one. */
	source: string;
	/** Never the same seed twice, likewise. */
	seed: number;
	raw: RawJob;
	calls: readonly PlannedCall[];
}

export interface Workload {
	slug: string;
	version: GradableVersion;
	solution: string;
	/** Sources of the wrong versions that end without a limit. */
	wrong: string[];
	/** Names of the functions that are called. */
	exportNames: string[];
	callCount: number;
	caseCount: number;
	withDecoder: boolean;
	/** The same program as another text than any before: a comment at its end carries a number. */
	makeUnique(source: string): string;
	/** Makes samples; `source` is the solution unless given. Planning them is nobody's measured time. */
	draw(count: number, source?: string): Promise<Sample[]>;
	close(): Promise<void>;
}

/** @param slug the exercise with the most cases unless given */
export async function openWorkload(slug?: string): Promise<Workload> {
	const planner = new Grader({ size: 1 });
	const chosen = slug ?? (await findLargest(planner));
	const bundle = await findBundle(chosen);
	const { version } = await prepareOnce(planner, bundle);
	const calls = await planner.plan(version, 0);
	let drawn = 0;
	let texts = 0;
	const makeUnique = (source: string) => {
		texts++;
		return `${source}\n// submission ${process.pid}-${texts}\n`;
	};
	return {
		slug: chosen,
		version,
		solution: bundle.solution,
		wrong: version.proofs.wrong
			.filter((entry) => !entry.endsInLimit)
			.map((entry) => entry.source),
		makeUnique,
		exportNames: [...new Set(calls.map((call) => call.name))],
		callCount: calls.length,
		caseCount: new Set(calls.map((call) => call.caseId)).size,
		withDecoder: needsDecoder(calls),
		async draw(count, source = bundle.solution) {
			const samples: Sample[] = [];
			while (samples.length < count) {
				drawn++;
				const seed = drawn;
				const unique = makeUnique(source);
				const planned = await planner.plan(version, seed);
				const raw = toRawJob(unique, planned, version.proofs.budgets);
				samples.push({ source: unique, seed, raw, calls: planned });
			}
			return samples;
		},
		close: () => planner.close(),
	};
}

async function findLargest(planner: Grader): Promise<string> {
	const present = await listBuiltInSlugs();
	let largest = { slug: "", cases: 0 };
	for (const slug of firstSeven.filter((name) => present.includes(name))) {
		const { version } = await prepareOnce(planner, await findBundle(slug));
		const calls = await planner.plan(version, 0);
		const cases = new Set(calls.map((call) => call.caseId)).size;
		if (cases > largest.cases) largest = { slug, cases };
	}
	return largest.slug;
}
