/** 1 / (1 + e^−z). */
export function sigmoid(z: number): number {
	return 0;
}

/** The slope of the sigmoid at z. */
export function dSigmoid(z: number): number {
	return 0;
}

/** The hyperbolic tangent of z; Math.tanh is allowed. */
export function tanh(z: number): number {
	return 0;
}

/** The slope of tanh at z. */
export function dTanh(z: number): number {
	return 0;
}

/** The rectifier: z if it is positive, else 0. */
export function relu(z: number): number {
	return 0;
}

/** The slope of the rectifier at z. */
export function dRelu(z: number): number {
	return 0;
}

/** The sigmoid of the line 2x + 1. */
export function lineSigmoid(x: number): number {
	return 0;
}
