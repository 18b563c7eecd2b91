// Class: attempts to get out
// Mechanism: errors that the engine itself throws
// Expected: partial, at most 3 points.
// Made in which realm? With whose constructors?
export function backward(x, values, y) {
	const found = [];
	const throwers = [() => null.x, () => missing, () => new Array(-1), () => "".repeat(-1), () => decodeURIComponent("%"), () => JSON.parse("{"), () => 1n + 1, () => new RegExp("("), () => { const deep = () => deep(); deep(); }, () => structuredClone({}), () => Symbol() + ""];
	for (const thrower of throwers) try { thrower(); } catch (error) {
		if (!(error instanceof Error)) found.push(error);
		try { found.push(error.constructor.constructor("return globalThis.process")()); } catch {}
	}
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
