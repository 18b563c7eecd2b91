/**
 * The closed library of functions that a call may pass to a student's function. A call names one with its parameters;
 * it is built afresh inside the student's isolate, so no closure and no author source ever crosses.
 */
import { createRandom } from "../../reference/random.ts";

type AnyFunction = (...values: number[]) => unknown;

const library: Record<string, (...parameters: number[]) => AnyFunction> = {
	/** c₀ + c₁x + c₂x² + … */
	polynomial:
		(...coefficients) =>
		(x = Number.NaN) =>
			coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0),
	identity: () => (x) => x,
	unitStep:
		() =>
		(z = Number.NaN) =>
			z >= 0 ? 1 : 0,
	exp: () => Math.exp,
	sin: () => Math.sin,
	cos: () => Math.cos,
	tanh: () => Math.tanh,
	abs: () => Math.abs,
	sigmoid:
		() =>
		(z = Number.NaN) =>
			1 / (1 + Math.exp(-z)),
	relu:
		() =>
		(z = Number.NaN) =>
			Math.max(0, z),
	/** A generator of numbers in [0, 1), the same sequence for the same seed. */
	uniform: (seed = 0) => createRandom(seed).uniform,
	/** A generator of standard normal numbers, the same sequence for the same seed. */
	normal: (seed = 0) => {
		const { normal } = createRandom(seed);
		return () => normal();
	},
};

/** Names a library function as an argument of a call. */
export interface FunctionArgument {
	readonly $function: string;
	readonly parameters: readonly number[];
}

/**
 * Passes a library function to the student's function.
 * @throws RangeError when the library has no function of that name
 * @example fixed(centralDifference, title, [aFunction("polynomial", 0, 0, 1), 2, 1e-4])
 */
export function aFunction(
	name: string,
	...parameters: number[]
): FunctionArgument {
	if (!Object.hasOwn(library, name)) {
		throw new RangeError(
			`expected one of ${Object.keys(library).join(", ")}; got the function "${name}"`,
		);
	}
	return { $function: name, parameters };
}

/**
 * Builds a library function.
 * @throws RangeError when the library has no function of that name
 */
export function buildFunction(
	name: string,
	parameters: readonly number[],
): AnyFunction {
	const make = Object.hasOwn(library, name) ? library[name] : undefined;
	if (!make) throw new RangeError(`no library function is called "${name}"`);
	return make(...parameters);
}

/** True for what `aFunction` makes; a student's value may look alike, so every part is checked. */
export function isFunctionArgument(value: unknown): value is FunctionArgument {
	return (
		typeof value === "object" &&
		value !== null &&
		"$function" in value &&
		typeof value.$function === "string" &&
		"parameters" in value &&
		Array.isArray(value.parameters) &&
		value.parameters.every((parameter) => typeof parameter === "number")
	);
}
