/**
 * Type syntax in front of the transform: programs that mean something without their types, decorated with types wherever
 * TypeScript lets one stand, line breaks and comments in between; and text that is no program at all.
 *
 * Left out, because TypeScript, esbuild and the parser do not agree on where a statement or member ends: an instantiation
 * at the end of a line with a bracket on the next (`id<T>` here stands in parentheses), `x++` with a bracket on the next
 * line (`++` here is followed by `;`), and a modifier alone on its line (`protected` here is followed by its member).
 */
import fc from "fast-check";
import { list, oneOf, type Text, text } from "./text.ts";

/** White space between two tokens where the language allows a line break. */
const gap = fc.oneof(
	{ weight: 12, arbitrary: oneOf(" ") },
	{ weight: 1, arbitrary: oneOf("\n", "\r\n", "\r", "\u2028", "\u2029", "\t") },
	{
		weight: 1,
		arbitrary: oneOf(
			"/* ) => { ? ! : */",
			"/* two\nlines */",
			"// = ; <T>(\n",
			"/* “é😀” */",
			"\u00a0",
			"\ufeff",
		),
	},
);
/** White space where a line break would end the statement. */
const inline = fc.oneof(
	{ weight: 8, arbitrary: oneOf(" ") },
	{ weight: 1, arbitrary: oneOf("  ", "\t", "/* as */", "/* ) */") },
);
const name = oneOf(
	"a",
	"b",
	"c",
	"n",
	"é",
	"$",
	"_",
	"of",
	"type",
	"async",
	"get",
);
const typeName = oneOf("T", "U", "Shape", "Box", "Ünï");

const { type } = fc.letrec<{ type: string; member: string }>((tie) => {
	const t = tie("type");
	return {
		type: fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			{
				weight: 4,
				arbitrary: oneOf(
					"number",
					"string",
					"any",
					"unknown",
					"never",
					"void",
					"null",
					"undefined",
					"bigint",
					"symbol",
					"object",
					"this",
					"(-1)",
					"'x'",
					"`a`",
					"true",
					"T",
					"Shape.Inner",
					"typeof Math.PI",
					"typeof globalThis",
					"Date",
				),
			},
			text`(${t})`,
			text`${t}[]`,
			text`${t}[${oneOf("'x'", "number", "0")}]`,
			text`[${t}, ...${t}[]]`,
			text`[first: ${t}, rest?: ${t}]`,
			text`(readonly ${oneOf("number", "string", "T")}[])`,
			text`(${t} | ${t})`,
			text`(| ${t} & ${t})`,
			text`keyof ${t}`,
			text`unique symbol`,
			text`{${gap}${list(text`${tie("member")}${oneOf(";", ",", "\n")}`, "", 3)}${gap}}`,
			text`{ readonly [K in keyof ${typeName}]?: ${t} }`,
			text`{ -readonly [K in ${typeName} as \`get\${K}\`]-?: ${t} }`,
			text`((x: ${t}, ...rest: ${t}[]) => ${t})`,
			text`(new <V extends ${t}>(x?: V) => V)`,
			text`(abstract new () => ${t})`,
			text`((x: unknown) => x is ${t})`,
			text`((x: unknown) => asserts x)`,
			text`(${t} extends infer V extends ${t} ? V : ${t})`,
			text`Array<${t}>`,
			text`Map<${t},${gap}Array<Array<${t}>>>`,
			text`\`\${${oneOf("string", "number", "T")}}-x\``,
			text`import("other").Thing<${t}>`,
			text`typeof import("other")`,
		),
		member: fc.oneof(
			text`${name}${oneOf("", "?")}: ${t}`,
			text`readonly [key: string]: ${t}`,
			text`${name}(x: ${t}): ${t}`,
			text`(x: ${t}): ${t}`,
			text`new (x: ${t}): ${t}`,
			text`get ${name}(): ${t}`,
			text`"quoted key"?: ${t}`,
			text`[Symbol.iterator](): ${t}`,
		),
	};
});

const annotation = fc.oneof(oneOf(""), text`${inline}:${gap}${type}`);
const returnType = fc.oneof(
	oneOf("", ""),
	text`:${gap}${type}`,
	text`: x is ${type}`,
);
const typeParameters = fc.oneof(
	oneOf("", ""),
	text`<T>`,
	text`<const T extends ${type} = ${type},>`,
	text`<in out T,${gap}U>`,
);
const typeArguments = fc.oneof(
	oneOf("", ""),
	text`<${type}>`,
	text`<${type},${gap}${type}>`,
);
const assertion = fc.oneof(
	oneOf("", ""),
	text`${inline}as${gap}${type}`,
	text`${inline}as const`,
	text`${inline}satisfies${gap}${type}`,
	text`!`,
	text` as ${type} satisfies ${type}`,
);
const parameter = fc.oneof(
	text`x${oneOf("", "?")}${annotation}`,
	text`x${annotation} = 1`,
	text`{ x = 2 }${annotation} = {}`,
	text`[x]${annotation} = [3]`,
	text`...[x]${annotation}`,
);

