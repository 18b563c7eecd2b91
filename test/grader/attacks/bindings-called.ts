// Class: attempts to get out
// Mechanism: process.binding, getBuiltinModule and mainModule
// Expected: partial, at most 3 points.
// Calls what would give the system, if it were there.
export function backward(x, values, y) {
	const found = [];
	for (const attempt of [() => process.binding("fs"), () => process.getBuiltinModule("fs"), () => process.mainModule.require("child_process"), () => require("fs"), () => globalThis.process.exit(1), () => process.kill(process.ppid, 9), () => module.constructor._load("fs"), () => Deno.exit(), () => Bun.write()])
		try { attempt(); found.push(attempt); } catch {}
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
