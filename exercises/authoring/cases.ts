/**
 * What an author writes in `cases.ts`: each case reads like the sentence it tests. The definitions are data and small
 * functions; the grader plans calls from them, judges what came back, and shows them.
 */
import type { Localized } from "../bundle.ts";
import type { Draw } from "./draw.ts";
import type { ExportedFunction } from "./exported.ts";
import type { CallArguments } from "./functions.ts";
import type { Path } from "./value.ts";

export interface Tolerance {
	absolute: number;
	relative: number;
}

/** Difference quotients with h near 1e-5: truncation and cancellation stay below this, a one-sided quotient does not. */
export const differenceTolerance: Tolerance = {
	absolute: 1e-6,
	relative: 1e-6,
};

interface ValueOptions {
	/** Instead of the exercise's tolerance. */
	tolerance?: Tolerance;
	/** The function returns a function; these argument lists are applied to it, and the list of results is judged. */
	apply?: readonly (readonly unknown[])[];
}

export interface FixedCase extends ValueOptions {
	kind: "fixed";
	fn: ExportedFunction;
	title: Localized;
	args: readonly unknown[];
	/** Numbers as printed where they come from, e.g. `{ "trace[1].x": "4.243" }`; proving holds the graph against them. */
	printed: Readonly<Record<string, string>>;
}

export interface PropertyCase extends ValueOptions {
	kind: "property";
	fn: ExportedFunction;
	title: Localized;
	count: number;
	draw: (draw: Draw) => readonly unknown[] | null;
}

export interface RefusalCase {
	kind: "refusal";
	fn: ExportedFunction;
	title: Localized;
	args: readonly unknown[];
	error: "RangeError" | "TypeError";
}

export interface GradientCase {
	kind: "gradient";
	fn: ExportedFunction;
	title: Localized;
	count: number;
	draw: (draw: Draw) => readonly unknown[] | null;
	/** The student's own forward function. */
	forward: ExportedFunction;
	/** Step of the difference quotient. */
	step: number;
	entries: readonly GradientEntry[];
	tolerance: Tolerance;
}

/** One derivative: where it stands in the gradient's result, and which argument of which forward value moves. */
export interface GradientEntry {
	path: Path;
	/** Arguments of `forward` with the variable moved by `delta`. */
	forwardArgs: (args: readonly unknown[], delta: number) => readonly unknown[];
	/** Which number of the forward result is differentiated. */
	of: Path;
}

export interface PurityCase {
	kind: "purity";
	title: Localized;
	fns: readonly ExportedFunction[];
}

export type CaseDefinition =
	| FixedCase
	| PropertyCase
	| RefusalCase
	| GradientCase
	| PurityCase;

/** Check id → its cases, in the order in which they are called. */
export type CaseDefinitions = Readonly<
	Record<string, readonly CaseDefinition[]>
>;

/**
 * One call with fixed arguments; what is expected follows from the function's steps.
 * @example fixed(backward, { en: "round 1", zh: "第 1 轮" }, [2, { a: 4, b: 1.386, c: 1.177 }, 2.13], { deltaB: "-2.243" })
 */
export function fixed<Args extends readonly unknown[]>(
	fn: ExportedFunction<Args>,
	title: Localized,
	args: CallArguments<NoInfer<Args>>,
	printed: Readonly<Record<string, string>> = {},
	options: ValueOptions = {},
): FixedCase {
	return { kind: "fixed", fn: erased(fn), title, args, printed, ...options };
}

/**
 * `count` seeded draws over a stated domain, each judged like a fixed case.
 * @param draw returns the arguments, or null to leave this draw out (then another is made)
 */
export function property<Args extends readonly unknown[]>(
	fn: ExportedFunction<Args>,
	title: Localized,
	count: number,
	draw: (draw: Draw) => readonly [...CallArguments<NoInfer<Args>>] | null,
	options: ValueOptions = {},
): PropertyCase {
	return { kind: "property", fn: erased(fn), title, count, draw, ...options };
}

/** A call that must throw. */
export function refuses<Args extends readonly unknown[]>(
	fn: ExportedFunction<Args>,
	title: Localized,
	args: CallArguments<NoInfer<Args>>,
	error: "RangeError" | "TypeError" = "RangeError",
): RefusalCase {
	return { kind: "refusal", fn: erased(fn), title, args, error };
}

/**
 * Central differences on the student's own forward function, against the student's own gradient: it separates "your
 * forward is wrong" from "your backward does not belong to your forward".
 */
export function gradientCheck<
	Args extends readonly unknown[],
	ForwardArgs extends readonly unknown[],
>(
	fn: ExportedFunction<Args>,
	title: Localized,
	count: number,
	draw: (draw: Draw) => readonly [...CallArguments<NoInfer<Args>>] | null,
	check: {
		forward: ExportedFunction<ForwardArgs>;
		entries: readonly {
			path: Path;
			of: Path;
			forwardArgs: (
				args: CallArguments<NoInfer<Args>>,
				delta: number,
			) => readonly [...CallArguments<NoInfer<ForwardArgs>>];
		}[];
		step?: number;
		tolerance?: Tolerance;
	},
): GradientCase {
	return {
		kind: "gradient",
		fn: erased(fn),
		title,
		count,
		draw,
		forward: erased(check.forward),
		step: check.step ?? 1e-5,
		// Author-side arguments keep their types above; inside the grader they are plain lists.
		entries: check.entries as unknown as readonly GradientEntry[],
		tolerance: check.tolerance ?? differenceTolerance,
	};
}

/** No call of these functions may change its arguments or hand parts of them back as its own result. */
export function pure(title: Localized, ...fns: { name: string }[]): PurityCase {
	return { kind: "purity", title, fns: fns as ExportedFunction[] };
}

/** Collects an exercise's cases; the default export of `cases.ts`. */
export function cases(definitions: CaseDefinitions): CaseDefinitions {
	return definitions;
}

/** Forgets the argument types: the grader calls every function with the arguments planned for it. */
function erased<Args extends readonly unknown[]>(
	fn: ExportedFunction<Args>,
): ExportedFunction {
	return fn as unknown as ExportedFunction;
}
