// Class: forged text
// Mechanism: HTML, scripts and Markdown
// Expected: runtime_error, at most 3 points.
// A page that trusted it would run it.
export function backward(x, values, y) {
	const markup = '<script>fetch("/api/v1/tokens")</script><img src=x onerror=alert(1)>"><svg/onload=alert(2)> [a](javascript:alert(3)) ${alert(4)} {{7*7}}';
	console.log(markup);
	if (x > 2.5) throw new RangeError(markup);
	return { deltaC: markup, [markup]: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
