// Class: output and console floods
// Mechanism: printing a proxy whose traps loop
// Expected: time_limit, at most 0 points.
// Formatting asks it for its keys.
export function backward(x, values, y) {
	const loop = () => { for (;;); };
	console.log(new Proxy({}, { ownKeys: loop, getOwnPropertyDescriptor: loop }));
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
