import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { HarnessOutcome } from "../../grader/harness/outcome.ts";
import {
	findRefused,
	fromWire,
	isResultWire,
	toClipped,
	toShown,
	toWire,
	type Wire,
} from "../../grader/harness/wire.ts";
import { SandboxPool } from "../../grader/sandbox/pool.ts";
import { transform } from "../../grader/transform/transform.ts";

const pool = new SandboxPool({ size: 1 });
afterAll(() => pool.close());

interface Asked {
	name?: string;
	args?: Wire[];
	apply?: Wire[][];
	seed?: string;
}

let programs = 0;

/** Makes calls in a real child; one outcome a call, in the order asked. */
async function run(
	source: string,
	calls: Asked[],
	outputBytes = 1e6,
): Promise<HarnessOutcome[]> {
	const outcomes: HarnessOutcome[] = [];
	const texts = calls.map((call) =>
		JSON.stringify({
			name: call.name ?? "f",
			args: call.args ?? [],
			budget: 100_000,
			seed: call.seed ?? "0",
			...(call.apply ? { apply: call.apply } : {}),
		}),
	);
	const program = `${++programs}`;
	const ask = (isAtAStretch: boolean) =>
		pool.lend((lane) =>
			lane.run(
				{
					type: "run",
					program,
					material: { code: transform(source).code, calls: texts },
					groups: [{ calls: [...texts.keys()], isShown: true }],
					again: [],
					isolatesAfter: 0,
					isAtAStretch,
					heapMib: 64,
					outputBytes,
					moduleBudget: 100_000,
					wallMs: 5_000,
					fatalsLeft: 3,
				},
				{ cpuMs: 2_000, wallMs: 10_000, totalCpuMs: 8_000 },
				(report) => {
					if (report.type === "unattributed") isUnattributed = true;
					if (report.type !== "ends") return;
					for (const [offset, outcome] of report.outcomes.entries())
						outcomes[report.index + offset] = outcome;
				},
			),
		);
	let isUnattributed = false;
	expect((await ask(true)).kind).toBe("done");
	if (isUnattributed) expect((await ask(false)).kind).toBe("done");
	return outcomes;
}

async function runOne(source: string, asked: Asked = {}, outputBytes?: number) {
	const [outcome] = await run(source, [asked], outputBytes);
	if (!outcome) throw new Error("no outcome");
	return outcome;
}

const echo = "export function f(x) { return x; }";

/** Same bits; one NaN. */
function expectSame(actual: unknown, expected: unknown): void {
	if (typeof expected === "object" && expected !== null) {
		expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
		for (const [key, item] of Object.entries(expected))
			expectSame(Reflect.get(actual as object, key), item);
		return;
	}
	expect(Object.is(actual, expected)).toBe(true);
}

const number = fc.oneof(
	fc.double(),
	fc.constantFrom(
		-0,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
		5e-324,
		2 ** 53 + 2,
		1.7976931348623157e308,
		1e21,
		1e-7,
		0.1 + 0.2,
	),
);
const value = fc.letrec((tie) => ({
	any: fc.oneof(
		{ maxDepth: 4 },
		number,
		fc.boolean(),
		fc.string({ unit: "binary" }),
		fc.constantFrom(null, undefined),
		fc.array(tie("any"), { maxLength: 4 }),
		fc.dictionary(
			fc.oneof(
				fc.string(),
				fc.constantFrom("__proto__", "length", "o", "$", "f"),
			),
			tie("any"),
			{ maxKeys: 4, noNullPrototype: true },
		),
	),
})).any;

