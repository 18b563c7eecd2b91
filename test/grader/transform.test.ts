import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { transformSync } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { SandboxPool } from "../../grader/sandbox/pool.ts";
import { SourceReader } from "../../grader/sandbox/read-source.ts";
import { runCalls } from "../../grader/sandbox/run-calls.ts";
import { TransformError } from "../../grader/transform/syntax.ts";
import { transform } from "../../grader/transform/transform.ts";

const corpus = join(import.meta.dirname, "transform-corpus");
const corpusFiles = readdirSync(corpus);

/** Plain data of a realm of its own as JSON text, functions by their kind. */
function textOf(exports: unknown): string {
	return JSON.stringify(exports, (_key, value: unknown) =>
		typeof value === "function" ? `function ${value.name}` : value,
	);
}

function runOurs(source: string, tick: (line: number) => void = () => {}) {
	const module: unknown = runInContext(
		transform(source).code,
		createContext({}),
		{ filename: "submission.ts" },
	);
	if (typeof module !== "function") throw new TypeError("expected a function");
	return module(tick) as Record<string, unknown>;
}

/** The oracle: the same text compiled by esbuild. */
function runEsbuild(source: string): Record<string, unknown> {
	const { code } = transformSync(source, {
		loader: "ts",
		format: "cjs",
		target: "esnext",
	});
	const module = { exports: {} };
	runInContext(`(function (module, exports) {${code}\n})`, createContext({}))(
		module,
		module.exports,
	);
	return module.exports;
}

function sortedByKey(exports: Record<string, unknown>): [string, unknown][] {
	return Object.keys(exports)
		.sort()
		.map((key) => [key, exports[key]]);
}

function refusalOf(source: string): { at: string; message: string } {
	try {
		transform(source);
	} catch (error) {
		if (error instanceof TransformError)
			return { at: `${error.line}:${error.column}`, message: error.message };
		throw error;
	}
	throw new Error("expected a refusal");
}

describe("erasing types", () => {
	it.each(corpusFiles)("leaves what esbuild leaves of %s", (file) => {
		const source = readFileSync(join(corpus, file), "utf8");
		const ours = textOf(sortedByKey(runOurs(source)));
		expect(ours).toBe(textOf(sortedByKey(runEsbuild(source))));
		expect(ours).toContain("results");
	});

	it.each(corpusFiles)("keeps every line of %s where it was", (file) => {
		const source = readFileSync(join(corpus, file), "utf8");
		const breaks = /\r\n|[\n\r\u2028\u2029]/g;
		const { code } = transform(source);
		expect(code.match(breaks)?.length).toBe(
			(source.match(breaks)?.length ?? 0) + 1,
		);
	});

	it("gives a module no `this` and no arguments of the grader's", () => {
		const { results } = runOurs(
			"export const results = [typeof this, (() => arguments.length)()];",
		);
		expect(textOf(results)).toBe('["undefined",0]');
	});

	it("exports under any name, `__proto__` included", () => {
		const { code, exportNames } = transform(
			"const f = 1; export { f as __proto__, f as 'a b' };",
		);
		expect(exportNames).toEqual(["__proto__", "a b"]);
		expect(() => new Function(`return ${code}`)).not.toThrow();
	});
});

it.each(["namespace for", "namespace if"])(
	"refuses %s, over which the parser itself stumbles",
	(source) => {
		expect(refusalOf(source)).toEqual({
			at: "1:1",
			message: "the code cannot be read",
		});
	},
);

