// Class: tampering with the realm
// Mechanism: Promise and its prototype
// Expected: partial, at most 3 points.
// Whoever waits, waits for the student.
Promise.prototype.then = function () { return this; };
Promise.prototype.constructor = class { constructor(run) { run(() => {}, () => {}); } };
Promise.resolve = Promise.all = () => ({ then: (done) => done({ deltaC: 0 }) });
globalThis.Promise = undefined;
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
