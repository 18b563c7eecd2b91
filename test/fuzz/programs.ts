/**
 * Submissions to nonlinear-backward as nobody would write them: mutants of honest solutions, and trees of statements and
 * expressions grown from a grammar that reaches for everything the language has to misuse.
 */
import fc from "fast-check";
import { list, oneOf, type Text, text } from "./text.ts";

/** Printed by a program's first statement inside a call, so that the run can count who got that far. */
export const calledMark = "@called";

const names = oneOf(
	"x",
	"y",
	"values",
	"a",
	"b",
	"c",
	"deltaX",
	"self",
	"kept",
);
const operators = oneOf(
	"+",
	"-",
	"*",
	"/",
	"%",
	"**",
	"<",
	">",
	"<=",
	"===",
	"!=",
	"&&",
	"||",
	"??",
	"&",
	"|",
	"^",
	"<<",
	">>>",
	"in",
	"instanceof",
	",",
);
const keys = oneOf(
	"deltaA",
	"deltaB",
	"deltaC",
	"deltaX",
	"['__proto__']",
	"constructor",
	"length",
	"toString",
	"then",
	"$function",
	"parameters",
	"a",
	"0",
	"'o'",
	"'$'",
	"'!'",
	"[Symbol.toStringTag]",
	"[Symbol.iterator]",
	"[Symbol.toPrimitive]",
);

/** Each a value worth returning, passing or throwing. */
const exotic = oneOf(
	"null",
	"undefined",
	"NaN",
	"-0",
	"1 / 0",
	"-Infinity",
	"5e-324",
	"1.7976931348623157e308",
	"2 ** 53 + 2",
	"10n",
	"10n ** 400n",
	"Symbol('s')",
	"Symbol.iterator",
	"'\\ud800'",
	"'\\u2028'",
	"'</script>'",
	"String.raw`[1, 2]`",
	"/(a+)+$/.exec('aaaaaaaaaaaaaaaa!')",
	"/[\\u{1F600}-\\u{1F64F}]/u",
	"new Map([[1, 2]])",
	"new Set([NaN])",
	"new WeakMap()",
	"new Date()",
	"new Date(NaN)",
	"new Float64Array(3)",
	"new Uint8Array([1, 2])",
	"new BigInt64Array(2)",
	"new DataView(new ArrayBuffer(8))",
	"new ArrayBuffer(8)",
	"new Number(4)",
	"new String('text')",
	"new Boolean(false)",
	"Object(Symbol())",
	"new Error('made')",
	"new AggregateError([1], 'many')",
	"new Proxy({}, {})",
	"new Proxy([], { get() { throw 1; } })",
	"new Proxy(function () {}, { apply() { return 1; } })",
	"new Proxy({}, { ownKeys() { return ['a', 'b']; }, getOwnPropertyDescriptor() { return { value: 1, enumerable: true, configurable: true }; } })",
	"Proxy.revocable({}, {}).proxy",
	"Promise.resolve(1)",
	"Promise.reject(2)",
	"(async () => { throw new Error('late'); })()",
	"(function* () { yield 1; })()",
	"(async function* () { yield 1; })()",
	"class { static #p = 1; static q = this.#p; }",
	"new (class { #p = 1; get q() { return this.#p; } })()",
	"({ get a() { throw new Error('looked at'); } })",
	"({ get a() { return values; } })",
	"({ valueOf() { return 1; }, toString() { return '2'; } })",
	"({ then(resolve) { resolve(1); } })",
	"({ toJSON() { return 1; } })",
	"({ [Symbol.toPrimitive]() { return 3; } })",
	"({ [Symbol.toStringTag]: 'Object' })",
	"({ __proto__: null, a: 1 })",
	"({ ['__proto__']: 1 })",
	"Object.freeze({ a: [1] })",
	"[1, , 3]",
	"new Array(5)",
	"new Array(3).fill([1])",
	"Array.from({ length: 300 }, (_, i) => i)",
	"Object.assign([1, 2], { extra: 3 })",
	"Object.create({ inherited: 1 })",
	"'x'.repeat(3000)",
	"(() => { const a = []; a.push(a); return a; })()",
	"(() => { let a = 1; for (let i = 0; i < 23; i++) a = [a]; return a; })()",
	"(() => { let a = {}; for (let i = 0; i < 40; i++) a = { a }; return a; })()",
	"globalThis",
	"Math",
	"Reflect",
	"typeof chainruleHarness",
	"typeof $tick",
	"typeof process",
	"typeof require",
	"backward",
	"(function () { return arguments; })(1)",
	"new Function('return 1')",
	"eval('1 + 1')",
	"(() => {}).constructor('return this')()",
	"[].constructor.constructor('return this')()",
	"Function.prototype",
	"new Error().stack",
	"Math.random()",
	"Date.now()",
	"kept",
	"String(kept)",
	"JSON.stringify(kept)",
);

