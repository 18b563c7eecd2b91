import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileBundle } from "../../grader/bundles/compile-cases.ts";
import { builtInFolder, readBundle } from "../../grader/bundles/read-bundle.ts";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import { prepareVersion } from "../../grader/proving/record-proofs.ts";
import { AuthorScriptError } from "../../grader/sandbox/ask-author.ts";
import { maxSourceBytes } from "../../grader/source-limit.ts";
import { type Verdict, verdictSchema } from "../../grader/verdict.ts";
import { prepareBuiltIn } from "./prepared.ts";

const grader = new Grader({ size: 1 });
let version: GradableVersion;
let solution: string;

beforeAll(async () => {
	({ version, solution } = await prepareBuiltIn(grader, "nonlinear-backward"));
});
afterAll(() => grader.close());

async function grade(source: string, seed = 0): Promise<Verdict> {
	const verdict = await grader.grade({
		version,
		source,
		language: "typescript",
		seed,
	});
	return verdictSchema.parse(verdict);
}

/** The solution with `before` run at the head of `backward`, and `top` before everything. */
function withCode(before: string, top = ""): string {
	return `${top}${solution.replace("const deltaC", `${before}; const deltaC`)}`;
}

function checkOf(verdict: Verdict, id: string) {
	const check = verdict.checks.find((entry) => entry.id === id);
	if (!check) throw new Error(`no check ${id}`);
	return check;
}

describe("values", () => {
	it("accepts the solution with every point", async () => {
		const verdict = await grade(solution);
		expect(verdict).toMatchObject({
			status: "accepted",
			points: 15,
			maxPoints: 15,
			mistakes: [],
			reproducible: true,
		});
		expect(verdict.failure).toBeUndefined();
	});

	it("names deltaB first and pays what follows from it when the factor 2 is forgotten", async () => {
		const verdict = await grade(solution.replace("deltaC * 2 *", "deltaC *"));
		expect(verdict).toMatchObject({
			status: "partial",
			firstWrongStep: "deltaB",
			mistakes: ["factor-2-forgotten"],
		});
		const visible = checkOf(verdict, "backward-visible");
		// Per case 1 of 4 steps right, 2 follow: 6 × (¼ + ½).
		expect(visible).toMatchObject({ points: 4.5, followThroughPoints: 3 });
		expect(visible.shown?.steps?.map((step) => step.status)).toEqual([
			"right",
			"first-wrong",
			"follow-through",
			"follow-through",
		]);
	});

	it("shows the first planned draw that fails", async () => {
		const calls = await grader.plan(version, 5);
		const verdict = await grade(
			solution.replace(
				"return x - deltaX",
				"return x > 1.2 ? x + deltaX : x - deltaX",
			),
			5,
		);
		const failing = calls.find(
			(call) =>
				call.checkId === "next-x-random" && (call.args[0] as number) > 1.2,
		);
		expect(checkOf(verdict, "next-x-random").shown?.input).toEqual(
			failing?.args,
		);
	});

	it("fails only the purity check of a function that changes its argument", async () => {
		const verdict = await grade(
			solution.replace("return { deltaC", "values.a += 1; return { deltaC"),
		);
		expect(verdict).toMatchObject({ status: "partial", points: 14 });
		expect(checkOf(verdict, "pure").message?.en).toContain(
			"changed an argument",
		);
	});

	it("does not trust what depends on earlier calls", async () => {
		const verdict = await grade(
			withCode("calls++", "let calls = 0;\n").replace(
				"return { deltaC,",
				"return { deltaC: deltaC + calls,",
			),
		);
		expect(checkOf(verdict, "backward-visible")).toMatchObject({
			status: "failed",
			points: 0,
		});
		expect(checkOf(verdict, "backward-visible").message?.en).toContain(
			"The same arguments gave different results",
		);
		expect(checkOf(verdict, "next-x-visible").status).toBe("passed");
	});

	it("finds state although the last calls use up every fatal one", async () => {
		const verdict = await grade(
			`const seen = [];\n${solution.replace("return x - deltaX", "seen.push(x); if (x === 9.9 || x === 1.1) for (;;); return { seen: [...seen] } as never")}`.replace(
				"const deltaC = values.c - y",
				"if (x > 9) for (;;); const deltaC = values.c - y",
			),
		);
		expect(JSON.stringify(checkOf(verdict, "next-x-random"))).not.toContain(
			"seen",
		);
	});

	it("gives the starter next to nothing", async () => {
		const verdict = await grade(
			"export const backward = () => ({ deltaC: 0, deltaB: 0, deltaA: 0, deltaX: 0 }); export const nextX = () => 0;",
		);
		expect(verdict.points).toBeLessThanOrEqual(1.5);
	});
});

