import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type CaseDefinitions,
	cases,
	fixed,
	gradientCheck,
	property,
	pure,
	refuses,
	type Tolerance,
} from "../../exercises/authoring/cases.ts";
import {
	returnsRun,
	returnsSteps,
	returnsValue,
} from "../../exercises/authoring/exported.ts";
import { aFunction } from "../../exercises/authoring/functions.ts";
import { stepGraph } from "../../exercises/authoring/graph.ts";
import type { Value } from "../../exercises/authoring/value.ts";
import { type Exercise, exerciseSchema } from "../../exercises/bundle.ts";
import type { Outcome, Outcomes } from "../../grader/harness/outcome.ts";
import { fromWire, toWire } from "../../grader/harness/wire.ts";
import {
	findDifference,
	isFiniteAndNonZero,
	relativeErrorOf,
} from "../../grader/judging/compare.ts";
import {
	agreesAsPrinted,
	describePublicPart,
	findComplaints,
} from "../../grader/judging/describe.ts";
import { judge, roundHundredths } from "../../grader/judging/judge.ts";
import { type PlannedCall, planCases } from "../../grader/judging/plan.ts";
import { recognise } from "../../grader/judging/recognise.ts";

const tolerance: Tolerance = { absolute: 1e-9, relative: 1e-9 };
const title = { en: "case", zh: "例" };

/** An exercise with one check for each of `ids`; those that end in "-visible" are visible. */
function exerciseWith(ids: string[], points = 4): Exercise {
	return exerciseSchema.parse({
		schemaVersion: 1,
		slug: "sample",
		title,
		summary: title,
		chapter: 1,
		order: 1,
		difficulty: 1,
		minutes: 1,
		prerequisites: [],
		sources: [],
		checks: ids.map((id) => ({
			id,
			title,
			points,
			visible: id.endsWith("-visible"),
		})),
		tolerance: { ...tolerance, reason: "a test" },
		limits: { cpuMs: 1000, heapMib: 64, outputKib: 64 },
		pictures: [],
		hints: [],
		wrong: {},
		equivalentMutants: [],
	});
}

type Student = Record<string, (...args: never[]) => unknown>;

/** Plans, answers every call with the student's function, and judges. */
function judgeStudent(
	definitions: CaseDefinitions,
	student: Student,
	change: (outcome: Outcome, call: PlannedCall) => Outcome = (outcome) =>
		outcome,
	seed = 0,
) {
	const exercise = exerciseWith(Object.keys(definitions));
	const planned = planCases(definitions, exercise.checks, seed);
	const outcomes: Record<string, Outcome> = {};
	for (const call of planned.flatMap((entry) => entry.calls))
		outcomes[call.id] = change(answer(student, call), call);
	return { ...judge(exercise, planned, outcomes), planned, outcomes, exercise };
}

function answer(student: Student, call: PlannedCall): Outcome {
	const fn = student[call.name];
	if (!fn) return { kind: "missing" };
	try {
		const result: unknown = Reflect.apply(
			fn,
			undefined,
			call.args.map(fromWire),
		);
		return { kind: "value", value: toWire(result) };
	} catch (error) {
		const name =
			error instanceof RangeError
				? "RangeError"
				: error instanceof TypeError
					? "TypeError"
					: "Error";
		return { kind: "error", name, message: "secret", stack: "" };
	}
}

/** p = 2x, q = p + 1, r = p·q */
const chain = returnsSteps(
	"chain",
	["x"],
	(x: number) => ({ x }),
	stepGraph<{ x: number }>()
		.step("p", "p = 2x", ["x"], ({ x }) => 2 * x)
		.step("q", "q = p + 1", ["p"], ({ p }) => p + 1)
		.step("r", "r = pq", ["p", "q"], ({ p, q }) => p * q),
);
const right = (x: number) => ({
	p: 2 * x,
	q: 2 * x + 1,
	r: 2 * x * (2 * x + 1),
});
const chainCases = (...xs: number[]) =>
	cases({ "chain-visible": xs.map((x) => fixed(chain, title, [x])) });

function firstCheck(judged: { checks: ReturnType<typeof judge>["checks"] }) {
	const [check] = judged.checks;
	if (!check) throw new Error("no check");
	return check;
}

