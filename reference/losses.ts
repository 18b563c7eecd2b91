import { softmax } from "./activations.ts";
import { assertNotEmpty, assertNumber } from "./assert-arguments.ts";
import { dot, subtract, sum, type Vector, zipWith } from "./vector.ts";

/** Predictions are held in [leastProbability, 1 − leastProbability] before a logarithm is taken. */
export const leastProbability = 1e-12;

/** Moves a probability into [1e-12, 1 − 1e-12]; NaN stays NaN. @throws TypeError unless `a` is a number */
export function clipProbability(a: number): number {
	assertNumber(a, "a");
	return Math.min(Math.max(a, leastProbability), 1 - leastProbability);
}

/** 0-1 loss of one sample: 0 when a equals y, else 1. Source: LO-03. @throws TypeError unless both are numbers */
export function zeroOne(a: number, y: number): 0 | 1 {
	assertSample(a, y);
	return a === y ? 0 : 1;
}

/** Absolute loss |a − y| of one sample. Source: LO-04. @throws TypeError unless both are numbers */
export function absolute(a: number, y: number): number {
	assertSample(a, y);
	return Math.abs(a - y);
}

/** Hinge loss max(0, 1 − y·a) of one sample; y is 1 or −1. Source: LO-05. @throws TypeError unless both are numbers */
export function hinge(a: number, y: number): number {
	assertSample(a, y);
	return Math.max(0, 1 - y * a);
}

/** Exponential loss e^(−y·a) of one sample; y is 1 or −1. Source: LO-08. @throws TypeError unless both are numbers */
export function exponential(a: number, y: number): number {
	assertSample(a, y);
	return Math.exp(-y * a);
}

/** Squared loss (a − y)² of one sample, without ½. Source: LO-07. @throws TypeError unless both are numbers */
export function squared(a: number, y: number): number {
	assertSample(a, y);
	return (a - y) ** 2;
}

/** Slope of the squared loss by the prediction, 2(a − y). Source: LO-07. @throws TypeError unless both are numbers */
export function squaredSlope(a: number, y: number): number {
	assertSample(a, y);
	return 2 * (a - y);
}

/** Half the squared loss, ½(a − y)², of one sample. Source: LO-10. @throws TypeError unless both are numbers */
export function halfSquared(a: number, y: number): number {
	return squared(a, y) / 2;
}

/** Slope of half the squared loss by the prediction, a − y. Source: LO-10. @throws TypeError unless both are numbers */
export function halfSquaredSlope(a: number, y: number): number {
	assertSample(a, y);
	return a - y;
}

/**
 * Error of one sample with several outputs, ½ Σ (target − out)². Source: LO-11, NN-04.
 *
 * @param out one value per output
 * @param target as many, same order
 * @throws TypeError unless both are arrays of numbers; RangeError when their lengths differ
 */
export function networkError(out: Vector, target: Vector): number {
	return sum(zipWith(out, target, halfSquared));
}

/**
 * Mean square error over m samples, (1/2m) Σ (aᵢ − yᵢ)². Source: LO-10.
 *
 * @param predictions m values, one per sample, m ≥ 1
 * @param labels m values, same order
 * @throws TypeError unless both are arrays of numbers; RangeError when their lengths differ or are zero
 * @example mse([1, 2, 3], [1, 1, 1]) // 5/6
 */
export function mse(predictions: Vector, labels: Vector): number {
	const errors = subtract(predictions, labels);
	assertNotEmpty(errors, "predictions");
	return dot(errors, errors) / (2 * errors.length);
}

/** Gradient of {@link mse} by the predictions: m values (aᵢ − yᵢ)/m. Source: LO-10. @throws TypeError and RangeError as {@link mse} */
export function mseGradient(predictions: Vector, labels: Vector): number[] {
	const errors = subtract(predictions, labels);
	assertNotEmpty(errors, "predictions");
	return errors.map((error) => error / errors.length);
}

/**
 * Binary cross-entropy −[y ln a + (1 − y) ln(1 − a)] of one sample in nats, a clipped to [1e-12, 1 − 1e-12]; never infinite. Source: LO-06, LO-14.
 *
 * @param a probability of class 1, in [0, 1]
 * @param y 0 or 1, or a probability between
 * @throws TypeError unless both are numbers; RangeError when a or y lies outside [0, 1]
 */