/** Each more than a call may return, and slow to find out. */
const heavy = oneOf(
	"'x'.repeat(300000)",
	"new Array(130000).fill(1)",
	"Array.from({ length: 400 }, () => new Array(400).fill(0))",
	"(() => { let a = [1]; for (let i = 0; i < 20; i++) a = [a, a]; return a; })()",
);

/** Statements that turn the realm against its user, the harness or the next call. */
export const tampering = oneOf(
	"Array.prototype[0] = 1;",
	"Object.defineProperty(Array.prototype, 0, { set(v) { throw 1; }, get() { return 9; }, configurable: true });",
	"Object.prototype.get = () => 9;",
	"Object.prototype.value = 9;",
	"Object.prototype.o = [['a', 1]];",
	"Object.prototype.toJSON = () => 9;",
	"Object.prototype.kind = 'value';",
	"JSON.stringify = JSON.parse = () => '9';",
	"Reflect.apply = Reflect.ownKeys = () => 9;",
	"Object.keys = Object.entries = () => [];",
	"Array.isArray = Number.isNaN = () => true;",
	"String.prototype.slice = () => '9';",
	"Set.prototype.has = Set.prototype.add = () => true;",
	"Math.sqrt = Math.log = () => 2;",
	"Math.max = () => 0;",
	"Array.prototype[Symbol.iterator] = function* () { yield 9; };",
	"Function.prototype.apply = Function.prototype.call = () => 9;",
	"Error.prepareStackTrace = () => { for (;;); };",
	"try { Error.stackTraceLimit = Infinity; } catch {}",
	"try { Object.freeze(Object.prototype); } catch {}",
	"globalThis.Object = globalThis.Array = globalThis.JSON = undefined;",
	"globalThis.Set = class { has() { return true; } };",
	"globalThis.console = { log() {} };",
	"try { delete globalThis.Math; } catch {}",
	"Number.prototype.toString = () => '9';",
	"RegExp.prototype.exec = () => null;",
	"Promise.prototype.then = function () { return this; };",
	"Object.defineProperty(Error, Symbol.hasInstance, { value: () => true });",
	"Object.setPrototypeOf(Object.prototype, null);",
	"try { Object.setPrototypeOf(Array.prototype, new Proxy({}, { get() { throw 7; } })); } catch {}",
	"globalThis.kept2 = kept;",
);

/** What ends a call early, late, or never. */
const endings = oneOf(
	"for (;;);",
	"while (true) { x = x + 1; }",
	"do { continue; } while (true);",
	"for (const k in new Array(9e3).fill(1)) { if (k > 3) break; }",
	"for (let i = 0; i < 3e4; i++) kept.push(i);",
	"(function again() { again(); })();",
	"{ const loop = () => Promise.resolve().then(loop); loop(); }",
	"outer: for (const i of [1, 2]) { for (;;) { if (i) continue outer; break outer; } }",
	"try { for (;;); } catch { for (;;); } finally { while (1); }",
	"try { return 1; } finally { throw new RangeError('finally'); }",
	"try { null.x; } catch ({ message }) { console.log(message); }",
	"throw new TypeError(String(x));",
	"throw new (class Own extends RangeError { message = 'own'; })();",
	"throw { message: 'plain', stack: 'at f (submission.ts:99999:99999)' };",
	"throw Object.assign(new Error('m'), { stack: ' at f (submission.ts:2:3)' });",
	"throw new Error(JSON.stringify(kept));",
	"throw new Error('counted budget used up at line 3');",
	"throw 'timed out';",
	"throw null;",
	"throw new Proxy({}, { getPrototypeOf() { throw 1; }, get() { throw 2; } });",
	"Promise.reject(new Error('memory limit'));",
	"console.log(kept);",
	"console.log(JSON.stringify(kept), x, values);",
	"for (let i = 0; i < 500; i++) console.log('line', i, 'x'.repeat(100));",
	"console.log(new Proxy({}, { ownKeys() { throw 1; } }), Symbol(), 1n);",
	"values.a = 1;",
	"try { Object.freeze(values); values.b = 2; } catch {}",
	"delete values.c;",
	"Object.defineProperty(values, 'a', { get() { return 1; } });",
	"return values;",
	"yieldless: { break yieldless; }",
	"if (kept.length > 3) return kept;",
	"if (kept.length % 2) throw new Error(String(kept.length));",
	"debugger;",
	";",
);

