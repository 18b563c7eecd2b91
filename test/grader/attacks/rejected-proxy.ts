// Class: code outside the timeout
// Mechanism: rejection with a proxy whose traps loop
// Expected: time_limit|runtime_error, at most 3 points.
// What isolated-vm copies of an unhandled rejection is student code.
export function backward(x, values, y) {
	const loop = () => { for (;;); };
	Promise.reject(new Proxy(new Error("x"), { get: loop, has: loop, ownKeys: loop, getPrototypeOf: loop, getOwnPropertyDescriptor: loop }));
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
