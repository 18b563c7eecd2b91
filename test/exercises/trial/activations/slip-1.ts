// slip: lineSigmoid puts the line behind the sigmoid, 2·σ(x) + 1, instead of taking the sigmoid of 2x + 1.
export function sigmoid(z: number): number {
	return 1 / (1 + Math.exp(-z));
}

export function dSigmoid(z: number): number {
	const s = sigmoid(z);
	return s * (1 - s);
}

export function tanh(z: number): number {
	return Math.tanh(z);
}

export function dTanh(z: number): number {
	const t = tanh(z);
	return 1 - t * t;
}

export function relu(z: number): number {
	return z > 0 ? z : 0;
}

export function dRelu(z: number): number {
	return z > 0 ? 1 : 0;
}

export function lineSigmoid(x: number): number {
	return 2 * sigmoid(x) + 1;
}