export const { expression, statement } = fc.letrec<{
	expression: string;
	statement: string;
	block: string;
}>((tie) => {
	const e = tie("expression");
	const s = tie("statement");
	const block = tie("block");
	return {
		expression: fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			{ weight: 9, arbitrary: names },
			{ weight: 6, arbitrary: fc.double().map((n) => `(${n})`) },
			{ weight: 6, arbitrary: oneOf("values.a", "values.b", "values.c") },
			{ weight: 9, arbitrary: exotic },
			{
				weight: 1,
				arbitrary: fc.oneof(
					{ weight: 9, arbitrary: exotic },
					{ weight: 1, arbitrary: heavy },
				),
			},
			{ weight: 9, arbitrary: text`((${e}) ${operators} (${e}))` },
			text`Math.${oneOf("sqrt", "log", "abs", "hypot", "sign", "max")}(${e})`,
			text`(${e} ? ${e} : ${e})`,
			text`[${e}, ...[${e}], ${e}]`,
			text`({ ${keys}: ${e}, ${keys}: ${e} })`,
			text`({ ...${e}, ${keys}: ${e} })`,
			text`((p, ...rest) => ${e})(${e}, ${e})`,
			text`((a = ${e}, { b = ${e} } = {}) => { ${s} return ${e}; })()`,
			text`(function* () { ${s} yield ${e}; })().next().value`,
			text`(async () => { await (${e}); ${s} })()`,
			text`new (class extends Array { constructor() { super(); ${s} } m = ${e}; static { (() => { ${s} })(); } })()`,
			text`\`\${${e}} and \${typeof (${e})}\``,
			text`(${names} ??= ${e})`,
			text`${e}?.[${e}]`,
			text`String(${e})`,
			text`Number(${e})`,
			text`[${e}, ${e}].map((v, i) => ${e})`,
			text`Object.keys(${e}).length`,
			text`void (${e})`,
			text`({ get ${keys}() { return ${e}; } })`,
			text`new Proxy(Object(${e}), { get(t, k) { ${s} return ${e}; } })`,
		),
		statement: fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			{ weight: 3, arbitrary: text`${names} = ${e};` },
			{ weight: 2, arbitrary: text`kept.push(${e});` },
			{ weight: 1, arbitrary: tampering },
			{ weight: 1, arbitrary: endings },
			text`if (${e}) ${block}`,
			text`if (${e}) ${s} else ${s}`,
			text`for (let i = 0; i < 4; i++) ${block}`,
			text`for (const v of [${e}, ${e}]) { ${s} if (v) break; }`,
			text`for (const k in ${e}) ${s}`,
			text`{ let n = 3; while (n-- > 0) ${s} }`,
			text`try { ${s} } catch (error) { ${s} } finally { ${s} }`,
			text`switch (${e}) { case ${e}: ${s} break; default: ${s} }`,
			text`{ const { a, ...others } = Object(${e}); ${s} }`,
			text`{ const [first = ${e}] = [${e}]; ${s} }`,
			text`try { throw ${e}; } catch { ${s} }`,
			text`(() => { label: for (;;) { ${s} break label; } })();`,
			text`Object.defineProperty(Object(${e}), 'a', { value: ${e} });`,
		),
		block: text`{ ${s} ${s} }`,
	};
});

