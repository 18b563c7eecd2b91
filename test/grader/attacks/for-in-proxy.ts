// Class: attacks on the transform
// Mechanism: for-in over a proxy without end
// Expected: time_limit|memory_limit|runtime_error, at most 3 points.
// The keys are made while they are walked.
export function backward(x, values, y) {
	let chain = {};
	const endless = new Proxy({}, { ownKeys: () => ["a" + Math.random()], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }), getPrototypeOf: () => endless });
	for (const key in endless) chain = key;
}
export const nextX = (x, deltaX) => x - deltaX;
