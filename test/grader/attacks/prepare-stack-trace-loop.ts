// Class: code outside the timeout
// Mechanism: Error.prepareStackTrace
// Expected: runtime_error, at most 3 points.
// Loops where V8 formats the stack of a thrown error.
try { Error.prepareStackTrace = () => { for (;;); }; } catch {}
try { Object.defineProperty(Error, "prepareStackTrace", { get() { for (;;); } }); } catch {}
try { Error.stackTraceLimit = Infinity; } catch {}
export function backward(x, values, y) {
	throw new Error("look at my stack");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