describe("comparison", () => {
	it.each<[Value, Value, boolean]>([
		[1, 1 + 5e-10, true],
		[1, 1 + 3e-9, false],
		[1e12, 1e12 + 999, true],
		[1e12, 1e12 + 1001, false],
		[0, 1e-9, true],
		[0, 1.1e-9, false],
		[Number.NaN, Number.NaN, true],
		[Number.NaN, 0, false],
		[0, Number.NaN, false],
		[1 / 0, 1 / 0, true],
		[1 / 0, -1 / 0, false],
		[1 / 0, Number.MAX_VALUE, false],
		[Number.MAX_VALUE, 1 / 0, false],
		[-0, 0, true],
		[0, -0, true],
		[5e-324, 0, true],
		[1, "1", false],
		[1, true, false],
		[true, true, true],
		[0, false, false],
		[0, null, false],
		[null, undefined, false],
		["a", "a", true],
		[[1, 2], [1, 2], true],
		[[1, 2], [1, 2, 3], false],
		[[1, 2], { 0: 1, 1: 2, length: 2 }, false],
		[[], {}, false],
		[{}, [], false],
		[{ a: 1 }, { a: 1 }, true],
		[{ a: 1 }, { a: 1, b: 2 }, false],
		[{ a: 1, b: undefined }, { a: 1 }, false],
		[{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
		[[[1], [2]], [[1], [3]], false],
	])("of %j with %j is typed and strict", (expected, actual, agrees) => {
		expect(findDifference(actual, expected, tolerance) === null).toBe(agrees);
	});

	it("tells the shape before any number", () => {
		expect(findDifference([9, 9], [1, 2, 3], tolerance)).toEqual({
			path: ["length"],
			expected: 3,
			actual: 2,
		});
		expect(
			findDifference(
				{ t: [{ a: 1 }, { a: 2 }] },
				{ t: [{ a: 1 }, { a: 3 }] },
				tolerance,
			)?.path,
		).toEqual(["t", 1, "a"]);
	});

	it("finds every value equal to itself, and never measures by the student's value", () => {
		fc.assert(
			fc.property(fc.double(), fc.double(), (a, b) => {
				expect(findDifference(a, a, { absolute: 0, relative: 0 })).toBeNull();
				const near =
					Number.isNaN(a) || Number.isNaN(b)
						? Number.isNaN(a) && Number.isNaN(b)
						: a === b ||
							(Number.isFinite(a) &&
								Number.isFinite(b) &&
								Math.abs(b - a) <= 0.25 * Math.abs(a));
				expect(
					findDifference(b, a, { absolute: 0, relative: 0.25 }) === null,
				).toBe(near);
			}),
		);
	});

	it("gives a relative error only where there is one", () => {
		expect(relativeErrorOf({ path: [], expected: 4, actual: 2 })).toBe(0.5);
		for (const [expected, actual] of [
			[0, 1],
			["a", 1],
			[1, 1 / 0],
			[1, undefined],
		] as const)
			expect(relativeErrorOf({ path: [], expected, actual })).toBeUndefined();
	});

	it("knows what is finite and not all zero", () => {
		expect([1, [0, 1], { a: -2 }].map(isFiniteAndNonZero)).toEqual([
			true,
			true,
			true,
		]);
		expect(
			[
				0,
				-0,
				[0, 0],
				[1, Number.NaN],
				1 / 0,
				true,
				"1",
				null,
				undefined,
				[],
			].some(isFiniteAndNonZero),
		).toBe(false);
	});

	it("walks a list that is longer than a call has room for arguments", () => {
		expect(isFiniteAndNonZero(new Array(300_000).fill(1))).toBe(true);
	});
});

describe("points", () => {
	it("are rounded half up to hundredths, as exact arithmetic does", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.integer({ min: 1, max: 60 }),
				fc.nat(60),
				(hundredths, n, k) => {
					const share = Math.min(k, n);
					const exact =
						Math.floor((2 * hundredths * share + n) / (2 * n)) / 100;
					expect(roundHundredths((hundredths / 100) * (share / n))).toBe(exact);
				},
			),
		);
		expect([1.005, 2.675, 0.285, 0.994_999].map(roundHundredths)).toEqual([
			1.01, 2.68, 0.29, 0.99,
		]);
	});

	it("are the mean over cases of right steps", () => {
		const check = firstCheck(
			judgeStudent(chainCases(1, 2), {
				chain: (x: number) => (x === 1 ? right(x) : { ...right(x), r: 0 }),
			}),
		);
		expect(check).toMatchObject({
			points: 3.33,
			status: "failed",
			cases: { passed: 1, total: 2 },
			firstWrongStep: "r",
		});
	});
});

