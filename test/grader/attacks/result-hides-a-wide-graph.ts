// Class: code outside the timeout
// Mechanism: symbol keys and hidden properties in a result
// Expected: time_limit|output_limit|partial, at most 3 points.
// What the encoder does not write is still walked when shared arguments are looked for.
export function backward(x, values, y) {
	let wide = [1];
	for (let level = 0; level < 22; level++) {
		const next = [];
		for (const name of ["a", "b", "c"]) Object.defineProperty(next, name, { value: wide });
		next[Symbol("d")] = wide;
		wide = next;
	}
	return wide;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
