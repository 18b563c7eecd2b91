/**
 * The closed library of functions that a call may pass to a student's function. A call names one with its parameters;
 * it is built afresh inside the student's isolate, so no closure and no author source ever crosses.
 */
import { errors, forward } from "../../reference/net222.ts";
import { createRandom } from "../../reference/random.ts";
import { lineTask, network342Task } from "../../reference/training-tasks.ts";

/** Takes numbers or, where its line says so, one vector `p`. */
type AnyFunction = (...values: never[]) => unknown;

/** The vector that a function of several variables takes; an entry that a student leaves out counts as NaN. */
type Point = readonly number[];

/** Adds up `term` over the entries 0 … count − 1. The count comes from the case, never from a student's vector. */
function sumOver(count: number, term: (index: number) => number): number {
	let sum = 0;
	for (let index = 0; index < count; index++) sum += term(index);
	return sum;
}

/** c + Σ bᵢpᵢ */
function affine(constant: number, slopes: readonly number[], p: Point): number {
	return (
		constant +
		sumOver(
			slopes.length,
			(i) => (slopes[i] ?? Number.NaN) * (p[i] ?? Number.NaN),
		)
	);
}

function sigmoid(z = Number.NaN): number {
	return 1 / (1 + Math.exp(-z));
}

/** The task of a line through points given as x₁ … x_m, y₁ … y_m. */
function lineOf(points: readonly number[]) {
	const m = points.length / 2;
	return lineTask(points.slice(0, m), points.slice(m));
}

const library: Record<string, (...parameters: number[]) => AnyFunction> = {
	/** c₀ + c₁x + c₂x² + … */
	polynomial:
		(...coefficients) =>
		(x = Number.NaN) =>
			coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0),
	/** Of k: the k-th of the parameters, counted from 1; NaN where there is none. */
	sequence:
		(...terms) =>
		(k = Number.NaN) =>
			terms[k - 1] ?? Number.NaN,
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
	sigmoid: () => sigmoid,
	relu:
		() =>
		(z = Number.NaN) =>
			Math.max(0, z),
	/** Of a prediction a and a label y: a − y. */
	signedError:
		() =>
		(a = Number.NaN, y = Number.NaN) =>
			a - y,
	/** Of a prediction a and a label y: |a − y|. */
	absoluteError:
		() =>
		(a = Number.NaN, y = Number.NaN) =>
			Math.abs(a - y),
	/** Of a prediction a and a label y: (a − y)². */
	squaredError:
		() =>
		(a = Number.NaN, y = Number.NaN) =>
			(a - y) ** 2,
	/** A generator of numbers in [0, 1), the same sequence for the same seed. */
	uniform: (seed = 0) => createRandom(seed).uniform,
	/** A generator of standard normal numbers, the same sequence for the same seed. */
	normal: (seed = 0) => {
		const { normal } = createRandom(seed);
		return () => normal();
	},
	/** Of p: c + Σ bᵢpᵢ; parameters c, b₁ … bₙ. */
	linearForm:
		(constant = 0, ...slopes) =>
		(p: Point) =>
			affine(constant, slopes, p),
	/** Of p: Σ aᵢpᵢ²; parameters a₁ … aₙ. */
	weightedSquares:
		(...weights) =>
		(p: Point) =>
			sumOver(
				weights.length,
				(i) => (weights[i] ?? Number.NaN) * (p[i] ?? Number.NaN) ** 2,
			),
	/** Of p: Σᵢⱼ aᵢⱼpᵢpⱼ; parameters n, then the n × n numbers aᵢⱼ row by row. */
	quadraticForm:
		(n = 0, ...rows) =>
		(p: Point) =>
			sumOver(
				n,
				(i) =>
					(p[i] ?? Number.NaN) * affine(0, rows.slice(i * n, i * n + n), p),
			),
	/** Of p: the gradient of quadraticForm with the same parameters, entry i being Σⱼ (aᵢⱼ + aⱼᵢ)pⱼ. */
	quadraticFormGradient:
		(n = 0, ...rows) =>
		(p: Point) =>
			Array.from({ length: n }, (_, i) =>
				sumOver(
					n,
					(j) =>
						((rows[i * n + j] ?? Number.NaN) +
							(rows[j * n + i] ?? Number.NaN)) *
						(p[j] ?? Number.NaN),
				),
			),
	/** Of p = [x, y]: x² + sin² y. */
	squarePlusSineSquare:
		() =>
		([x = Number.NaN, y = Number.NaN]: Point) =>
			x ** 2 + Math.sin(y) ** 2,
	/** Of p = [x, y]: [2x, 2 sin y cos y], the gradient of squarePlusSineSquare. */
	squarePlusSineSquareGradient:
		() =>
		([x = Number.NaN, y = Number.NaN]: Point) => [
			2 * x,
			2 * Math.sin(y) * Math.cos(y),
		],
	/** Of p = [w, b]: z = (2w + 3b)(2b + 1), the linear graph of chapter 3. */
	linearGraph:
		() =>
		([w = Number.NaN, b = Number.NaN]: Point) =>
			(2 * w + 3 * b) * (2 * b + 1),
	/** Of p = [w₁ … wₙ]: ½(σ(Σ wᵢxᵢ) − t)², the error of one neuron; parameters t, x₁ … xₙ. */
	neuronError:
		(target = 0, ...inputs) =>
		(p: Point) =>
			(sigmoid(affine(0, inputs, p)) - target) ** 2 / 2,
	/** Of p = [w1 … w8, b1, b2]: the total error of the 2-2-2 network; parameters i1, i2 and the targets of o1, o2. */
	network222Error:
		(i1 = 0, i2 = 0, target1 = 0, target2 = 0) =>
		(p: Point) => {
			const [b1 = Number.NaN, b2 = Number.NaN] = p.slice(8);
			const { outO } = forward({ w: p.slice(0, 8), b1, b2 }, [i1, i2]);
			return errors(outO, [target1, target2]).total;
		},
	/** Of (params, batch): the mean cost of the line [w, b] on the samples in `batch`; parameters x₁ … x_m, y₁ … y_m. */
	lineCost: (...points) => lineOf(points).cost,
	/** Of (params, batch): the slopes of lineCost. */
	lineGradient: (...points) => lineOf(points).gradient,
	/** Of (params, batch): the mean cost of the 3-4-2 network on the samples in `batch`. */
	network342Cost: () => network342Task().cost,
	/** Of (params, batch): the slopes of network342Cost. */
	network342Gradient: () => network342Task().gradient,
};

/** Names a library function as an argument of a call. */
export interface FunctionArgument {
	readonly $function: string;
	readonly parameters: readonly number[];
}

/** A call's arguments as an author writes them: in place of a function stands the name of a library function. */
export type CallArguments<Args extends readonly unknown[]> = {
	[Index in keyof Args]: Args[Index] extends (...values: never[]) => unknown
		? FunctionArgument
		: Args[Index];
};

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