describe("follow-through", () => {
	const wrongP = (x: number) => {
		const p = 3 * x;
		return { p, q: p + 1, r: p * (p + 1) };
	};
	const follow = (student: Student, ...xs: number[]) =>
		firstCheck(judgeStudent(chainCases(...xs), student));

	it("pays what is right given the student's own value, at most half of a case", () => {
		expect(follow({ chain: wrongP }, 1, 2)).toMatchObject({
			points: 2,
			followThroughPoints: 2,
			firstWrongStep: "p",
		});
	});

	it("wants two cases with different values", () => {
		expect(follow({ chain: wrongP }, 2)).toMatchObject({
			points: 0,
			followThroughPoints: 0,
		});
		expect(follow({ chain: wrongP }, 2, 2)).toMatchObject({
			points: 0,
			followThroughPoints: 0,
		});
		expect(
			follow(
				{
					chain: (x: number) => (x === 1 ? wrongP(x) : { p: 0.5, q: 9, r: 9 }),
				},
				1,
				2,
			),
		).toMatchObject({ points: 0 });
	});

	it.each([
		["zero", 0],
		["NaN", Number.NaN],
		["infinite", 1 / 0],
		["a text", "5"],
		["missing", undefined],
		["a list", [1]],
	])("pays nothing behind a value that is %s", (_name, p) => {
		const student = (x: number) => ({
			p,
			q: (p as number) + 1,
			r: (p as number) * ((p as number) + 1),
			x,
		});
		expect(follow({ chain: student }, 1, 2, 3)).toMatchObject({
			followThroughPoints: 0,
		});
	});

	it("pays nothing for a step that follows as zero", () => {
		const fromP = (x: number) => ({ p: x - 2, q: x - 1, r: (x - 2) * (x - 1) });
		const check = follow({ chain: fromP }, 1, 5, 6);
		expect(check.shown?.steps?.map((step) => step.status)).toEqual([
			"first-wrong",
			"wrong",
			"wrong",
		]);
		expect(check.followThroughPoints).toBe(1.33);
	});

	it("pays nothing for one answer to all, zeros, NaN or an echo of the argument", () => {
		for (const answerOf of [
			() => 0,
			() => 1,
			() => Number.NaN,
			(x: number) => x,
			() => undefined,
		]) {
			const check = follow(
				{
					chain: (x: number) => ({
						p: answerOf(x),
						q: answerOf(x),
						r: answerOf(x),
					}),
				},
				1,
				2,
				3,
				5,
			);
			expect(check.points).toBeLessThanOrEqual(0.4);
		}
	});

	it("goes through a step that is not returned, from the nearest ones that are", () => {
		const hidden = returnsSteps(
			"hidden",
			["x"],
			(x: number) => ({ x }),
			stepGraph<{ x: number }>()
				.step("p", "p = 2x", ["x"], ({ x }) => 2 * x)
				.inner("q", "q = p + 1", ["p"], ({ p }) => p + 1)
				.step("r", "r = 5q", ["q"], ({ q }) => 5 * q),
		);
		const definitions = cases({
			"hidden-visible": [1, 2].map((x) => fixed(hidden, title, [x])),
		});
		const check = firstCheck(
			judgeStudent(definitions, {
				hidden: (x: number) => ({ p: 3 * x, r: 5 * (3 * x + 1) }),
			}),
		);
		expect(check).toMatchObject({ points: 2, followThroughPoints: 2 });
	});

	it("follows a run from the student's own row before", () => {
		const run = returnsRun("run", ["start", "n"], {
			inputs: (start: number, n: number) => ({ start, n }),
			rows: "trace",
			carries: { before: "x" },
			first: ({ start }: { start: number; n: number }) => ({ before: start }),
			row: stepGraph<{ start: number; n: number; before: number }>().step(
				"x",
				"x",
				["before"],
				({ before }) => before * 2 + 1,
			),
			count: ({ n }) => n,
			after: {
				takes: { last: "x" },
				graph: stepGraph<{ last: number }>().step(
					"end",
					"end",
					["last"],
					({ last }) => -last,
				),
			},
		});
		const definitions = cases({
			"run-visible": [fixed(run, title, [1, 3]), fixed(run, title, [2, 3])],
		});
		const honest = (start: number, n: number, slip: number) => {
			const trace: { x: number }[] = [];
			for (let i = 0, x = start; i < n; i++) {
				x = x * 2 + 1 + (i === 0 ? slip : 0);
				trace.push({ x });
			}
			return { trace, end: -(trace.at(-1)?.x ?? 0) };
		};
		expect(
			firstCheck(
				judgeStudent(definitions, {
					run: (s: number, n: number) => honest(s, n, 0),
				}),
			),
		).toMatchObject({ points: 4, status: "passed" });
		expect(
			firstCheck(
				judgeStudent(definitions, {
					run: (s: number, n: number) => honest(s, n, 1),
				}),
			),
		).toMatchObject({
			firstWrongStep: "x",
			followThroughPoints: 2,
			// Of five steps only the number of rows is right as it stands.
			points: 2.8,
		});
	});
});

