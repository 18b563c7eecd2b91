/** The bench's own arithmetic, and that what it calls the raw limit does the same work under the same flags. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Grader } from "../../grader/grader.ts";
import { startRaw } from "./contenders.ts";
import { toCurve } from "./growth/curve.ts";
import { v8Flags } from "./raw/raw-limit.ts";
import { formatGoals, formatTable, judgeGoal, shorten } from "./report.ts";
import { roundRobin } from "./round-robin.ts";
import { growthExponent, median, percentile, summarise } from "./statistics.ts";
import { openWorkload } from "./workload.ts";

const upTo = (count: number) =>
	Array.from({ length: count }, (_, index) => index + 1);

describe("percentiles", () => {
	test("are the smallest sample that the share of all samples does not exceed", () => {
		expect(percentile(upTo(100), 0.95)).toBe(95);
		expect(percentile(upTo(100), 0.99)).toBe(99);
		expect(percentile(upTo(20), 0.95)).toBe(19);
		expect(percentile([7], 0.01)).toBe(7);
		expect(percentile(upTo(101), 1)).toBe(101);
	});

	test("do not depend on the order, and leave the samples as they are", () => {
		const samples = [3, 1, 2];
		expect(summarise(samples)).toEqual({
			count: 3,
			median: 2,
			p95: 3,
			p99: 3,
			max: 3,
		});
		expect(samples).toEqual([3, 1, 2]);
	});

	test("refuse an empty list and a share outside (0, 1]", () => {
		expect(() => percentile([], 0.5)).toThrow("at least one sample");
		expect(() => median([])).toThrow("at least one sample");
		expect(() => percentile([1], 0)).toThrow("expected a share in (0, 1]");
		expect(() => percentile([1], 95)).toThrow("got 95");
	});

	test("take the mean of the two middle samples for the median of an even number", () => {
		expect(median([4, 1, 3, 2])).toBe(2.5);
	});
});

describe("growth", () => {
	test("has the exponent of the power law", () => {
		const along = (power: number) =>
			[1, 10, 100, 1_000].map((x) => ({ x, y: 3 * x ** power }));
		expect(growthExponent(along(1))).toBeCloseTo(1, 12);
		expect(growthExponent(along(2))).toBeCloseTo(2, 12);
		expect(growthExponent(along(0))).toBeCloseTo(0, 12);
	});

	test("is judged where fixed costs no longer hide it", () => {
		const quadratic = [1, 10, 100, 1_000].map((x) => ({
			x,
			y: 10_000 + x ** 2,
		}));
		expect(toCurve("c", quadratic, "pairs")).toMatchObject({
			isStraightOrFlatter: false,
			why: "pairs",
		});
		const straight = quadratic.map(({ x }) => ({ x, y: 10 + x }));
		expect(toCurve("c", straight, "pairs")).not.toHaveProperty("why");
	});

	test("refuses points that have no logarithm, and a single size", () => {
		expect(() => growthExponent([{ x: 0, y: 1 }])).toThrow("got (0, 1)");
		expect(() => growthExponent([{ x: 2, y: 1 }])).toThrow(
			"at least two different x",
		);
	});
});

describe("the report", () => {
	test("says met at the bound and missed beyond it", () => {
		const goals = [
			judgeGoal("ratio", 1.5, { atMost: 1.5 }),
			judgeGoal("ratio", 1.51, { atMost: 1.5 }),
			judgeGoal("rate", 0.59, { atLeast: 0.6 }),
			judgeGoal("lost", 0, { atMost: 0, unit: "lost" }),
		];
		expect(formatGoals(goals).split("\n")).toEqual([
			"goal ratio: measured 1.5 times, met",
			"goal ratio: measured 1.51 times, missed",
			"goal rate: measured 0.59 times, missed",
			"goal lost: measured 0 lost, met",
		]);
		expect(judgeGoal("nothing", Number.NaN, { atMost: 1 }).isMet).toBe(false);
	});

	test("aligns numbers to the right", () => {
		expect(
			formatTable(
				["way", "ms"],
				[
					["raw", 9.123],
					["vitest", 1234.5],
				],
			),
		).toBe("way       ms\n------  ----\nraw     9.12\nvitest  1235");
		expect(shorten(0.000123)).toBe("0.000123");
	});
});

test("contenders take turns, each round beginning with another one", async () => {
	const order: string[] = [];
	const contender = (name: string, every?: number) => ({
		name,
		...(every ? { every } : {}),
		run: async () => {
			order.push(name);
		},
		close: async () => {},
	});
	const sample = {
		source: "",
		seed: 0,
		raw: { text: "", calls: 0 },
		calls: [],
	};
	const times = await roundRobin(
		[contender("a"), contender("b"), contender("c", 2)],
		[sample, sample, sample],
		{ warmUp: 1, giveUpAt: Number.POSITIVE_INFINITY },
	);
	expect(order.join("")).toBe("abcbacab");
	expect([...times].map(([name, list]) => [name, list.length])).toEqual([
		["a", 2],
		["b", 2],
		["c", 1],
	]);
});

test("the raw limit makes the grader's calls, under the flags of a student child", async () => {
	const workload = await openWorkload("net222-train");
	const raw = await startRaw(workload);
	const grader = new Grader({ size: 1 });
	try {
		const [sample] = await workload.draw(1);
		if (!sample) throw new Error("expected a sample");
		const [visible, hidden, reversed] = JSON.parse(
			await raw.run(sample.raw),
		) as { value: unknown }[][];
		const outcomes = await grader.runAuthorSource(
			workload.version,
			sample.source,
			sample.calls,
			sample.seed,
		);
		const calls = sample.calls.map((call) => outcomes[call.id]?.kind);
		expect(calls).toEqual(calls.map(() => "value"));
		const results = [...(visible ?? []), ...(hidden ?? [])];
		expect(results).toHaveLength(workload.callCount);
		expect(results.every((result) => "value" in result)).toBe(true);
		expect(reversed?.slice(-workload.callCount).reverse()).toEqual(results);

		await grader.students.warm();
		const [pid] = grader.students.pids;
		const flags = readFileSync(`/proc/${pid}/cmdline`, "latin1").split("\0");
		expect(flags).toEqual(expect.arrayContaining(v8Flags));
	} finally {
		await Promise.all([raw.close(), grader.close(), workload.close()]);
	}
});