describe("positions", () => {
	it("come back as the student's own for errors at known places", () => {
		const places = [
			"export function f(a: number, b?: string) { while (a) { @(); } }",
			"export const g = <T,>(x: T): T => { for (;;) return @(x as T); };",
			"const deep = (a: number) => (b: number) => (c: number) => @();",
			"class A<T> { private x: number = 1; public m(this: A<T>): T { return @<T>(); } }",
			"type X = number; export const k = 1 + 2 as number * @();",
			"do @() as number; while (false)",
		];
		for (const [index, line] of places.entries()) {
			const column = line.indexOf("@") + 1;
			const source = `// first\r\n/* a\u2028b */\n${"\n".repeat(index)}${line.replace("@", "boom")}\nfunction boom(): never { throw new Error("x") }\nexport const run = () => [typeof f, typeof g]`;
			const { code, positions } = transform(
				source.replace(", typeof g", "").replace("typeof f", "0"),
			);
			const at = code.split(/\r\n|[\n\r\u2028\u2029]/);
			const row = 4 + index;
			const transformedColumn = (at[row - 1]?.indexOf("boom") ?? -1) + 1;
			expect(
				positions.original({ line: row, column: transformedColumn }),
			).toEqual({ line: row, column });
		}
	});

	it("are the student's in a real stack trace", () => {
		const source =
			"export function f(x: number): number {\n\twhile (x as number) { if (x > (2 as number)) throw new Error(String(x)); x++ }\n\treturn x;\n}";
		const { positions } = transform(source);
		const { f } = runOurs(source) as { f: (x: number) => number };
		let stack = "";
		try {
			f(1);
		} catch (error) {
			stack = (error as Error).stack ?? "";
		}
		const [, line, column] = /submission\.ts:(\d+):(\d+)/.exec(stack) ?? [];
		expect(
			positions.original({ line: Number(line), column: Number(column) }),
		).toEqual({
			line: 2,
			column: (source.split("\n")[1]?.indexOf("new Error") ?? -2) + 1,
		});
	});

	it("stay inside the text, whatever place is asked for", () => {
		const { positions } = transform("let a = 1;\nlet b = 2;");
		expect(positions.original({ line: 999, column: 1e9 })).toEqual({
			line: 2,
			column: 11,
		});
		expect(positions.original({ line: 0, column: -5 })).toEqual({
			line: 1,
			column: 1,
		});
	});
});

describe("refusals", () => {
	it.each([
		["\nenum A { x }", "2:1", "an enum is not available"],
		["const enum A { x }", "1:1", "an enum is not available"],
		["namespace N { export const x = 1 }", "1:1", "a namespace"],
		[
			"class A { constructor(private x: number) {} }",
			"1:23",
			"parameter property",
		],
		["import x = require('x')", "1:1", "imports are not available"],
		["const x = 1; export = x", "1:14", "`export =`"],
		["export as namespace N", "1:1", "a namespace"],
		["let x = <number>1", "1:9", "write `value as Type`"],
		["\n  import x from 'x'", "2:3", "imports are not available"],
		["import { type X } from 'x'", "1:1", "imports are not available"],
		["import('x')", "1:1", "imports are not available"],
		["import.meta.url", "1:1", "import.meta"],
		["export * from 'x'", "1:1", "exporting from another file"],
		["export { x } from 'x'", "1:1", "exporting from another file"],
		["export default 1", "1:1", "export each function by its name"],
		["await 1", "1:1", "`await` outside a function"],
		["for await (const x of []) ;", "1:1", "`await` outside a function"],
		["class A { accessor x = 1 }", "1:20", "this syntax is not available"],
		["@dec class A {}", "1:1", "not available"],
		[
			"let a = 1; a <!--b",
			"1:14",
			"put spaces between the operators in `<!--`",
		],
		["let a = 1\n/* */ --> a", "2:9", "nexpected token"],
		["let x = ;", "1:9", "Unexpected token"],
		["let x = 1; let x = 2", "1:16", "already been declared"],
		["function f( {", "1:14", "nexpected token"],
		["return 1", "1:1", "'return' outside of function"],
		["with (Math) {}", "1:1", "'with' in strict mode"],
	])("name the place in %j", (source, at, message) => {
		const refusal = refusalOf(source);
		expect(refusal.message).toContain(message);
		expect(refusal.at).toBe(at);
	});

	it("leave comments and texts that look like comments of HTML alone", () => {
		const source =
			'/* <!-- */ // -->\nlet n = 2; const s = "<!--" + `-->` + /<!--/.source; type T = "<!--";\nwhile (n-->0);\nexport const results = s;';
		expect(runOurs(source).results).toBe("<!---->" + "<!--");
	});
});