const { value } = fc.letrec<{ value: string }>((tie) => {
	const v = tie("value");
	return {
		value: fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			{
				weight: 3,
				arbitrary: oneOf(
					"1",
					"2.5",
					"-3",
					"'s'",
					"box",
					"box.n",
					"xs",
					"null",
					"/re: T>/.source",
				),
			},
			text`\`t\${${v} as number}\``,
			text`(${v}${assertion})`,
			text`[${v}${assertion}, ${v}${assertion}]`,
			text`({ k: ${v}${assertion}, ${name}: 1${assertion} })`,
			text`(${v} as ${type} ${oneOf("+", "-", "*", "**", "===", "&&", "||", "%", "in", "instanceof")} ${v})`,
			text`(${v} + ${v} as ${type})`,
			text`(${v}! ${oneOf("+", "*", "??", "<", ",")} ${v})`,
			text`box?.self!.self?.n!`,
			text`xs![0]!`,
			text`id${typeArguments}(${v}${assertion})`,
			text`new Box${typeArguments}(${v}).n`,
			text`(id<${type}>)`,
			text`(${typeParameters}(${parameter})${returnType} => ${v}${assertion})(${v} as any)`,
			text`(async${gap}${typeParameters}(${parameter})${returnType} => ${v}) && 1`,
			text`(${typeParameters}${gap}(${parameter}${gap})${gap}:${gap}${type} => ({ x })${assertion})(1 as any)`,
			text`(function ${typeParameters}(this: ${type}, ${parameter})${returnType} { return x; }).call(null, 1 as any)`,
			text`(function (this: ${type}) { return 1${assertion} })()`,
			text`(${v} ? ${v}${assertion} : ${v}${assertion})`,
			text`(${v} ? (${v}) : (y${annotation})${returnType} => y)`,
			text`typeof ${v}`,
			text`(<${type}>${v})`,
		),
	};
});

/** How a statement ends, and a next line that would join it where nothing keeps them apart. */
const end = fc.oneof(
	{ weight: 3, arbitrary: oneOf(";") },
	{
		weight: 2,
		arbitrary: oneOf(
			"\n[7].forEach((v) => log.push(v));",
			"\n(log as any).push(8);",
			"\n`t`;",
			"\n+1;",
			"\n/x/g;",
			"\n;",
			" // last\n[9].map((v) => log.push(v))\n",
			" /* as */\n(log).push(10)\n",
		),
	},
);

const member = fc.oneof(
	text`${oneOf("", "public ", "private ", "protected ", "readonly ", "override ", "static ", "public static readonly ", "declare ")}${oneOf("p", "get", "set", "async", "static", "readonly", "'q'", "[`r`]", "#s")}${oneOf("", "?", "!")}${annotation}${oneOf("", " = 1", " = 2 as any", " = (x: number): x is 3 => true")}${oneOf(";", "\n")}`,
	text`${oneOf("", "private ", "static ", "async ", "*", "public async *")}m${oneOf("", "?")}${typeParameters}(${parameter})${returnType} { return ${value}${assertion}; }`,
	text`m(x: ${type}): ${type}${oneOf(";", "\n")} m(x?: any) { return x }`,
	text`abstract q${annotation}${oneOf(";", "\n")}`,
	text`abstract m(): ${type}${oneOf(";", "\n")}`,
	text`get g()${annotation} { return 1${assertion}; }`,
	text`set g(x${annotation}) {}`,
	text`[key: string]: ${type};`,
	text`constructor(${parameter}) { log.push(1${assertion})${end} }`,
	text`constructor(${oneOf("private", "readonly", "public")} x: ${type}) {}`,
	text`static { log.push(2${assertion})${end} }`,
);

