// Class: attempts to get out
// Mechanism: Atomics, SharedArrayBuffer and waiting
// Expected: partial, at most 3 points.
// Waits for ever, for nobody.
export function backward(x, values, y) {
	const found = [];
	for (const key of ["Atomics", "SharedArrayBuffer", "WebAssembly", "WeakRef", "FinalizationRegistry", "Intl", "eval", "ShadowRealm"]) if (key in globalThis) found.push(key);
	if (typeof Atomics === "object") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Infinity);
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