describe("counting", () => {
	const counted = (source: string) => {
		let ticks = 0;
		runOurs(source, () => ticks++);
		return ticks;
	};
	it.each([
		["for (let i = 0; i < 7; i++);", 7],
		["for (let i = 0; i < 7; i++) i;", 7],
		["let i = 0; while (i < 7) i++;", 7],
		["let i = 0; do i++; while (i < 7);", 7],
		["let i = 0; do { i++ } while (i < 7);", 7],
		["for (const x of [1, 2, 3, 4, 5, 6, 7]) x;", 7],
		["for (const x in [1, 2, 3, 4, 5, 6, 7]) { x }", 7],
		["a: for (let i = 0; i < 7; i++) continue a;", 7],
		["function f(n: number) { if (n > 1) f(n - 1) } f(7)", 7],
		["const f = function (n: number) { if (n > 1) f(n - 1) }; f(7)", 7],
		["const f = (n: number): unknown => n > 1 && f(n - 1); f(7)", 7],
		["const f = (n: number) => { if (n > 1) f(n - 1) }; f(7)", 7],
		["const o = { f(n: number) { if (n > 1) o.f(n - 1) } }; o.f(7)", 7],
		["let n = 7; const o = { get x() { return --n > 0 ? o.x : 0 } }; o.x", 7],
		["let n = 7; const o = { set x(v) { if (--n > 0) o.x = v } }; o.x = 1", 7],
		[
			"class A { #f(n) { if (n > 1) this.#f(n - 1) } g() { this.#f(6) } } new A().g()",
			7,
		],
		["class A { constructor(n) { if (n > 1) new A(n - 1) } } new A(7)", 7],
		["class A { static f(n) { if (n > 1) A.f(n - 1) } } A.f(7)", 7],
		["Array.from({ length: 7 }, (_, i) => i)", 7],
		[
			"function* g() { for (let i = 0; i < 3; i++) yield i } for (const x of g());",
			7,
		],
		["async function f(n) { if (n > 1) f(n - 1) } f(7)", 7],
		["'aaaaaaa'.replace(/a/g, () => 'b')", 7],
	])("counts seven in %s", (source, expected) => {
		expect(counted(source)).toBe(expected);
	});

	it("cannot be reached by a name spelt with escapes", () => {
		for (const spelt of ["\\u0024tick", "\\u{24}tick", "$t\\u{000069}ck"]) {
			const { code } = transform(`var ${spelt} = () => {}; for (;;) break;`);
			expect(code).toContain("($tick0)=>");
			expect(code).toContain("{$tick0(1);break;}");
		}
	});
});

