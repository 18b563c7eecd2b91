// Class: values that are not what they seem
// Mechanism: valueOf and Symbol.toPrimitive
// Expected: partial, at most 3 points.
// An object that becomes whatever number it is compared with.
export function backward(x, values, y) {
	let look = 0;
	const any = { valueOf: () => look++, [Symbol.toPrimitive]: () => NaN, toString: () => "0" };
	return { deltaC: any, deltaB: any, deltaA: any, deltaX: any };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
