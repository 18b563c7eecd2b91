// Class: attempts to get out
// Mechanism: constructors of what the harness hands in
// Expected: partial, at most 3 points.
// Arguments are objects of the student's own realm, or not.
export function backward(x, values, y) {
	const found = [];
	if (Object.getPrototypeOf(values) !== Object.prototype) found.push(1);
	for (const given of [values, x, y, console, console.log, Math.random, Date.now]) {
		try { found.push(given.constructor.constructor("return process")()); } catch {}
		try { found.push(Object.getPrototypeOf(Object.getPrototypeOf(given.log ?? given)).constructor.constructor("return 1")()); } catch {}
	}
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
