/** Source texts through the transform, in this process: what comes out, where it stands, and what it means. */
import { createContext, Script } from "node:vm";
import { transformSync } from "esbuild";
import fc from "fast-check";
import { TransformError } from "../../grader/transform/syntax.ts";
import {
	type Transformed,
	transform,
} from "../../grader/transform/transform.ts";
import { breathe, demand, type FuzzOptions, longestKindMs } from "./tally.ts";
import { garbage, typedPrograms } from "./typed.ts";

const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;
/** Of the typed programs, those whose meaning is compared with another compiler's. */
const comparedEvery = 4;
/** This kind runs in our own process: without a break nobody would see how far it is. */
const breatheEvery = 20;
const runTimeoutMs = 1_000;

/** Transforms typed programs and garbage. @throws Error with the source that breaks a promise */
export async function fuzzTransform({
	seed,
	count,
	tally,
}: FuzzOptions): Promise<void> {
	let drawn = 0;
	const source = fc.oneof(
		{
			weight: 3,
			arbitrary: fc.record({
				text: typedPrograms,
				isProgram: fc.constant(true),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({ text: garbage, isProgram: fc.constant(false) }),
		},
	);
	let taken = 0;
	await fc.assert(
		fc.asyncProperty(source, async ({ text, isProgram }) => {
			if (++taken % breatheEvery === 0) await breathe();
			const isCompared = isProgram && ++drawn % comparedEvery === 0;
			const result = transformOrRefuse(text);
			if (result === null) return tally.count("refused", false);
			demandSameLines(text, result);
			const problem = syntaxErrorOf(result.code);
			if (problem !== null) {
				const theirs = compileElsewhere(text);
				demand(
					theirs === null || syntaxErrorOf(theirs) !== null,
					`V8 refuses what came out: ${problem}\n${result.code}`,
				);
				return tally.count("refused by V8", false);
			}
			if (isCompared) {
				demandSameMeaning(text, result);
				return tally.count("same meaning", true);
			}
			tally.count("transformed", false);
		}),
		{
			seed,
			numRuns: count,
			interruptAfterTimeLimit: longestKindMs,
			markInterruptAsFailure: true,
		},
	);
}

/** @returns null for a refusal that says where; @throws Error for any other end */
function transformOrRefuse(text: string): Transformed | null {
	try {
		return transform(text);
	} catch (error) {
		if (!(error instanceof TransformError)) throw error;
		const lines = text.split(lineBreaks);
		const line = lines[error.line - 1];
		demand(
			line !== undefined &&
				error.column >= 1 &&
				error.column <= line.length + 1,
			`"${error.message}" at ${error.line}:${error.column}, which is outside the source`,
		);
		return null;
	}
}

function demandSameLines(text: string, { code, positions }: Transformed): void {
	const breaks = (part: string) => (part.match(lineBreaks) ?? []).join("");
	// The last line is the transform's own: it returns the exports.
	demand(
		breaks(code) === `${breaks(text)}\n`,
		`other line breaks came out:\n${code}`,
	);
	const lines = code.split(lineBreaks);
	const sourceLines = text.split(lineBreaks);
	for (const [index, line] of lines.entries()) {
		for (const column of [1, line.length, line.length + 9]) {
			const place = positions.original({ line: index + 1, column });
			const own = sourceLines[place.line - 1];
			demand(
				own !== undefined &&
					place.column >= 1 &&
					place.column <= own.length + 2,
				`${index + 1}:${column} is said to be ${place.line}:${place.column}, outside the source`,
			);
		}
	}
}

function syntaxErrorOf(code: string): string | null {
	try {
		new Script(code);
		return null;
	} catch (error) {
		return String(error);
	}
}

/** The same text by esbuild, as a script; null where it refuses. */
function compileElsewhere(text: string): string | null {
	try {
		const { code } = transformSync(text, {
			loader: "ts",
			format: "cjs",
			target: "esnext",
			logLevel: "silent",
		});
		// Inside a function a first line for the shell is none.
		return `(function (module, exports) {"use strict";${code.replace(/^#!.*/, "")}\n})`;
	} catch {
		return null;
	}
}

function demandSameMeaning(text: string, { code }: Transformed): void {
	const theirs = compileElsewhere(text);
	if (theirs === null) return;
	const wanted = meaningOf(
		`const module = { exports: {} }; ${theirs}(module, module.exports); module.exports.results`,
	);
	const own = meaningOf(`${code}(() => {}).results`);
	demand(own === wanted, `gives ${own}, by esbuild ${wanted}:\n${code}`);
}

/** What running a script comes to, as text: its value, or the class of what it throws. */
function meaningOf(code: string): string {
	// A function's own text is what the transform changes, and has to.
	const withoutTexts = "Function.prototype.toString = () => 'function';";
	const show =
		"(value) => JSON.stringify(value, (_, item) => typeof item === 'function' || typeof item === 'symbol' ? typeof item : item)";
	try {
		return String(
			new Script(
				`${withoutTexts}(${show})((() => { return eval(${JSON.stringify(code)}) })())`,
			).runInContext(createContext({}), { timeout: runTimeoutMs }),
		);
	} catch (error) {
		// An error of another realm: it has a name all the same.
		return `throws ${typeof error === "object" && error !== null && "name" in error ? error.name : typeof error}`;
	}
}
