// Class: output and console floods
// Mechanism: thousands of short texts, each as long as is shown
// Expected: partial|output_limit, at most 3 points.
// Every value within its limit, and a report that nobody could store by the thousand.
export function backward(x, values, y) {
	const texts = Array.from({ length: 60 }, () => "\u2028".repeat(499));
	return { deltaC: texts, deltaB: texts, deltaA: Object.fromEntries(texts.map((text, index) => [text + index, 1])), deltaX: texts };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