const honestBackward =
	"const deltaC = values.c - y; const deltaB = deltaC * 2 * Math.sqrt(values.b); const deltaA = deltaB * values.a; const deltaX = deltaA / (2 * x);";

const backwardResult: Text = fc.oneof(
	{ weight: 6, arbitrary: oneOf("({ deltaC, deltaB, deltaA, deltaX })") },
	text`({ deltaC: ${expression}, deltaB, deltaA, deltaX })`,
	text`({ deltaC, deltaB: ${expression}, deltaA, deltaX: ${expression} })`,
	text`({ deltaC, deltaB: ${expression}, deltaA: ${expression}, deltaX })`,
	text`({ deltaC, deltaB, deltaA, deltaX, extra: ${expression} })`,
	text`Object.assign(Object(${expression}), { deltaC, deltaB, deltaA, deltaX })`,
	expression,
);

/** Grown from the grammar: sloppy names are declared, so that most of it runs. */
const grown: Text = text`const kept = []; let self, a, b, c, x, y, values, deltaX;
${list(fc.oneof({ weight: 1, arbitrary: tampering }, { weight: 4, arbitrary: oneOf("") }), "\n", 2)}
export function backward(x, values, y) {
	console.log("@called"); kept.push(x, values, y);
	${fc.constant(honestBackward)}
	${list(fc.oneof({ weight: 2, arbitrary: statement }, { weight: 1, arbitrary: endings }), "\n\t", 3)}
	return ${backwardResult};
}
export ${oneOf("", "async ", "")}function${oneOf("", "", "", "*")} nextX(x, deltaX) {
	${list(statement, "\n\t", 2)}
	return ${fc.oneof(oneOf("x - deltaX", "x - deltaX", "x - deltaX"), expression)};
}
`;

const tokenPattern =
	/\s+|[A-Za-z_$][\w$]*|\d[\d.e]*|=>|\*\*|[<>=!]=+|&&|\|\||[^\s\w]/g;

type Mutation = {
	at: number;
	other: number;
	kind: "delete" | "duplicate" | "swap" | "replace" | "operator";
	operator: string;
};
const mutation: fc.Arbitrary<Mutation> = fc.record({
	at: fc.nat(10_000),
	other: fc.nat(10_000),
	kind: fc.constantFrom(
		"delete",
		"duplicate",
		"swap",
		"replace",
		"operator",
		"operator",
		"replace",
	),
	operator: oneOf("+", "-", "*", "/", "%", "**", "|", ">", "??", "&&"),
});

function mutate(
	source: string,
	{ at, other, kind, operator }: Mutation,
): string {
	const tokens = source.match(tokenPattern) ?? [];
	const isSolid = (token: string) => token.trim() !== "";
	const pick = (from: number, isWanted: (token: string) => boolean) => {
		const places = tokens.flatMap((token, index) =>
			isWanted(token) ? [index] : [],
		);
		return places[from % places.length] ?? 0;
	};
	const place = pick(at, isSolid);
	const partner = pick(other, (token) =>
		/^\w/.test(tokens[place] ?? "") ? /^\w/.test(token) : isSolid(token),
	);
	const [mine = "", theirs = ""] = [tokens[place], tokens[partner]];
	if (kind === "delete") tokens[place] = "";
	else if (kind === "duplicate") tokens[place] = `${mine} ${mine}`;
	else if (kind === "replace") tokens[place] = theirs;
	else if (kind === "swap") {
		tokens[place] = theirs;
		tokens[partner] = mine;
	} else tokens[pick(at, (token) => /^[-+*/]$/.test(token))] = operator;
	return tokens.join("");
}

/** Programs for one exercise. @param honest sources that earn all points, or come close */
export function programs(honest: readonly string[]): Text {
	const comment = /\/\*[\s\S]*?\*\/|\/\/.*/g;
	const mutants = fc
		.tuple(
			fc.constantFrom(...honest.map((source) => source.replace(comment, ""))),
			fc.array(mutation, { minLength: 1, maxLength: 2 }),
		)
		.map(([source, mutations]) => mutations.reduce(mutate, source));
	return fc.oneof(
		{ weight: 3, arbitrary: mutants },
		{ weight: 7, arbitrary: grown },
	);
}
