/** What one round computed: its x, the forward values and the deltas. */
export interface Round {
	x: number;
	a: number;
	b: number;
	c: number;
	deltaC: number;
	deltaB: number;
	deltaA: number;
	deltaX: number;
}

/** The five people, left to right. */
function forward(x: number) {
	const a = x * x;
	const b = Math.log(a);
	return { a, b, c: Math.sqrt(b) };
}

/** The error, right to left: each step divides by a local derivative. */
function backward(
	x: number,
	values: { a: number; b: number; c: number },
	y: number,
) {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	const deltaX = deltaA / (2 * x);
	return { deltaC, deltaB, deltaA, deltaX };
}

/** The next x. Below 1 the logarithm is negative, so a step that falls there starts again at 1.1. */
export function update(x: number, deltaX: number): number {
	const next = x - deltaX;
	return next < 1 ? 1.1 : next;
}

/** Plays rounds until |c − y| < error or `maxRounds` rounds are over. */
export function solve(
	x: number,
	y: number,
	error: number,
	maxRounds: number,
): {
	x: number;
	c: number;
	rounds: number;
	converged: boolean;
	trace: Round[];
} {
	const trace: Round[] = [];
	let guess = x;
	for (;;) {
		const values = forward(guess);
		const deltas = backward(guess, values, y);
		trace.push({ x: guess, ...values, ...deltas });
		const converged = Math.abs(deltas.deltaC) < error;
		if (!converged) guess = update(guess, deltas.deltaX);
		if (converged || trace.length >= maxRounds) {
			return { x: guess, c: values.c, rounds: trace.length, converged, trace };
		}
	}
}
