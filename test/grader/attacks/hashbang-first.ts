#!/usr/bin/env node
// Class: attacks on the transform
// Mechanism: hashbang line
// Expected: accepted, at most 15 points.
// A first line that only a file may have; the answer is right.
export function backward(x, values, y) {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