export function binaryCrossEntropy(a: number, y: number): number {
	assertProbability(a, "a");
	assertProbability(y, "y");
	const p = clipProbability(a);
	return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}

/** Slope of {@link binaryCrossEntropy} by a: (a − y)/(a(1 − a)) with a clipped. Source: LO-14. @throws TypeError and RangeError as there */
export function binaryCrossEntropySlope(a: number, y: number): number {
	assertProbability(a, "a");
	assertProbability(y, "y");
	const p = clipProbability(a);
	return (p - y) / (p * (1 - p));
}

/** Slope of {@link binaryCrossEntropy} by the z of a sigmoid before it: a − y, not clipped. Source: LO-14. @throws TypeError and RangeError as there */
export function binaryCrossEntropySlopeZ(a: number, y: number): number {
	assertProbability(a, "a");
	assertProbability(y, "y");
	return a - y;
}

/**
 * Cross-entropy −Σ pᵢ ln qᵢ in nats, q clipped to [1e-12, 1 − 1e-12]. Source: LO-13, LO-16.
 *
 * @param q predicted probabilities, one per class
 * @param p true ones (often one-hot), as many, same order
 * @throws TypeError unless both are arrays of numbers; RangeError when the lengths differ or an entry lies outside [0, 1]
 * @example crossEntropy([0.1, 0.2, 0.7], [0, 0, 1]) // −ln 0.7
 */
export function crossEntropy(q: Vector, p: Vector): number {
	const terms = zipWith(q, p, (predicted, truth) => {
		assertProbability(predicted, "q");
		assertProbability(truth, "p");
		return truth === 0 ? 0 : -truth * Math.log(clipProbability(predicted));
	});
	return sum(terms);
}

/** Gradient of {@link crossEntropy} by q: −pᵢ/qᵢ, q clipped, one value per class. Source: LO-16. @throws TypeError and RangeError as there */
export function crossEntropyGradient(q: Vector, p: Vector): number[] {
	return zipWith(q, p, (predicted, truth) => {
		assertProbability(predicted, "q");
		assertProbability(truth, "p");
		return truth === 0 ? 0 : -truth / clipProbability(predicted);
	});
}

/**
 * Gradient of cross-entropy behind a softmax by the scores z: softmax(z) − y, one value per class. Source: LO-16, AC-07.
 *
 * @param y true probabilities that sum to 1
 * @throws TypeError unless both are arrays of numbers; RangeError when the lengths differ or are zero
 */
export function logitGradient(z: Vector, y: Vector): number[] {
	return subtract(softmax(z), y);
}

/** Information −ln p of an event, in nats; Infinity for an event of probability 0. Source: LO-13. @throws TypeError unless p is a number; RangeError outside [0, 1] */
export function information(p: number): number {
	assertProbability(p, "p");
	return -Math.log(p);
}

/** Entropy −Σ pᵢ ln pᵢ in nats; 0·ln 0 counts as 0. Source: LO-13. @throws TypeError unless p is an array of numbers; RangeError outside [0, 1] */
export function entropy(p: Vector): number {
	return sum(
		zipWith(p, p, (probability) => {
			assertProbability(probability, "p");
			return probability === 0 ? 0 : -probability * Math.log(probability);
		}),
	);
}

/** True when no entry is negative and they add up to 1, to 1e-9. Source: LO-13. @throws TypeError unless p is an array of numbers */
export function isDistribution(p: Vector): boolean {
	return (
		Math.abs(sum(p) - 1) <= 1e-9 && p.every((probability) => probability >= 0)
	);
}

function assertSample(a: number, y: number): void {
	assertNumber(a, "a");
	assertNumber(y, "y");
}

/** NaN passes, so that a diverged network's loss is NaN and not an error. */
function assertProbability(value: number, name: string): void {
	assertNumber(value, name);
	if (value < 0 || value > 1)
		throw new RangeError(`${name} must be in [0, 1], got ${value}`);
}
