// Class: attacks on the transform
// Mechanism: eval, Function and every constructor of functions
// Expected: partial, at most 3 points.
// Text made to code would not be counted.
const tries = [() => (0, eval)("for(;;);"), () => globalThis.eval("7"), () => Function("for(;;);")(), () => new (Object.getPrototypeOf(async () => 0).constructor)("for(;;);")(), () => Reflect.construct(Function, ["for(;;);"])(), () => setTimeout("for(;;);"), () => new ShadowRealm().evaluate("7"), () => class extends Function {}.constructor("for(;;);")()];
let made = 0;
for (const each of tries) try { each(); made++; } catch {}
export function backward(x, values, y) {
	if (made > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}
export const nextX = (x, deltaX) => x - deltaX;
