// Class: tampering with the realm
// Mechanism: toString and valueOf of the primitives
// Expected: partial, at most 3 points.
// Numbers print themselves as the student likes.
for (const owner of [Number, String, Boolean, BigInt, Symbol, Object, Function]) {
	for (const key of ["toString", "valueOf", "toLocaleString", Symbol.toPrimitive]) {
		try { Object.defineProperty(owner.prototype, key, { value: () => "0" }); } catch {}
	}
}
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
