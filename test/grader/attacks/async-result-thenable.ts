// Class: code outside the timeout
// Mechanism: async function whose result has a looping then
// Expected: time_limit|memory_limit, at most 0 points.
// The job that adopts the result is where the loop stands.
export async function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1, then() { for (;;); } };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
