// Class: values that are not what they seem
// Mechanism: a graph that is huge when it is written out
// Expected: output_limit|time_limit, at most 3 points.
// Answers with a small graph that is huge when written out.
export function backward(x, values, y) {
	let wide = [1];
	for (let depth = 0; depth < 20; depth++) wide = [wide, wide, wide];
	return wide;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