describe("values through an isolate", () => {
	it("come back bit for bit", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(value, { minLength: 40, maxLength: 60 }),
				async (values) => {
					const outcomes = await run(
						echo,
						values.map((item) => ({ args: [toWire(item)] })),
					);
					for (const [index, item] of values.entries()) {
						const outcome = outcomes[index];
						expect(outcome?.kind).toBe("value");
						if (outcome?.kind === "value")
							expectSame(fromWire(outcome.value), item);
					}
				},
			),
			{ numRuns: 15 },
		);
	});

	it("carry doubles of every bit pattern", async () => {
		const bits = new DataView(new ArrayBuffer(8));
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), {
					minLength: 2_000,
					maxLength: 2_000,
				}),
				async (patterns) => {
					const doubles = patterns.map((pattern) => {
						bits.setBigUint64(0, pattern);
						return bits.getFloat64(0);
					});
					const outcome = await runOne(echo, { args: [toWire(doubles)] });
					expect(outcome.kind).toBe("value");
					if (outcome.kind === "value")
						expectSame(fromWire(outcome.value), doubles);
				},
			),
			{ numRuns: 5 },
		);
	});

	it.each([
		["new Map()", "a Map"],
		["new Set()", "a Set"],
		["new Date(0)", "a Date"],
		["new Float64Array(2)", "a Float64Array"],
		["new ArrayBuffer(2)", "a ArrayBuffer"],
		["new Number(1)", "a Number"],
		["new String('x')", "a String"],
		["/x/", "a RegExp"],
		["new Error('x')", "a Error"],
		["10n", "a BigInt"],
		["Symbol('x')", "a symbol"],
		["() => 1", "a function"],
		["Promise.resolve(1)", "a Promise"],
		["(function* () {})()", "a Generator"],
		["{ get a() { return 1; } }", "a getter"],
		["[1, , 2]", "a hole in an array"],
		["Object.defineProperty([1], 0, { get() { return 1; } })", "a getter"],
		["{ [Symbol.toStringTag]: 'x'.repeat(1000) }", `a ${"x".repeat(58)}`],
	])("are refused by name: %s", async (expression, what) => {
		const source = `const g = () => (${expression}); export const f = () => ({ inner: [0, g()] });`;
		const outcome = await runOne(source);
		expect(outcome.kind).toBe("value");
		if (outcome.kind !== "value") return;
		expect(findRefused(outcome.value)?.what).toBe(what);
		expect(findRefused(outcome.value)?.path).toMatch(/^inner\[1\]/);
	});

	it.each([
		["a cycle", "const a = []; a.push(a); return a;"],
		["a cycle of objects", "const a = {}; a.a = { a }; return a;"],
		["a long list", "return new Array(250_000).fill(0);"],
		["a long sparse list", "return new Array(2 ** 32 - 1);"],
		["a long text", "return 'x'.repeat(1e6 + 1);"],
		[
			"deep nesting",
			"let a = 1; for (let i = 0; i < 30; i++) a = [a]; return a;",
		],
		[
			"a wide graph",
			"let a = [1]; for (let i = 0; i < 20; i++) a = [a, a]; return a;",
		],
	])("end as output_limit: %s", async (_name, body) => {
		expect(await runOne(`export function f() { ${body} }`)).toMatchObject({
			kind: "output_limit",
		});
	});

	it("leave out symbols, keys that cannot be listed, and what is inherited", async () => {
		const outcome = await runOne(
			"class A { own = 1; get inherited() { return 2; } } export function f() { const a = new A(); a[Symbol('s')] = 3; Object.defineProperty(a, 'hidden', { value: 4 }); return a; }",
		);
		expect(outcome).toMatchObject({
			kind: "value",
			value: { o: [["own", 1]] },
		});
	});
});

describe("a patched realm", () => {
	const patches: Record<string, string> = {
		"setters on prototypes":
			"for (let i = 0; i < 99; i++) for (const p of [Array.prototype, Object.prototype]) Object.defineProperty(p, i, { set(v) { throw 1; }, get() { return 9; }, configurable: true });",
		"descriptor keys on Object.prototype":
			"for (const k of ['get', 'set', 'value', 'writable', 'o', '$', 'f', '!', 'kind', 'calls']) Object.defineProperty(Object.prototype, k, { __proto__: null, get() { return 9; }, set() {}, configurable: true });",
		"JSON and Reflect":
			"JSON.stringify = JSON.parse = () => '9'; for (const k of Reflect.ownKeys(Reflect)) try { Reflect[k] = () => 9; } catch {}",
		"static methods of Object":
			"for (const k of Object.getOwnPropertyNames(Object)) if (typeof Object[k] === 'function' && k !== 'prototype') try { Object[k] = () => 9; } catch {} Number.isNaN = Array.isArray = () => true;",
		"methods of String, Number and Set":
			"for (const C of [String, Number, Boolean, Set, Map]) for (const k of Object.getOwnPropertyNames(C.prototype)) try { C.prototype[k] = () => '9'; } catch {}",
		iterators:
			"Array.prototype[Symbol.iterator] = String.prototype[Symbol.iterator] = function* () { yield 9; };",
		"methods of functions":
			"Function.prototype.call = Function.prototype.apply = Function.prototype.toString = () => 9;",
		toJSON:
			"Object.prototype.toJSON = String.prototype.toJSON = Number.prototype.toJSON = () => 9;",
		globals:
			"for (const k of ['Math', 'Object', 'Array', 'Reflect', 'Number', 'String', 'Set']) globalThis[k] = 9;",
		"Symbol.hasInstance":
			"for (const E of [Error, RangeError, TypeError]) Object.defineProperty(E, Symbol.hasInstance, { value: () => true });",
	};
	it.each(Object.entries(patches))(
		"cannot change what is reported: %s",
		async (_name, patch) => {
			const source = `${patch}\nexport function f(x) { console.log("said", 1); return { a: [x, -0, "t"], b: { c: null, d: undefined, e: 0 / 0 } }; }\nexport function h() { const { x } = null; }\nexport function m(list) { list[0] = 5; return list; }`;
			const [first, second, third] = await run(source, [
				{ args: [1.5] },
				{ name: "h" },
				{ name: "m", args: [[0]] },
			]);
			expect(first).toMatchObject({
				kind: "value",
				value: {
					o: [
						["a", [1.5, { $: "-0" }, "t"]],
						[
							"b",
							{
								o: [
									["c", null],
									["d", { $: "undefined" }],
									["e", { $: "NaN" }],
								],
							},
						],
					],
				},
				console: ["said 1"],
			});
			expect(second).toMatchObject({ kind: "error", name: "TypeError" });
			expect(third).toMatchObject({ mutated: true, shared: true });
		},
	);

	it.each([
		"Function",
		"eval",
		"WebAssembly",
		"SharedArrayBuffer",
		"Atomics",
		"WeakRef",
		"FinalizationRegistry",
		"Intl",
		"chainruleHarness",
		"process",
		"require",
		"setTimeout",
		"fetch",
	])("has no working %s", async (name) => {
		const outcome = await runOne(
			`export function f() { try { return typeof globalThis.${name} === "function" ? String(globalThis.${name}("return 7")()) : typeof globalThis.${name}; } catch (e) { return e.message; } }`,
		);
		expect(outcome).toMatchObject({
			kind: "value",
			value:
				name === "Function"
					? "making code from text is not available"
					: "undefined",
		});
	});

	it("keeps what honest code needs", async () => {
		const outcome = await runOne(
			"export function f() { return [f instanceof Function, new Date() instanceof Date, Function.prototype.call.call((a) => a, null, 1), new ArrayBuffer(8).byteLength, new Date().getTime(), new Date(2000, 0, 1).getTime(), typeof structuredClone]; }",
		);
		expect(outcome).toMatchObject({
			value: [true, true, 1, 8, 946_684_800_000, 946_684_800_000, "undefined"],
		});
	});
});

