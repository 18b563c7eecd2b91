/** Squeezes any z into (0, 1). */
export function sigmoid(z: number): number {
	return 1 / (1 + Math.exp(-z));
}

/** Slope of the sigmoid at z, written with its own value. */
export function dSigmoid(z: number): number {
	const s = sigmoid(z);
	return s * (1 - s);
}

/** Squeezes any z into (−1, 1). The library's function does not overflow where (e^z − e^−z)/(e^z + e^−z) would. */
export function tanh(z: number): number {
	return Math.tanh(z);
}

/** Slope of tanh at z. */
export function dTanh(z: number): number {
	return 1 - tanh(z) ** 2;
}

/** Lets positive z pass and nothing else. */
export function relu(z: number): number {
	return Math.max(0, z);
}

/** Slope of the rectifier; at the corner it is 0 by agreement. */
export function dRelu(z: number): number {
	return z > 0 ? 1 : 0;
}

/** A neuron with weight 2 and bias 1 behind a sigmoid. */
export function lineSigmoid(x: number): number {
	return sigmoid(2 * x + 1);
}
