// Class: attempts to get out
// Mechanism: objects of the host among the globals
// Expected: partial, at most 3 points.
// References, callbacks and copies of isolated-vm.
export function backward(x, values, y) {
	const found = [];
	const pending = [globalThis];
	const seen = new Set();
	for (let next = pending.pop(); next && seen.size < 3_000; next = pending.pop()) {
		if (seen.has(next)) continue;
		seen.add(next);
		for (const key of Reflect.ownKeys(next)) {
			const descriptor = Reflect.getOwnPropertyDescriptor(next, key);
			for (const value of [descriptor?.value, descriptor?.get, Reflect.getPrototypeOf(next)]) {
				if ((typeof value !== "object" && typeof value !== "function") || value === null) continue;
				if (typeof value.applySync === "function" || typeof value.derefInto === "function" || typeof value.copySync === "function") found.push(value);
				pending.push(value);
			}
		}
	}
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