describe("one call", () => {
	it("tells changed and shared arguments, each on its own", async () => {
		const source =
			"export const f = (a) => a[0]; export const g = (a) => { a.push(1); return 1; }; export const h = (a) => [a[1]]; export const k = (a) => { a.push(1); a.pop(); return [...a]; }; export const l = (a) => { Object.defineProperty(a, 0, { get() { return 0; } }); return 1; };";
		const args: Wire[] = [[0, { o: [["x", 1]] }]];
		const outcomes = await run(
			source,
			["f", "g", "h", "k", "l"].map((name) => ({ name, args })),
		);
		const flags = outcomes.map((outcome) =>
			[outcome.mutated && "mutated", outcome.shared && "shared"]
				.filter(Boolean)
				.join(),
		);
		expect(flags).toEqual(["", "mutated", "shared", "shared", "mutated"]);
	});

	it("counts calls of functions it was given, and applies those it returns", async () => {
		const source =
			"export function f(g, h) { g(1); g(2); h(); return (x, y) => g(x) + y; }";
		const outcome = await runOne(source, {
			args: [
				{ f: "polynomial", p: [1, 2] },
				{ f: "uniform", p: [3] },
			],
			apply: [
				[1, 10],
				[{ $: "-0" }, 1],
			],
		});
		expect(outcome).toMatchObject({ value: [13, 2], counts: [4, 1] });
	});

	it("gives a function the parameters that JSON lacks", async () => {
		const outcome = await runOne("export function f(g) { return g(1); }", {
			args: [{ f: "polynomial", p: [5, 2, { $: "-0" }] }],
		});
		expect(outcome).toMatchObject({ value: 7 });
	});

	it("says so when the result should have been a function", async () => {
		const outcome = await runOne("export const f = () => 3;", { apply: [[1]] });
		expect(outcome).toMatchObject({
			kind: "error",
			name: "TypeError",
			message: "expected the result to be a function",
		});
	});

	it("has the same random numbers for the same call, and others for another", async () => {
		const source = "export const f = () => [Math.random(), Math.random()];";
		const [a, b, c] = await run(source, [
			{ seed: "1" },
			{ seed: "2" },
			{ seed: "1" },
		]);
		expect(a).toMatchObject({ kind: "value" });
		expect(JSON.stringify(c)).toBe(JSON.stringify(a));
		expect(JSON.stringify(b)).not.toBe(JSON.stringify(a));
	});

	it("keeps the console small, whatever is printed", async () => {
		const outcome = await runOne(
			'export function f() { for (let i = 0; i < 5000; i++) console.log("x".repeat(5000), i); }',
		);
		expect(outcome.console?.length).toBeLessThanOrEqual(200);
		expect(JSON.stringify(outcome.console).length).toBeLessThan(20_000);
		const strange = await runOne(
			'export function f() { console.log({ a: [1, -0, { b: "t" }], get g() { throw 1; } }, Symbol("s"), 10n, undefined, () => 1, null); console.warn(); console.log(new Proxy({}, { ownKeys() { throw 1; } })); }',
		);
		expect(strange.console).toEqual([
			'{a: [1, 0, {b: "t"}], g: undefined} [symbol] 10 undefined [function] null',
			"",
			"[object]",
		]);
	});

	it("measures a text as it is written, escapes and all", async () => {
		const text = 'export function f() { return "\\0".repeat(300); }';
		expect((await runOne(text, {}, 1_000)).kind).toBe("output_limit");
		expect((await runOne(text, {}, 2_000)).kind).toBe("value");
	});

	it("takes nothing that is planted on Object.prototype for a part of what was asked", async () => {
		const outcome = await runOne(
			"Object.prototype.apply = [[2]]; export function f() { return (x) => x; }",
		);
		expect(outcome).toMatchObject({
			kind: "value",
			value: { "!": "a function" },
		});
	});

	it.each([
		["throw new RangeError('r')", "RangeError", "r"],
		["throw new (class Own extends TypeError {})('t')", "TypeError", "t"],
		["throw 'text'", "Error", "text"],
		["throw 7", "Error", "number thrown"],
		["throw null", "Error", "object thrown"],
		["throw undefined", "Error", "undefined thrown"],
		["throw { message: 'm', name: 'RangeError' }", "Error", "m"],
		[
			"throw new Proxy({}, { getPrototypeOf() { throw 1; } })",
			"Error",
			"an error that throws when it is looked at",
		],
		["throw new Error('x'.repeat(1e6))", "Error", "x".repeat(400)],
		[
			"const f2 = () => f2(); f2()",
			"RangeError",
			"Maximum call stack size exceeded",
		],
		[
			"Promise.reject(new Error('secret'))",
			"Error",
			"a promise was rejected and nothing handled it",
		],
	])("reports what is thrown: %s", async (body, name, message) => {
		const outcome = await runOne(`export function f() { ${body}; }`);
		expect(outcome).toMatchObject({ kind: "error", name, message });
	});

	it("is missing when nothing of that name is exported, and when it is no function", async () => {
		const [a, b, c] = await run("export const f = 1; const g = () => 1;", [
			{},
			{ name: "g" },
			{ name: "constructor" },
		]);
		for (const outcome of [a, b, c])
			expect(outcome).toMatchObject({ kind: "missing" });
	});
});

