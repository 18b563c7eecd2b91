// Class: theft of hidden information
// Mechanism: hidden arguments returned, then three deaths before anyone compares
// Expected: time_limit, at most 3 points.
// Remembers hidden inputs, hands them out in a later answer, and dies three times before anyone compares.
const remembered = [];
export function backward(x, values, y) {
	remembered.push("leak" + x);
	if (remembered.length > 18) for (;;);
	console.log(remembered.join());
	return { deltaC: remembered.join(), deltaB: 0, deltaA: 0, deltaX: 0 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