describe("failures", () => {
	it("gives a syntax error its place in typed code", async () => {
		const verdict = await grade(
			"type A = number;\nexport function f(x: A): A { return x +; }",
		);
		expect(verdict).toMatchObject({
			status: "compile_error",
			points: 0,
			failure: { kind: "compile_error", line: 2, column: 40 },
		});
		expect(verdict.checks.every((check) => check.status === "skipped")).toBe(
			true,
		);
	});

	it("refuses a source beyond the size limit before reading it", async () => {
		const verdict = await grade(
			`${solution}//${"é".repeat(maxSourceBytes / 2)}`,
		);
		expect(verdict.failure?.message).toBe("the source is larger than 64 KiB");
	});

	it("gives a thrown error the student's own place in typed code", async () => {
		const verdict = await grade(
			'export function backward(x: number, v: { a: number }): unknown {\n\tconst t = (x as number)!; if (t) throw new RangeError("no " + (v.a as number));\n\treturn 1;\n}',
		);
		expect(verdict).toMatchObject({
			status: "runtime_error",
			failure: {
				caseId: "backward-visible.1",
				line: 2,
				column: 41,
				message: "RangeError: no 4",
			},
		});
	});

	it("keeps a position the student made up inside the source", async () => {
		for (const forged of [
			'throw new Error("submission.ts:1:" + "9".repeat(400))',
			'const e = new Error("x"); e.stack = "    at submission.ts:999999:999999"; throw e',
		]) {
			const verdict = await grade(withCode(forged));
			expect(verdict.status).toBe("runtime_error");
			expect(verdict.failure?.line).toBeLessThanOrEqual(
				solution.split("\n").length,
			);
			expect(verdict.failure?.column ?? 1).toBeLessThan(250);
		}
	});

	it("names case and line of an endless loop, and keeps the other checks' points", async () => {
		const verdict = await grade(
			solution.replace(
				"return x - deltaX",
				"\n\nif (x === 9.9) for (;;); return x - deltaX",
			),
		);
		expect(verdict).toMatchObject({
			status: "time_limit",
			points: 14.5,
			reproducible: true,
			failure: { caseId: "next-x-edge.1", line: 18 },
		});
	});

	it("ends an allocation bomb as memory_limit and says that it may differ elsewhere", async () => {
		const verdict = await grade(
			withCode(
				"const hoard: number[][] = []; for (;;) hoard.push(new Array(1e6).fill(x))",
			),
		);
		expect(verdict).toMatchObject({
			status: "memory_limit",
			reproducible: false,
		});
	});

	it("skips what is left after the third fatal call", async () => {
		const verdict = await grade(withCode("for (;;);"));
		expect(checkOf(verdict, "backward-visible").status).toBe("error");
		for (const id of ["next-x-visible", "backward-random", "next-x-edge"]) {
			expect(checkOf(verdict, id)).toMatchObject({
				status: "skipped",
				points: 0,
			});
		}
	});

	it("names a missing export", async () => {
		const verdict = await grade("export function backwards() {}");
		expect(verdict).toMatchObject({ status: "wrong_answer", points: 0 });
		expect(checkOf(verdict, "next-x-visible").message?.en).toContain(
			"There is no exported function `nextX`",
		);
	});

	it("ends results beyond their room as output_limit, one by one and together", async () => {
		const one = await grade(withCode('return "x".repeat(300_000) as never'));
		expect(one.status).toBe("output_limit");
		const together = await grade(
			withCode('return "x".repeat(250_000) as never'),
		);
		expect(together.status).toBe("output_limit");
		expect(checkOf(together, "backward-visible").status).toBe("failed");
		expect(JSON.stringify(together).length).toBeLessThan(20_000);
	});

	it("judges a result that imitates the grader's own data", async () => {
		for (const forged of [
			"{ $function: 1 }",
			'{ $function: "exp", parameters: [{}] }',
			'{ $: "NaN", o: [], "!": "a Map", kind: "value" }',
			'JSON.parse(\'{"__proto__": 1, "constructor": 2, "length": 3}\')',
		]) {
			const verdict = await grade(withCode(`return ${forged} as never`));
			expect(verdict.status).toBe("partial");
			expect(verdict.points).toBe(3);
		}
	});

	it("calls it the exercise's fault, not the student's, when the exercise's own code fails", async () => {
		const broken = { ...version, script: "throw new RangeError('broken')" };
		await expect(
			grader.grade({
				version: broken,
				source: solution,
				language: "typescript",
				seed: 0,
			}),
		).rejects.toThrow(AuthorScriptError);
	});
});

