import fc from "fast-check";
import { expect, it } from "vitest";
import { secondOrder } from "../../../grader/sandbox/second-order.ts";

/** Calls as a plan lists them: visible ones first. */
const jobs = fc
	.record({ visible: fc.nat({ max: 9 }), hidden: fc.nat({ max: 25 }) })
	.map(({ visible, hidden }) =>
		Array.from({ length: visible + hidden }, (_, index) => ({
			index,
			isVisible: index < visible,
		})),
	);

it("makes every call, and no call's place is odd or even in both passes", () => {
	fc.assert(
		fc.property(jobs, (calls) => {
			const second = secondOrder(calls);
			for (const isVisible of [true, false]) {
				const first = calls.filter((entry) => entry.isVisible === isVisible);
				for (const [at, { index }] of first.entries()) {
					const again = second.findLastIndex((entry) => entry.index === index);
					expect(again).toBeGreaterThanOrEqual(0);
					expect((at + again) % 2).toBe(1);
				}
			}
		}),
	);
});

it("lets no call follow one that it followed in the first pass, where its outcome is first told", () => {
	fc.assert(
		fc.property(jobs, (calls) => {
			const second = secondOrder(calls);
			const seen = new Set<number>();
			for (const { index } of second) {
				if (!seen.has(index))
					for (const before of seen) expect(before).toBeGreaterThan(index);
				seen.add(index);
			}
		}),
	);
});
