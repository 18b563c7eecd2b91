/** How grading one submission grows with the number of cases and with the size of values. */
import { compileBundle } from "../../../grader/bundles/compile-cases.ts";
import type { GradableVersion, Grader } from "../../../grader/grader.ts";
import { prepareVersion } from "../../../grader/proving/record-proofs.ts";
import { openGrader, requireAccepted } from "../contenders.ts";
import { median } from "../statistics.ts";
import { type Curve, toCurve } from "./curve.ts";
import { scaledBundle } from "./scaled-bundle.ts";

async function measureSizes(
	grader: Grader,
	sizes: readonly { x: number; cases: number; length: number }[],
	rounds: number,
): Promise<{ x: number; y: number }[]> {
	const prepared: { x: number; version: GradableVersion; solution: string }[] =
		[];
	for (const { x, cases, length } of sizes) {
		const bundle = scaledBundle(cases, length);
		const version = await prepareVersion(grader, await compileBundle(bundle));
		prepared.push({ x, version, solution: bundle.solution });
	}
	const times = new Map(prepared.map(({ x }) => [x, [] as number[]] as const));
	for (let round = 0; round <= rounds; round++) {
		for (const { x, version, solution } of prepared) {
			const startedAt = performance.now();
			const verdict = await grader.grade({
				version,
				source: `${solution}// ${round}\n`,
				language: "typescript",
				seed: round,
			});
			const tookMs = performance.now() - startedAt;
			requireAccepted(verdict);
			if (round > 0) times.get(x)?.push(tookMs);
		}
	}
	return [...times].map(([x, list]) => ({ x, y: median(list) }));
}

export async function measureSubmissionSize(
	isQuick: boolean,
): Promise<{ cases: Curve; values: Curve }> {
	const grader = await openGrader("isolate", 1);
	const rounds = isQuick ? 3 : 15;
	try {
		const cases = await measureSizes(
			grader,
			[1, 3, 10, 30, 100, 300, 1_000].map((x) => ({ x, cases: x, length: 10 })),
			rounds,
		);
		const values = await measureSizes(
			grader,
			[1, 10, 100, 1_000, 3_000].map((x) => ({ x, cases: 10, length: x })),
			rounds,
		);
		return {
			cases: toCurve("ms a submission", cases),
			values: toCurve("ms a submission", values),
		};
	} finally {
		await grader.close();
	}
}
