/** How long the last of many students waits when all submit at once. */
import { submitAtOnce } from "../end-to-end.ts";
import { median } from "../statistics.ts";
import type { Student } from "../student.ts";
import type { Workload } from "../workload.ts";
import { type Curve, toCurve } from "./curve.ts";

/** @param counts students at once, ascending; each size is measured three times, alternating, the largest once */
export async function measureStudentsAtOnce(
	workload: Workload,
	students: readonly Student[],
	counts: readonly number[],
): Promise<Curve[]> {
	const last = new Map<number, number[]>();
	const acknowledged = new Map<number, number[]>();
	const largest = Math.max(...counts);
	for (let round = 0; round < 3; round++) {
		for (const count of counts) {
			if (count === largest && round > 0) continue;
			const burst = await submitAtOnce(workload, students.slice(0, count), 0);
			if (burst.lost > 0)
				throw new Error(`${burst.lost} submissions were lost`);
			last.set(count, [...(last.get(count) ?? []), burst.graded.max]);
			acknowledged.set(count, [
				...(acknowledged.get(count) ?? []),
				burst.acknowledged.median,
			]);
		}
	}
	const points = (times: ReadonlyMap<number, number[]>) =>
		[...times].map(([x, list]) => ({ x, y: median(list) }));
	return [
		toCurve("last verdict, ms", points(last)),
		toCurve("acknowledgement, ms", points(acknowledged)),
	];
}
