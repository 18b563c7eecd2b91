// Class: tampering with the realm
// Mechanism: Math.random and Date restored from elsewhere
// Expected: accepted, at most 15 points.
// Real randomness would make every answer another one.
try { Math.random = () => 0.5; } catch {}
try { delete globalThis.Date; } catch {}
const RealDate = (new Date(0)).constructor;
export function backward(x, values, y) {
	const noise = new RealDate().getTime() + RealDate.now() + new RealDate(2020, 1, 1).getTime();
	const deltaC = values.c - y + (noise % 1) + (Math.random() - Math.random()) * 0;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
