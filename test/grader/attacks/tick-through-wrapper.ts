// Class: tampering with the realm
// Mechanism: the module function's arguments, this and new.target
// Expected: partial, at most 3 points.
// The counter was handed to the function around the module.
const around = typeof arguments === "object" ? [...arguments] : [];
const self = this;
export function backward(x, values, y) {
	for (const each of around) try { each(-1e9); each(NaN); } catch {}
	if (around.length || self) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