describe("calls made at a stretch or one by one", () => {
	it("say that a clock decided which, where promise jobs see the difference", async () => {
		const patient = { ...version, exercise: structuredClone(version.exercise) };
		const source = `${solution.replace("return x - deltaX", "return later(x - deltaX)")}
let bias = 0;
function later(value: number) {
	for (let round = 0; round < 40; round++) "ab".repeat(20_000).indexOf("aa");
	Promise.resolve().then(() => { bias++; });
	return value + bias;
}`;
		const statusWithin = async (cpuMs: number) => {
			patient.exercise.limits.cpuMs = cpuMs;
			const { status, reproducible } = await grader.grade({
				version: patient,
				source,
				language: "typescript",
				seed: 0,
			});
			return { status, reproducible };
		};
		expect(await statusWithin(10_000)).toEqual({
			status: "accepted",
			reproducible: true,
		});
		expect(await statusWithin(30)).toMatchObject({ reproducible: false });
	});
});

describe("complaints of the engine about a text", () => {
	it("are the text's own, whatever words it quotes", async () => {
		for (const words of ["memory limit", "timed out", "Isolate was disposed"])
			expect(await grade(`${solution}\nconst r = /${words}(/;`)).toMatchObject({
				status: "compile_error",
				reproducible: true,
			});
	});
});

describe("formulas that take long at a student's own values", () => {
	/** `scale`'s second step turns its rounds in a loop; `pairs` compares each row of its first step with each. */
	async function prepareSlow() {
		const bundle = await readBundle(join(builtInFolder, "nonlinear-backward"));
		const title = { en: "t", zh: "t" };
		bundle.exercise.checks = [
			{ id: "scale", title, points: 5, visible: true },
			{ id: "pairs", title, points: 5, visible: false },
		];
		bundle.exercise.wrong = {};
		bundle.exercise.pictures = [];
		bundle.wrong = {};
		bundle.cases = `import { cases, fixed, returnsSteps, stepGraph } from "../authoring/index.ts";
const scale = returnsSteps("scale", ["n"], (n: number) => ({ n }), stepGraph<{ n: number }>()
	.step("rounds", "n", ["n"], ({ n }) => n)
	.step("sum", "n", ["rounds"], ({ rounds }) => { let sum = 0; for (let at = 0; at < rounds; at++) sum += at; return sum; }));
const pairs = returnsSteps("pairs", ["x"], (x: number[][]) => ({ x }), stepGraph<{ x: number[][] }>()
	.step("rows", "X", ["x"], ({ x }) => x.map((row) => row.map((value) => value + 1)))
	.step("table", "X X", ["rows"], ({ rows }) => rows.map((a) => rows.map((b) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)))));
const title = { en: "c", zh: "c" };
export default cases({
	scale: [fixed(scale, title, [4]), fixed(scale, title, [6])],
	pairs: [fixed(pairs, title, [[[1, 2], [3, 4]]]), fixed(pairs, title, [[[5, 2], [3, 4]]])],
});`;
		bundle.solution = `export function scale(n: number) { return { rounds: n, sum: (n * (n - 1)) / 2 }; }
export function pairs(x: number[][]) {
	const rows = x.map((row) => row.map((value) => value + 1));
	return { rows, table: rows.map((a) => rows.map((b) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0))) };
}`;
		return {
			version: await prepareVersion(grader, await compileBundle(bundle)),
			solution: bundle.solution,
		};
	}

	it("judges what was returned when a formula would never end at it", async () => {
		const slow = await prepareSlow();
		const gradeSlow = async (source: string) =>
			verdictSchema.parse(
				await grader.grade({
					version: slow.version,
					source,
					language: "typescript",
					seed: 0,
				}),
			);
		expect(
			await gradeSlow(slow.solution.replace("rounds: n", "rounds: 1e15")),
		).toMatchObject({ points: 7.5, reproducible: false });
		const tables = await gradeSlow(
			slow.solution.replace(
				"return { rows, table",
				"return { rows: Array.from({ length: 20000 }, () => []), table",
			),
		);
		// Too large to follow: nothing was asked of the formula, so no clock decided.
		expect(tables).toMatchObject({ points: 7.5, reproducible: true });
		expect(await gradeSlow(slow.solution)).toMatchObject({
			status: "accepted",
			points: 10,
		});
	}, 60_000);
});

