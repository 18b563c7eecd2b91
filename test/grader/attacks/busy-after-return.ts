// Class: theft across submissions
// Mechanism: a chain of promise jobs just below the budget
// Expected: accepted, at most 15 points.
// Works on after its answer as long as it may, in every call.
export function backward(x, values, y) {
	let left = 20_000;
	const again = () => { if (left-- > 0) return Promise.resolve().then(again); };
	again();
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
