/** An exercise made for measuring growth: one function, one property, both as large as wanted. */
import type { Bundle } from "../../../exercises/bundle.ts";

/**
 * A bundle whose property has `cases` draws, each of a list of `length` numbers; the result is a list as long.
 * @param cases 1 … 10,000 @param length 1 … 10,000
 */
export function scaledBundle(cases: number, length: number): Bundle {
	const title = { en: "Running sums", zh: "前缀和" };
	const check = (id: string, visible: boolean) => ({
		id,
		title,
		points: 5,
		visible,
	});
	return {
		exercise: {
			schemaVersion: 1,
			slug: "running-sums",
			title,
			summary: title,
			chapter: 1,
			order: 1,
			difficulty: 1,
			minutes: 5,
			prerequisites: [],
			sources: [],
			checks: [check("first", true), check("random", false)],
			tolerance: {
				absolute: 1e-9,
				relative: 1e-9,
				reason: "sums of a few thousand terms",
			},
			limits: { cpuMs: 10_000, heapMib: 128, outputKib: 4_096 },
			pictures: [],
			hints: [],
			wrong: {},
			equivalentMutants: [],
		},
		statement: title,
		starter: "export function runningSums(values: number[]) {}\n",
		solution: `export function runningSums(values: number[]): { sums: number[] } {
	const sums: number[] = [];
	let sum = 0;
	for (const value of values) {
		sum += value;
		sums.push(sum);
	}
	return { sums };
}
`,
		cases: `import { cases, fixed, property, returnsSteps, stepGraph } from "../authoring/index.ts";

const runningSums = returnsSteps(
	"runningSums",
	["values"],
	(values: number[]) => ({ values }),
	stepGraph<{ values: number[] }>().step("sums", "s_n", ["values"], ({ values }) => {
		let sum = 0;
		return values.map((value) => (sum += value));
	}),
);
const title = { en: "any numbers", zh: "任意数" };
export default cases({
	first: [fixed(runningSums, title, [[1, 2, 3]])],
	random: [property(runningSums, title, ${cases}, (draw) => [draw.vector(${length}, -9, 9)])],
});
`,
		wrong: {},
	};
}
