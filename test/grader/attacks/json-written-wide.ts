// Class: built-in without interrupt check
// Mechanism: JSON.stringify of a graph that doubles at each level
// Expected: time_limit|memory_limit|runtime_error, at most 13.8 points.
// Thirty lists that are a thousand million when written out.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	let wide = [1];
	for (let level = 0; level < 30; level++) wide = [wide, wide];
	return JSON.stringify(wide).length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
