// Class: code outside the timeout
// Mechanism: FinalizationRegistry and WeakRef
// Expected: partial, at most 3 points.
// Would go on when the garbage is collected, after the call.
export function backward(x, values, y) {
	const loop = () => { for (;;); };
	if (typeof FinalizationRegistry === "function") {
		const registry = new FinalizationRegistry(loop);
		for (let index = 0; index < 1000; index++) registry.register({ index }, index);
	}
	if (typeof WeakRef === "function") for (;;);
	let garbage = [];
	for (let index = 0; index < 100; index++) garbage = new Array(10_000).fill(index);
	return { deltaC: 1, deltaB: 1, deltaA: garbage.length, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
