// Class: values that are not what they seem
// Mechanism: BigInt values
// Expected: partial, at most 3 points.
// Equal to numbers under a loose comparison.
export function backward(x, values, y) {
	return { deltaC: 0n, deltaB: 1n, deltaA: 2n ** 64n, deltaX: -1n };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
