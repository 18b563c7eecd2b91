// Class: attempts to get out
// Mechanism: V8's natives and debugger
// Expected: partial, at most 3 points.
// %DebugPrint, debugger and console.profile.
export function backward(x, values, y) {
	const found = [];
	debugger;
	for (const key of ["profile", "timeStamp", "context", "table", "dir", "memory"]) if (key in console) found.push(key);
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
