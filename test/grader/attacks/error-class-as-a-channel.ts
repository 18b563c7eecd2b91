// Class: theft of hidden information
// Mechanism: which class of error a hidden call throws
// Expected: runtime_error|partial|accepted, at most 15 points.
// Six classes, chosen by what was seen before.
const seen = [];
export function backward(x, values, y) {
	seen.push(x);
	if (x > 4.3 && x < 9) throw new [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError][Math.floor(seen[0] * 1e6) % 6]("carried" + seen[0]);
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