describe("the wire form", () => {
	it("refuses what is no plain data on the author's side", () => {
		expect(() => toWire(10n)).toThrow("expected plain data; got a bigint");
		expect(() => toWire(() => 1)).toThrow(
			"expected plain data; got a function",
		);
		expect(() => fromWire({ "!": "a Map" })).toThrow("expected a wire value");
	});

	it.each([
		[{ $: "nan" }],
		[{ $: "toString" }],
		[{ o: [["a"]] }],
		[{ o: [[1, 2]] }],
		[{ o: {} }],
		[{ "!": "x".repeat(401) }],
		[{ f: "exp", p: [] }],
		[{}],
		[{ o: [], $: "NaN" }],
		[undefined],
		[1 / 0],
		[[[Number.NaN]]],
	])("does not take %j from a child", (wire) => {
		expect(isResultWire(wire)).toBe(false);
	});

	it("does not follow a child's nesting down the parent's stack", () => {
		let deep: unknown = 1;
		for (let depth = 0; depth < 100_000; depth++) deep = [deep];
		expect(isResultWire(deep)).toBe(false);
	});

	it("shows numbers that JSON lacks, and cuts what nobody would read", () => {
		expect(toShown([Number.NaN, -1 / 0, undefined, { a: () => 1 }])).toEqual([
			"NaN",
			"-Infinity",
			"undefined",
			{ a: "function" },
		]);
		expect(toClipped("x".repeat(10_000))).toHaveLength(501);
		const shown = JSON.stringify(
			toClipped(Array.from({ length: 500 }, () => new Array(500).fill(1))),
		);
		expect(shown.length).toBeLessThan(10_000);
		const texts = Array.from({ length: 60 }, () => "x".repeat(499));
		expect(JSON.stringify(toClipped(texts)).length).toBeLessThan(5_000);
		const keys = Object.fromEntries(texts.map((text, at) => [at + text, 1]));
		expect(JSON.stringify(toClipped(keys)).length).toBeLessThan(5_000);
	});
});