describe("the first wrong step", () => {
	it("is the first in topological order, whatever order the keys have", () => {
		const check = firstCheck(
			judgeStudent(chainCases(1, 2), {
				chain: (x: number) => ({ r: 0, q: -1, p: 2 * x }),
			}),
		);
		expect(check.firstWrongStep).toBe("q");
		expect(check.shown).toMatchObject({ input: [1], path: "q" });
	});

	it("is the check's that comes first in the exercise", () => {
		const value = returnsValue("value", ["x"], "x", (x: number) => x);
		const definitions = cases({
			"a-visible": [fixed(value, title, [1])],
			"b-visible": [fixed(chain, title, [1])],
		});
		const judged = judgeStudent(definitions, {
			value: (x: number) => x,
			chain: () => ({ p: 0, q: 0, r: 0 }),
		});
		expect(judged.firstWrongStep).toBe("p");
		expect(judged.checks.map((check) => check.status)).toEqual([
			"passed",
			"failed",
		]);
	});
});

describe("a result of another kind", () => {
	const definitions = cases({
		"k-visible": [fixed(chain, title, [2])],
	});

	it.each<[string, unknown, string]>([
		["an array", [4, 2], "it returned an array"],
		["nothing", undefined, "it returned nothing (undefined)"],
		["a number", 4, "it returned a number"],
		["null", null, "it returned null"],
	])("is said in words: %s", (_kind, value, words) => {
		const { checks } = judgeStudent(definitions, { chain: () => value });
		expect(checks[0]?.status).toBe("failed");
		expect(checks[0]?.message?.en).toContain("must return an object");
		expect(checks[0]?.message?.en).toContain(words);
		expect(checks[0]?.message?.zh).toContain("应返回一个对象");
	});

	it("is not mentioned when only values differ", () => {
		const wrong = { a: 1, b: 1, c: 1 };
		const { checks } = judgeStudent(definitions, { chain: () => wrong });
		expect(checks[0]?.message).toBeUndefined();
	});
});