describe("in a sandbox child", () => {
	const pool = new SandboxPool({ size: 1 });
	const readers = new SandboxPool({ size: 1, kind: "transform" });
	const sources = new SourceReader(readers);
	afterAll(() => Promise.all([pool.close(), readers.close()]));

	async function runInChild(source: string, budget = 20_000) {
		const read = await sources.read(source);
		if (read.kind === "compile_error") return read;
		const { positions, outcomes, compileError } = await runCalls(pool, {
			code: read.code,
			positions: read.positions,
			calls: [
				{
					id: "a",
					checkId: "a",
					caseId: "a",
					name: "f",
					args: [],
					isVisible: true,
					isFixed: true,
				},
			],
			limits: { cpuMs: 1_000, heapMib: 64, outputKib: 10 },
			budgets: { a: budget },
			seed: 0,
			withSecondPass: false,
		});
		if (compileError) return { kind: "compile_error", ...compileError };
		return { kind: "ran", position: positions.a, outcome: outcomes.a };
	}

	it.each([
		["for", "export function f() {\n\tfor (;;);\n}", 2],
		["while", "export function f() {\n\n\twhile (true) {}\n}", 3],
		["do", "export function f() {\n\tdo {\n\t} while (true);\n}", 2],
		[
			"for-of over a generator",
			"function* g() {\n\twhile (true) yield 1;\n}\nexport function f() {\n\tfor (const x of g()) ;\n}",
			"2|5",
		],
		[
			"recursion caught",
			"export function f() {\n\ttry { return f(); } catch { return f(); }\n}",
			1,
		],
		[
			"mutual recursion",
			"let d = 0;\nfunction a() {\n\tif (d++ < 500) b();\n\td = 0; b();\n}\nfunction b() {\n\ttry { a(); } catch { a(); }\n}\nexport const f = () => a();",
			"2|6",
		],
		[
			"arrow recursion",
			"const r = (n: number): number =>\n\tn > 0 ? r(n - 1) + r(n - 1) : 0;\nexport const f = () => r(50);",
			1,
		],
		[
			"getter recursion",
			"const o = {\n\tget x(): number {\n\t\ttry { return o.x; } catch { return o.x; }\n\t},\n};\nexport const f = () => o.x;",
			2,
		],
		[
			"Array.from callback",
			"const again = (): unknown => Array.from({ length: 9 },\n\t() => again());\nexport function f() {\n\tfor (;;) try { again(); } catch {}\n}",
			"1|2|4",
		],
		[
			"labelled continue",
			"export function f() {\n\ta: for (;;) {\n\t\tfor (;;) continue a;\n\t}\n}",
			"2|3",
		],
		["module", "export const f = 1;\nfor (;;) {}", 2],
	])("ends an endless %s at its line", async (_name, source, line) => {
		const ran = await runInChild(source);
		expect(ran).toMatchObject({ outcome: { kind: "time_limit" } });
		const [told] = "position" in ran ? (ran.position ?? []) : [];
		expect(`|${line}|`).toContain(`|${told}|`);
	});

	const hostile: Record<string, string> = {
		brackets: `let x: ${"A<".repeat(2000)}B${">".repeat(2000)};`,
		parentheses: `export const f = ${"(".repeat(20_000)}1${")".repeat(20_000)}`,
		arrays: `export const f = ${"[".repeat(20_000)}${"]".repeat(20_000)}`,
		templates: `export const f = ${"`${".repeat(10_000)}1${"}`".repeat(10_000)}`,
		sum: `export const f = () => 1${"+1".repeat(30_000)}`,
		negations: `export const f = ${"!".repeat(60_000)}1`,
		generics: `f${"<f".repeat(15_000)}`,
		arrows: `(${"a=>(".repeat(9_000)}`,
		casts: `export const f = () => 1${" as any".repeat(9_000)}`,
		calls: `const g = () => g; export const f = () => g${"()".repeat(30_000)}`,
		texts: `export const f = [${'"<!--",'.repeat(8_000)}]`,
		comments: "/*<!--*/\n".repeat(7_000),
		names: Array.from({ length: 6_000 }, (_, i) => `;$tick${i}`).join(""),
		pattern: `export const f = /${"(".repeat(30_000)}${")".repeat(30_000)}/`,
	};
	it.each(Object.entries(hostile))(
		"survives %s, and reads the next source",
		async (_name, source) => {
			expect(await runInChild(source)).not.toMatchObject({
				outcome: { kind: "backstop" },
			});
			const next = await runInChild("export const f = () => 42 as number;");
			expect(next).toMatchObject({ outcome: { kind: "value", value: 42 } });
		},
	);

	it("survives a text that keeps the parser busy without end, and reads the next one in a fresh child", async () => {
		await readers.warm();
		const [before] = readers.pids;
		// Each level is read several times over: as an assertion, as a function with type parameters, and once more.
		const source = `x=${"<a>(".repeat(20)}1${")".repeat(20)}`;
		expect(await sources.read(source)).toMatchObject({
			kind: "compile_error",
			message: "the code could not be read within the limits",
			isBackstop: true,
		});
		const next = await sources.read("export const f = () => 43 as number;");
		expect(next).toMatchObject({ kind: "code" });
		expect(readers.pids).toHaveLength(1);
		expect(readers.pids).not.toContain(before);
	});

	it("reads honest nesting and refuses what another stack might not bear, wherever it is run", () => {
		const nested = (depth: number) =>
			`export const f = ${"(".repeat(depth)}1${")".repeat(depth)};`;
		const chained = (links: number) =>
			`export const f = (a: number) => a${" + a".repeat(links)};`;
		expect(() => transform(nested(100))).not.toThrow();
		expect(() => transform(chained(1_000))).not.toThrow();
		for (const source of [nested(200), chained(2_000)])
			expect(() => transform(source)).toThrow(
				"the code is nested too deeply to be read",
			);
	});

	it("tells oversized nesting from a crash, and that another process may see it differently", async () => {
		const read = await runInChild(hostile.parentheses ?? "");
		expect(read).toMatchObject({
			kind: "compile_error",
			message: "the code is nested too deeply to be read",
			isBackstop: true,
		});
	});

	// Each `<` may begin a list of types: the parser goes as deep as there are of them, and the tree does not show it.
	it.each(["a<", "a.b<", "a<a,", "a<a|", "a<<", "a<(b)|"])(
		"refuses a long row of %s before the parser's stack decides",
		async (link) => {
			const row = (links: number) =>
				`let a: any; export const f = () => (${link.repeat(links)}a);`;
			expect(() => transform(row(90))).not.toThrow();
			const read = await runInChild(row(150));
			expect(read).toMatchObject({
				kind: "compile_error",
				message: "the code is nested too deeply to be read",
				isBackstop: false,
			});
		},
	);

	it("counts comparisons anew in each statement", () => {
		const rows = "if (a < b) a = b < 3 ? 1 : 2;\n".repeat(300);
		expect(() =>
			transform(`export function f(a: number, b: number) {\n${rows}}`),
		).not.toThrow();
	});

	it("names the place of what only the engine refuses", async () => {
		const read = await runInChild(
			"type A = number;\nexport const f = (x: A) => x; const r = /(/;",
		);
		expect(read).toMatchObject({ kind: "compile_error", line: 2, column: 41 });
	});
});
