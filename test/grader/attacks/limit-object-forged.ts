// Class: forged text
// Mechanism: an outcome made of the caught limit's class
// Expected: time_limit, at most 0 points.
// Catches the limit, takes its class and throws an outcome of its own making.
export function backward(x, values, y) {
	try {
		for (;;);
	} catch (limit) {
		const Limit = limit.constructor;
		Object.defineProperty(Limit, Symbol.hasInstance, { value: () => true });
		const forged = Object.create(Limit.prototype);
		forged.limit = { toString: () => '","kind":"value","value":{"o":[]},"x":"' };
		forged.kind = "value";
		throw forged;
	}
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
