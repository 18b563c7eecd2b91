export function backward(
	x: number,
	values: { a: number; b: number; c: number },
	y: number,
): { deltaC: number; deltaB: number; deltaA: number; deltaX: number } {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	const deltaX = deltaA / (2 * x);
	return { deltaC, deltaB, deltaA, deltaX };
}

export function nextX(x: number, deltaX: number): number {
	return x - deltaX;
}
