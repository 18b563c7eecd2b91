import {
	assertNotEmpty,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";
import type { Vector } from "./vector.ts";

/** Activations that act on one number; "linear" is the identity. */
export type ActivationName = "sigmoid" | "tanh" | "relu" | "linear";

/** Sigmoid 1/(1+e^−z), in [0, 1]; does not overflow for any z. Source: AC-01. @throws TypeError unless z is a number */
export function sigmoid(z: number): number {
	assertNumber(z, "z");
	if (z >= 0) return 1 / (1 + Math.exp(-z));
	const power = Math.exp(z);
	return power / (1 + power);
}

/** Slope of the sigmoid at z (not at σ(z)): σ(z)·σ(−z), in [0, ¼]. Source: DE-05, AC-05. @throws TypeError unless z is a number */
export function dSigmoid(z: number): number {
	return sigmoid(z) * sigmoid(-z);
}

/** Hyperbolic tangent, in [−1, 1]. Source: AC-02. @throws TypeError unless z is a number */
export function tanh(z: number): number {
	assertNumber(z, "z");
	return Math.tanh(z);
}

/** Slope of tanh at z: 1 − tanh² z, in [0, 1]. Source: AC-05. @throws TypeError unless z is a number */
export function dTanh(z: number): number {
	return 1 - tanh(z) ** 2;
}

/** Rectifier max(0, z). Source: AC-03. @throws TypeError unless z is a number */
export function relu(z: number): number {
	assertNumber(z, "z");
	return Math.max(0, z);
}

/** Slope of the rectifier: 1 for z > 0, else 0, at 0 too by agreement. Source: AC-05. @throws TypeError unless z is a number */
export function dRelu(z: number): number {
	assertNumber(z, "z");
	return z > 0 ? 1 : 0;
}

/** Returns z. Source: NE-10 with A = Z. @throws TypeError unless z is a number */
export function identity(z: number): number {
	assertNumber(z, "z");
	return z;
}

/** Slope of the identity: 1 everywhere. @throws TypeError unless z is a number */
export function dIdentity(z: number): number {
	assertNumber(z, "z");
	return 1;
}

/** Unit step: 1 for z ≥ 0 (at the threshold itself the neuron fires), else 0. Source: FN-04. @throws TypeError unless z is a number */
export function step(z: number): 0 | 1 {
	assertNumber(z, "z");
	return z >= 0 ? 1 : 0;
}

/** Slope of the step: 0 everywhere; at 0, where there is none, 0 by agreement. @throws TypeError unless z is a number */
export function dStep(z: number): number {
	assertNumber(z, "z");
	return 0;
}

/** Each activation with its slope, both functions of the weighted input z. */
export const activations: Readonly<
	Record<
		ActivationName,
		{
			readonly value: (z: number) => number;
			readonly slope: (z: number) => number;
		}
	>
> = {
	sigmoid: { value: sigmoid, slope: dSigmoid },
	tanh: { value: tanh, slope: dTanh },
	relu: { value: relu, slope: dRelu },
	linear: { value: identity, slope: dIdentity },
};

/**
 * Softmax aᵢ = e^zᵢ / Σ e^zⱼ: n scores give n probabilities that sum to 1. The greatest score is subtracted first, so no score overflows.
 * Source: AC-04; Goodfellow, Bengio & Courville (2016), Deep Learning, §4.1.
 *
 * @throws TypeError unless z is an array of numbers; RangeError when it is empty
 */
export function softmax(z: Vector): number[] {
	assertVector(z, "z");
	assertNotEmpty(z, "z");
	const greatest = z.reduce((a, b) => Math.max(a, b));
	const powers = z.map((score) => Math.exp(score - greatest));
	const total = powers.reduce((a, b) => a + b);
	return powers.map((power) => power / total);
}

/**
 * Derivatives of softmax: n × n, entry (i, j) = ∂aᵢ/∂zⱼ = aᵢ(δᵢⱼ − aⱼ). Source: AC-05.
 *
 * @throws TypeError unless z is an array of numbers; RangeError when it is empty
 */
export function softmaxJacobian(z: Vector): number[][] {
	const a = softmax(z);
	return a.map((ai, i) => a.map((aj, j) => ai * ((i === j ? 1 : 0) - aj)));
}
