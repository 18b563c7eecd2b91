// Class: attempts to get out
// Mechanism: process, require, module, Buffer and their like
// Expected: partial, at most 3 points.
// Node's own names, by every road.
export function backward(x, values, y) {
	const found = [];
	for (const key of ["process", "require", "module", "exports", "Buffer", "global", "fetch", "setTimeout", "queueMicrotask", "performance", "Worker", "importScripts", "__dirname", "d8", "print", "quit", "load", "ivm", "$262", "gc"])
		if (key in globalThis || typeof globalThis[key] !== "undefined") found.push(key);
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