describe("what hidden calls return", () => {
	it("tells no place of an error in a hidden check that shows no input", async () => {
		const told = (before: string) =>
			grade(
				`${solution
					.replace("const deltaC", `${before}; const deltaC`)
					.replace(
						"return x - deltaX",
						"if (x !== 2) throw placed(x); return x - deltaX",
					)}
function placed(x: number) {
	const error = new RangeError("q");
	error.stack = \`RangeError\\n    at submission.ts:\${1 + Math.round(x)}:1\`;
	return error;
}`,
				5,
			);
		const alone = await told("");
		expect(alone.failure).toMatchObject({ checkId: "next-x-random" });
		expect(alone.failure?.line).toBeGreaterThan(1);
		const second = await told(
			"if (x < 1.99) return { deltaC: 0, deltaB: 0, deltaA: 0, deltaX: 0 }",
		);
		expect(checkOf(second, "backward-random").shown).toBeDefined();
		expect(second.failure).toMatchObject({ checkId: "next-x-random" });
		expect(second.failure?.line).toBeUndefined();
	});

	it("tells no hidden input by keys and tags of results that are no plain data", async () => {
		const verdict = await grade(
			`export function backward(x: number, values: object, y: number) {
				if (x === 0.5) return 0;
				return { [JSON.stringify(["told", x, y])]: () => 0 };
			}
			export function nextX(x: number, deltaX: number) {
				return { [Symbol.toStringTag]: \`told \${x},\${deltaX}\` };
			}`,
			5,
		);
		const hidden = verdict.checks.filter((check) => !check.visible);
		expect(hidden.some((check) => check.message)).toBe(true);
		for (const { message } of hidden)
			expect(JSON.stringify(message ?? "")).not.toContain("told");
		expect(
			JSON.stringify(checkOf(verdict, "backward-visible").message),
		).toContain("told");
	});
});

describe("whatever happens to our processes", () => {
	it("gives the same verdict when children are killed from outside", async () => {
		const expected = (await grade(solution)).receipt;
		for (let round = 0; round < 4; round++) {
			const killer = setInterval(() => {
				for (const pid of grader.pids) {
					try {
						process.kill(pid, "SIGKILL");
					} catch {
						// It is gone already.
					}
				}
			}, 35);
			setTimeout(() => clearInterval(killer), 150 + 100 * round);
			const verdict = await grade(solution);
			clearInterval(killer);
			expect(verdict.status).toBe("accepted");
			expect(verdict.receipt).toBe(expected);
		}
	});

	it("blames no call for a pause of the grader itself", async () => {
		// Each call takes some 40 ms of CPU time; those of a pause together far more than one call may take.
		const { exercise } = version;
		const limits = { ...exercise.limits, cpuMs: 450 };
		const verdict = await grader.grade({
			version: { ...version, exercise: { ...exercise, limits } },
			source: withCode(
				"for (let i = 0; i < 300; i++) Array.from({ length: 4_000 }).fill(i).join()",
			),
			language: "typescript",
			seed: 0,
			onProgress: (done) => {
				if (done !== 2 && done !== 4) return;
				// In a timer, while a call runs: the watch's own comes right after it, before any report is read.
				setTimeout(() => {
					const until = performance.now() + 650;
					while (performance.now() < until);
				}, 30);
			},
		});
		expect(verdict).toMatchObject({ status: "accepted", points: 15 });
	});
});

describe("receipts of whole verdicts", () => {
	it("are one over twenty runs in different children, and differ with the seed", async () => {
		const wrong = solution.replace("deltaC * 2 *", "deltaC *");
		const receipts = new Set<string>();
		for (let run = 0; run < 20; run++) {
			if (run % 5 === 4)
				for (const pid of grader.students.pids) process.kill(pid, "SIGKILL");
			receipts.add((await grade(wrong)).receipt);
		}
		expect(receipts.size).toBe(1);
		expect(receipts).not.toContain((await grade(wrong, 1)).receipt);
	});

	it("do not depend on what is printed", async () => {
		const quiet = await grade(solution.replace("deltaC * 2", "deltaC * 3"));
		const loud = await grade(withCode("console.log(x, values)"));
		const again = await grade(withCode("console.log(x, values)"));
		expect(loud.receipt).toBe(again.receipt);
		expect(loud.console).toHaveLength(5);
		expect(quiet.console).toEqual([]);
	});
});

describe("hidden calls", () => {
	it("leave no word in the verdict of what they print or throw", async () => {
		const verdict = await grade(
			withCode(
				'console.log("printed " + x); if (x !== 2) throw new TypeError("thrown " + JSON.stringify([x, y]))',
			),
			7,
		);
		const hidden = (await grader.plan(version, 7)).filter(
			(call) => !call.isVisible && call.name === "backward",
		);
		const shown = verdict.checks.flatMap(
			(check) => check.shown?.input[0] ?? [],
		);
		const text = JSON.stringify({
			...verdict,
			checks: verdict.checks.map((check) => ({ ...check, shown: undefined })),
		});
		for (const call of hidden) {
			const digits = String(call.args[0]);
			if (shown.some((input) => input === call.args[0]) || digits.length < 6)
				continue;
			expect(text).not.toContain(digits);
		}
		expect(checkOf(verdict, "backward-random").message?.en).toBe(
			"Your code threw TypeError",
		);
	});
});
