// Class: attacks on the transform
// Mechanism: labels, continue and empty bodies
// Expected: time_limit, at most 0 points.
// Every way round the first statement of a loop.
export function backward(x, values, y) {
	let turns = 0;
	mark: do { continue mark; } while (++turns);
	for (;;) continue;
}
export const nextX = (x, deltaX) => x - deltaX;
