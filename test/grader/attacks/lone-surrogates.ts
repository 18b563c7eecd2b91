// Class: forged text
// Mechanism: halves of surrogate pairs, NUL and byte order marks
// Expected: runtime_error, at most 3 points.
// Texts that no encoding keeps.
export function backward(x, values, y) {
	const text = "\ud800 \udfff \u0000 \ufeff \ufffe";
	console.log(text);
	if (x > 2.5) throw new Error(text);
	return { [text]: text, deltaC: text, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
