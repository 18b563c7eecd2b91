// Class: output and console floods
// Mechanism: every result just within its limit
// Expected: output_limit|partial|time_limit, at most 3 points.
// Each answer keeps to its limit; together they would drown the judge.
export function backward(x, values, y) {
	return Array.from({ length: 60_000 }, () => []);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
