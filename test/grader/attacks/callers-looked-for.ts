// Class: tampering with the realm
// Mechanism: callee, caller and arguments of the functions above
// Expected: partial, at most 3 points.
// The harness's functions are on the stack.
const found = [];
function look() {
	for (const read of [() => look.caller, () => look.arguments, () => arguments.callee, () => arguments.callee.caller, () => Object.getOwnPropertyDescriptor(Function.prototype, "caller").get.call(look)]) {
		try { const value = read(); if (value) found.push(value); } catch {}
	}
}
export function backward(x, values, y) {
	look();
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
