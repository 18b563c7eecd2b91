// Class: code outside the timeout
// Mechanism: for await over an async generator
// Expected: time_limit, at most 0 points.
// Two state machines feed each other in promise jobs.
export function backward(x, values, y) {
	async function* numbers() { for (let number = 0; ; number++) yield number; }
	(async () => { let sum = 0; for await (const number of numbers()) sum += number; })();
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