describe("refusals", () => {
	const definitions = cases({ "r-visible": [refuses(chain, title, [-1])] });
	it.each<[string, () => unknown, string, RegExp | null]>([
		[
			"the wanted error",
			() => {
				throw new RangeError("x");
			},
			"passed",
			null,
		],
		[
			"another error",
			() => {
				throw new TypeError("x");
			},
			"failed",
			/a TypeError was thrown/,
		],
		[
			"a value",
			() => 1,
			"failed",
			/must be refused with `throw new RangeError/,
		],
		["nothing", () => undefined, "failed", /must be refused/],
	])(
		"are judged when the function gives %s",
		(_name, student, status, message) => {
			const check = firstCheck(judgeStudent(definitions, { chain: student }));
			expect(check.status).toBe(status);
			expect(check.points).toBe(status === "passed" ? 4 : 0);
			if (message) expect(check.message?.en).toMatch(message);
		},
	);

	it.each<[Outcome, string]>([
		[{ kind: "time_limit", line: 3 }, "error"],
		[{ kind: "backstop", limit: "memory_limit" }, "error"],
		[{ kind: "missing" }, "failed"],
		[{ kind: "unstable" }, "failed"],
		[{ kind: "skipped" }, "skipped"],
		[{ kind: "value", value: { "!": "a Map" } }, "failed"],
	])("are not met by %j", (outcome, status) => {
		expect(
			firstCheck(judgeStudent(definitions, {}, () => outcome)),
		).toMatchObject({ status, points: 0 });
	});
});

describe("purity", () => {
	const value = returnsValue(
		"value",
		["list"],
		"x",
		(list: number[]) => list[0] ?? 0,
	);
	const definitions = cases({
		"v-visible": [fixed(value, title, [[1]]), fixed(value, title, [[2]])],
		pure: [pure(title, value)],
	});
	const judgePure = (
		student: Student,
		change?: (outcome: Outcome) => Outcome,
	) => judgeStudent(definitions, student, change).checks;
	const first = { value: (list: number[]) => list[0] };

	it("is earned with right values and untouched arguments", () => {
		expect(judgePure(first).map((check) => check.points)).toEqual([4, 4]);
	});

	it.each(["mutated", "shared"] as const)(
		"fails alone when an argument is %s",
		(flag) => {
			const checks = judgePure(
				first,
				(outcome) => ({ ...outcome, [flag]: true }) as Outcome,
			);
			expect(checks.map((check) => [check.status, check.points])).toEqual([
				["passed", 4],
				["failed", 0],
			]);
			expect(checks[1]?.message?.en).toContain(
				flag === "mutated"
					? "changed an argument"
					: "contains an array or object of its arguments",
			);
		},
	);

	it("waits until half of the values are right, and gives a lazy answer nothing", () => {
		expect(judgePure({ value: () => 7 })[1]).toMatchObject({
			status: "skipped",
			points: 0,
		});
		expect(judgePure({ value: () => 1 })[1]).toMatchObject({
			status: "passed",
		});
		expect(judgePure({})[1]).toMatchObject({ status: "skipped", points: 0 });
	});
});

describe("the gradient check", () => {
	const forward = returnsValue("forward", ["x"], "x²", (x: number) => x * x);
	const slope = returnsValue("slope", ["x"], "2x", (x: number) => 2 * x);
	const definitions = cases({
		"forward-visible": [fixed(forward, title, [3])],
		gradient: [
			gradientCheck(slope, title, 5, (draw) => [draw.number(1, 3)], {
				forward,
				entries: [
					{
						path: [],
						of: [],
						forwardArgs: ([x]: [number], delta): [number] => [x + delta],
					},
				],
			}),
		],
	});
	const statuses = (student: Student) =>
		judgeStudent(definitions, student).checks.map((check) => check.status);

	it("passes a backward that belongs to a wrong forward, and only the forward's own check fails", () => {
		expect(
			statuses({ forward: (x: number) => x * x, slope: (x: number) => 2 * x }),
		).toEqual(["passed", "passed"]);
		expect(
			statuses({
				forward: (x: number) => x ** 3,
				slope: (x: number) => 3 * x * x,
			}),
		).toEqual(["failed", "passed"]);
	});

	it("says that a backward does not belong to the student's own forward", () => {
		const judged = judgeStudent(definitions, {
			forward: (x: number) => x ** 3,
			slope: (x: number) => 2 * x,
		});
		expect(judged.checks[1]).toMatchObject({ status: "failed", points: 0 });
		expect(judged.checks[1]?.message?.en).toContain(
			"`slope` is not the slope of your own forward function",
		);
	});

	it("believes neither a one-sided quotient nor a forward that stands still", () => {
		const square = (x: number) => x * x;
		expect(
			statuses({
				forward: square,
				slope: (x: number) => (square(x + 1e-5) - square(x)) / 1e-5,
			}),
		).toEqual(["passed", "failed"]);
		expect(statuses({ forward: () => 9, slope: () => 0 })).toEqual([
			"passed",
			"failed",
		]);
		expect(
			statuses({ forward: () => Number.NaN, slope: () => Number.NaN }),
		).toEqual(["failed", "failed"]);
	});

	it("pays nothing for the constant slope of a wrong forward", () => {
		const [, check] = judgeStudent(definitions, {
			forward: (x: number) => x + 1,
			slope: () => 1,
		}).checks;
		expect(check).toMatchObject({ status: "failed", points: 0 });
	});
});

describe("outcomes that are no values", () => {
	it.each<[Outcome, string, string]>([
		[{ kind: "missing" }, "failed", "There is no exported function `chain`"],
		[
			{ kind: "unstable" },
			"failed",
			"The same arguments gave different results",
		],
		[{ kind: "skipped" }, "skipped", "Not run"],
		[
			{ kind: "error", name: "TypeError", message: "m", stack: "" },
			"error",
			"Your code threw TypeError: m",
		],
		[{ kind: "time_limit", line: 7 }, "error", "at line 7"],
		[{ kind: "time_limit", line: 0 }, "error", "did not come to an end."],
		[{ kind: "output_limit" }, "error", "far more data"],
		[{ kind: "backstop", limit: "memory_limit" }, "error", "more memory"],
		[
			{ kind: "backstop", limit: "time_limit" },
			"error",
			"did not come to an end.",
		],
		[
			{ kind: "value", value: { o: [["p", { "!": "a Map" }]] } },
			"failed",
			"`p` is a Map",
		],
		[
			{ kind: "value", value: { "!": "a BigInt" } },
			"failed",
			"`the result` is a BigInt",
		],
	])("fail their case: %j", (outcome, status, message) => {
		const check = firstCheck(judgeStudent(chainCases(1, 2), {}, () => outcome));
		expect(check).toMatchObject({
			status,
			points: 0,
			cases: { passed: 0, total: 2 },
		});
		expect(check.message?.en).toContain(message);
		expect(check.message?.zh).toBeTruthy();
	});

	it("tell nothing of a hidden call's message", () => {
		const definitions = cases({ hidden: [fixed(chain, title, [1])] });
		const check = firstCheck(
			judgeStudent(definitions, {
				chain: () => {
					throw new RangeError("x");
				},
			}),
		);
		expect(JSON.stringify(check)).not.toContain("secret");
	});

	it("are skipped cases when an outcome is missing altogether", () => {
		const exercise = exerciseWith(["chain-visible"]);
		const planned = planCases(chainCases(1), exercise.checks, 0);
		expect(judge(exercise, planned, {}).checks[0]).toMatchObject({
			status: "skipped",
			points: 0,
		});
	});
});

describe("planning", () => {
	const value = returnsValue("value", ["x"], "x", (x: number) => x);
	const definitions = cases({
		random: [property(value, title, 30, (draw) => [draw.number(-100, 100)])],
		"first-visible": [fixed(value, title, [1])],
	});
	const plan = (seed: number) =>
		planCases(
			definitions,
			exerciseWith(["random", "first-visible"]).checks,
			seed,
		).flatMap((entry) => entry.calls);

	it("gives the same calls for the same seed, and others for another", () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), (seed) => {
				expect(plan(seed)).toEqual(plan(seed));
				expect(plan(seed)).not.toEqual(plan(seed + 1));
			}),
			{ numRuns: 10 },
		);
	});

	it("calls visible checks first", () => {
		expect(plan(0)[0]?.checkId).toBe("first-visible");
		expect(plan(0).map((call) => call.isVisible)).toEqual([
			true,
			...new Array(30).fill(false),
		]);
	});

	it("climbs a ladder of small inputs, and shows the first of them that fails", () => {
		const rungs = plan(3)
			.slice(1, 7)
			.map((call) => Math.abs(call.args[0] as number));
		for (const [index, rung] of rungs.entries())
			expect(rung).toBeLessThanOrEqual(1 + (101 * (index + 1)) / 6);
		for (const limit of [-20, 0, 10, 50]) {
			const judged = judgeStudent(
				definitions,
				{ value: (x: number) => (x > limit ? x : -x - 1) },
				undefined,
				3,
			);
			const failing = judged.planned.find(
				(entry) =>
					entry.checkId === "random" && !((entry.args[0] as number) > limit),
			);
			expect(judged.checks[0]?.shown?.input).toEqual(failing?.args);
		}
	});

	it.each<[string, () => unknown, string]>([
		[
			"a check nobody lists",
			() => planCases(chainCases(1), exerciseWith(["other"]).checks, 0),
			'cases.ts has cases for "chain-visible", which exercise.json does not list',
		],
		[
			"a check without cases",
			() => planCases(cases({ a: [] }), exerciseWith(["a"]).checks, 0),
			'cases.ts has no cases for the check "a"',
		],
		[
			"draws that are all left out",
			() =>
				planCases(
					cases({ a: [property(value, title, 1, () => null)] }),
					exerciseWith(["a"]).checks,
					0,
				),
			'"case": 200 draws in a row were left out',
		],
		[
			"an argument that is no data",
			() =>
				planCases(
					cases({ a: [fixed(value, title, [(() => 1) as never])] }),
					exerciseWith(["a"]).checks,
					0,
				),
			"expected plain data; got a function",
		],
		[
			"an unknown library function",
			() => aFunction("nothing"),
			'got the function "nothing"',
		],
		[
			"a step declared twice",
			() =>
				stepGraph<{ x: number }>()
					.step("x1", "", ["x"], () => 1)
					.step("x1", "", ["x"], () => 1),
			'the step "x1" is declared twice',
		],
	])("refuses %s", (_name, act, message) => {
		expect(act).toThrow(message);
	});
});

describe("recognition", () => {
	const a = returnsValue("a", ["x"], "x", (x: number) => x);
	const b = returnsValue("b", ["x"], "x", (x: number) => 2 * x);
	const definitions = cases({
		"a-visible": [1, 2].map((x) => fixed(a, title, [x])),
		"b-visible": [1, 2].map((x) => fixed(b, title, [x])),
		pure: [pure(title, a, b)],
	});
	const solution: Student = { a: (x: number) => x, b: (x: number) => 2 * x };
	const named = (
		student: Student,
		wrong: Record<string, Student>,
		change?: (outcome: Outcome) => Outcome,
	) => {
		const judged = judgeStudent(definitions, student, change);
		const versions = Object.entries(wrong).map(([name, version]) => ({
			name,
			outcomes: judgeStudent(definitions, version).outcomes as Outcomes,
		}));
		return recognise(
			tolerance,
			judged.planned,
			judged.checks,
			judged.outcomes,
			versions,
		);
	};
	const wrong = {
		"a-plus-1": { ...solution, a: (x: number) => x + 1 },
		"a-minus": { ...solution, a: (x: number) => -x },
		"b-half": { ...solution, b: (x: number) => x },
		"a-throws": {
			...solution,
			a: () => {
				throw new TypeError();
			},
		},
	};

	it("names what behaves the same, however it is written", () => {
		expect(
			named({ ...solution, a: (x: number) => 1 + x + 1e-14 }, wrong)[
				"a-visible"
			],
		).toEqual(["a-plus-1"]);
		expect(
			named(
				{
					...solution,
					a: () => {
						throw new TypeError("other words");
					},
				},
				wrong,
			)["a-visible"],
		).toEqual(["a-throws"]);
	});

	it("lists all that fit, and keeps a fitting one when something else is wrong too", () => {
		const twins = { ...wrong, twin: { ...solution, a: (x: number) => x + 1 } };
		expect(
			named({ ...solution, a: (x: number) => x + 1 }, twins)["a-visible"],
		).toEqual(["a-plus-1", "twin"]);
		expect(
			named({ b: (x: number) => x, a: (x: number) => x + 1 }, wrong),
		).toMatchObject({ "a-visible": ["a-plus-1"], "b-visible": ["b-half"] });
	});

	it("holds a gradient check's forward function against a wrong version as well", () => {
		const forward = returnsValue("forward", ["x"], "x²", (x: number) => x * x);
		const slope = returnsValue("slope", ["x"], "2x", (x: number) => 2 * x);
		const entry = {
			path: [],
			of: [],
			forwardArgs: ([x]: [number], delta: number): [number] => [x + delta],
		};
		const checked = cases({
			gradient: [
				gradientCheck(slope, title, 3, (draw) => [draw.number(1, 3)], {
					forward,
					entries: [entry],
				}),
			],
		});
		const right = {
			forward: (x: number) => x * x,
			slope: (x: number) => 2 * x,
		};
		const versions = {
			cubed: { ...right, forward: (x: number) => x ** 3 },
			doubled: { ...right, forward: (x: number) => 2 * x * x },
		};
		const judged = judgeStudent(checked, versions.cubed);
		expect(
			recognise(
				tolerance,
				judged.planned,
				judged.checks,
				judged.outcomes,
				Object.entries(versions).map(([name, version]) => ({
					name,
					outcomes: judgeStudent(checked, version).outcomes as Outcomes,
				})),
			),
		).toEqual({ gradient: ["cubed"] });
	});

	it("names nothing where one outcome differs", () => {
		expect(
			named({ ...solution, a: (x: number) => (x === 2 ? 9 : x + 1) }, wrong),
		).toEqual({});
		expect(
			named(
				{
					...solution,
					a: () => {
						throw new RangeError();
					},
				},
				wrong,
			),
		).toEqual({});
		expect(
			named({ b: solution.b as never }, wrong)["a-visible"],
		).toBeUndefined();
		expect(
			named(
				{ ...solution, a: (x: number) => x + 1 },
				wrong,
				(outcome) => ({ ...outcome, mutated: true }) as Outcome,
			),
		).toEqual({});
		expect(
			named(wrong["a-plus-1"], wrong, () => ({ kind: "unstable" })),
		).toEqual({});
		expect(
			named(wrong["a-plus-1"], wrong, () => ({ kind: "skipped" })),
		).toEqual({});
	});

	it("names nothing for a function that is right", () => {
		expect(named({ ...solution, a: () => 77 }, wrong)).toEqual({});
		expect(
			named({ a: () => 77, b: (x: number) => x }, wrong).pure,
		).toBeUndefined();
		expect(named(solution, wrong)).toEqual({});
	});
});

describe("printed numbers", () => {
	it.each<[number | boolean, string, boolean]>([
		[4.2426, "4.243", true],
		[4.2424, "4.243", false],
		[4.2435, "4.243", true],
		[4.24351, "4.243", false],
		[-0.9534, "-0.953", true],
		[-0.9534, "−0.953", true],
		[0.9534, "-0.953", false],
		[1234, "1.23e3", true],
		[1236, "1.23e3", false],
		[0.00123, "1.23e-3", true],
		[2.4, "2", true],
		[2.6, "2", false],
		[true, "true", true],
		[false, "true", false],
		[Number.NaN, "NaN", true],
		[1 / 0, "Infinity", true],
		[1, "1,0", false],
		[1, "", false],
		[0, "0x0", false],
	])("%d agrees with %j: %s", (value, printed, agrees) => {
		expect(agreesAsPrinted(value, printed)).toBe(agrees);
	});

	it("are held against the steps, and visible checks against random cases", () => {
		const definitions = cases({
			"a-visible": [
				fixed(chain, title, [1], { p: "2.0", q: "3.5", s: "1" }),
				property(chain, title, 1, () => [1]),
			],
		});
		const exercise = exerciseWith(["a-visible"]);
		expect(
			findComplaints(exercise, planCases(definitions, exercise.checks, 0)),
		).toEqual([
			"cases.ts: a-visible.1 prints q = 3.5; the steps give 3",
			'cases.ts: a-visible.1 prints "s", which its result does not have',
			'cases.ts: the visible check "a-visible" has random cases; only fixed ones can be shown',
		]);
	});

	it("leave hidden cases out of the public part", () => {
		const definitions = cases({
			"a-visible": [fixed(chain, title, [1])],
			hidden: [fixed(chain, title, [123_456])],
		});
		const exercise = exerciseWith(["a-visible", "hidden"]);
		const part = describePublicPart(
			definitions,
			planCases(definitions, exercise.checks, 0),
		);
		expect(part.cases).toMatchObject([
			{ input: [1], expected: { p: 2, q: 3, r: 6 } },
		]);
		expect(JSON.stringify(part)).not.toContain("123456");
	});
});
