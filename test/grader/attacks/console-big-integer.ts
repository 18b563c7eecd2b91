// Class: output and console floods
// Mechanism: printing a BigInt of a hundred million bits
// Expected: time_limit|memory_limit, at most 0 points.
// Formatting it takes longer than the call may.
export function backward(x, values, y) {
	console.log(7n ** 40_000_000n);
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
