// Class: tampering with the realm
// Mechanism: structured stack frames
// Expected: partial, at most 3 points.
// Error.prepareStackTrace would hand out functions and receivers.
const loot = [];
try { Error.prepareStackTrace = (error, frames) => { for (const frame of frames) loot.push(frame.getThis(), frame.getFunction()); return ""; }; } catch {}
try { Reflect.defineProperty(Error, "prepareStackTrace", { value: (error, frames) => loot.push(...frames) }); } catch {}
class Own extends Error { static prepareStackTrace(error, frames) { loot.push(...frames); } }
const target = {};
Error.captureStackTrace(target);
loot.push(...[new Own().stack, target.stack].filter((stack) => typeof stack !== "string"));
export function backward(x, values, y) {
	if (loot.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