const piece = fc.oneof(
	{
		weight: 4,
		arbitrary: text`{ let ${name}${oneOf("", "", "!")}${annotation};${gap}log.push(${value}${assertion})${end} }`,
	},
	{
		weight: 4,
		arbitrary: text`{ const ${name}${annotation}${gap}=${gap}${value}${assertion}${end} }`,
	},
	{
		weight: 2,
		arbitrary: text`{ log.push(${value}); let q = ${value}${assertion}${end} }`,
	},
	text`{ ${value}${assertion}${end} }`,
	text`{ var box2 = box; box2.n${assertion} = 4${end} log.push(box2.n); }`,
	text`{ box${oneOf("!", "")}.n${oneOf("!", "")}${oneOf("++;", " += 1;", " += 1\n")} }`,
	text`for (let i${annotation} = 0${assertion}, j${annotation} = 3${assertion}; i < 3; i++) log.push(i)${end}`,
	text`for (const v${annotation} of xs${assertion}) { log.push(v${assertion})${end} }`,
	text`for (const k in box${assertion}) log.push(k${assertion})${end}`,
	text`{ let i = 2; while (i--${assertion}) log.push(i${assertion})${end} }`,
	text`{ let i = 2; do log.push(i${assertion})${end} while (i--) }`,
	text`label: for (const v of xs) { if (v${assertion}) continue label; }`,
	text`if (box${assertion}) log.push(1${assertion})${end} else log.push(2)`,
	text`switch (box.n${assertion}) { case 1${assertion}: log.push(1)${end} default: log.push(0${assertion}) }`,
	text`try { throw 1${assertion}${end} } catch (error${fc.oneof(oneOf(""), oneOf(": unknown"))}) { log.push(error${assertion})${end} }`,
	text`{ ${oneOf("abstract ", "")}class A${typeParameters} extends Box${typeArguments}${fc.oneof(oneOf(""), text` implements ${typeName}<${type}>, Other`)} {${gap}${list(member, "\n", 3)} } log.push(typeof A) }`,
	text`{ log.push(Object.keys(new (class${typeParameters} { ${list(member, " ", 2)} })(1 as any))) }`,
	text`{ function f(x: ${type}): ${type}${end} function f(${parameter})${returnType} { return x } log.push(f(5 as any)) }`,
	text`{ const { k, ...others }${annotation} = { k: 1, l: 2 }${assertion}${end} }`,
	text`type A${typeParameters}${gap}=${gap}${type}${oneOf(";", "\n")}`,
	text`interface I${typeParameters} extends ${typeName}${typeArguments} { ${name}: ${type} }`,
	text`declare const d: ${type}${oneOf(";", "\n")}`,
	text`declare function d(x: ${type}): asserts x is ${type}${oneOf(";", "\n")}`,
	text`declare abstract class D { m(): ${type} }`,
	text`declare namespace N { const x: ${type} }`,
	text`declare global { interface Window { x: ${type} } }`,
	text`declare enum E { A }`,
	text`import type { Thing } from "other"${oneOf(";", "\n")}`,
	text`import type Thing2 from "other";`,
	text`export type { A1 } from "other";`,
	text`export type E1 = ${type}${oneOf(";", "\n")}`,
	text`export interface E2 { x: ${type} }`,
	text`export declare const e3: ${type}${oneOf(";", "\n")}`,
	text`enum E { A = ${value} }`,
	text`namespace N { export const x = 1 }`,
	text`@decorated class A {}`,
	text`import eq = require("x")`,
	text`export = ${value}`,
	text`type${gap}\n`,
	text`log.push(a <!--b)`,
	text`${oneOf("enum", "abstract", "declare", "namespace", "type", "interface")}\n`,
);

/** A program that runs to its end whatever is drawn: `log` holds what it did. */
export const typedPrograms: Text = text`${oneOf("", "", "#!node\n", "\ufeff", "'use strict'\n")}const log${annotation} = [];
class Box${oneOf("", "<T>")} { n${annotation} = 1; get self()${annotation} { return this } constructor(n?: any) { if (n) this.n = n } }
const box = new Box${oneOf("", "()", "<number>", "<number>()")}${oneOf(";", "\n")}
const xs${annotation} = [1, 2]${assertion};
function id${oneOf("", "<T>")}(x?: any)${annotation} { return x }
${list(piece, "\n", 3, 1)}
export const results = log${assertion};
`;

const soup = list(
	fc.oneof(
		oneOf(
			..."( ) [ ] { } < > => = == ! ? ?. ?? : ; , . ... & | + - * / ** @ # ` ' \" \u0024{ \\ \\u{0} <!-- --> // /* */ #! \u2028 \ud800 \0".split(
				" ",
			),
		),
		oneOf(
			..."as satisfies async await yield function class extends implements interface type enum declare abstract namespace module import export default from const let var using for of in while do if else switch case try catch finally return throw new this super typeof keyof infer is asserts unique readonly private static get set accessor a b 1 0x 1n 'x' /r/ `t`".split(
				" ",
			),
		),
		gap,
	),
	" ",
	20,
);

/** Text that may be no program: tokens in any order, bytes, and programs with a part cut, doubled or overwritten. */
export const garbage: Text = fc.oneof(
	soup,
	fc.string({ unit: "binary", maxLength: 60 }),
	fc.string({ unit: "grapheme", maxLength: 60 }),
	fc
		.tuple(
			typedPrograms,
			fc.nat(),
			fc.nat(40),
			fc.oneof(soup, fc.string({ unit: "binary", maxLength: 4 }), oneOf("")),
		)
		.map(([source, from, length, other]) => {
			const at = from % source.length;
			return source.slice(0, at) + other + source.slice(at + length);
		}),
	fc
		.tuple(typedPrograms, fc.nat())
		.map(([source, at]) => source.slice(0, at % source.length)),
);
