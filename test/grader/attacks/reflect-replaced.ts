// Class: tampering with the realm
// Mechanism: Reflect.* and Object.* replaced
// Expected: partial, at most 3 points.
// What the encoder reads with is said to be there.
for (const owner of [Reflect, Object]) {
	for (const key of Reflect.ownKeys(owner)) {
		if (typeof owner[key] === "function" && key !== "ownKeys") try { owner[key] = () => ({ value: 0, enumerable: true }); } catch {}
	}
}
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
