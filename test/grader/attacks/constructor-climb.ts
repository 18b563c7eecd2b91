// Class: attempts to get out
// Mechanism: constructors of functions
// Expected: partial, at most 3.2 points.
// Looks for a way to make code from text, whose loops nobody counts.
export function backward(x, values, y) {
	const found = [];
	const kinds = [() => 0, async () => 0, function* () {}, async function* () {}, class {}];
	for (const kind of kinds) {
		for (let step = kind; step; step = Object.getPrototypeOf(step)) {
			try { found.push(step.constructor("return 7")()); } catch {}
			try { found.push(new step.constructor("return 7")()); } catch {}
			try { found.push(Reflect.construct(step.constructor, ["return 7"], kind)()); } catch {}
		}
	}
	try { found.push((0, eval)("7")); } catch {}
	try { found.push(new Function("return 7")()); } catch {}
	try { found.push([].constructor.constructor("return 7")()); } catch {}
	if (found.includes(7)) for (;;);
	return { deltaC: 0, deltaB: 0, deltaA: 0, deltaX: 0 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
