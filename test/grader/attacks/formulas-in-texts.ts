// Class: forged text
// Mechanism: spreadsheet formulas
// Expected: runtime_error, at most 3 points.
// A gradebook that is opened in a spreadsheet would compute them.
export function backward(x, values, y) {
	const formula = '=HYPERLINK("http://localhost/?"&A1,"x")\t@SUM(1)\n+1\r-1,"';
	console.log(formula);
	if (x > 2.5) throw new TypeError(formula);
	return { deltaC: formula, deltaB: "+1", deltaA: "-1", deltaX: "@x" };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
