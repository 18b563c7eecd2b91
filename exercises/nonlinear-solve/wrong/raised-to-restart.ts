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

function forward(x: number) {
	const a = x * x;
	const b = Math.log(a);
	const c = Math.sqrt(b);
	return { a, b, c };
}

function backward(x: number, a: number, b: number, c: number, y: number) {
	const deltaC = c - y;
	const deltaB = deltaC * 2 * Math.sqrt(b);
	const deltaA = deltaB * a;
	const deltaX = deltaA / (2 * x);
	return { deltaC, deltaB, deltaA, deltaX };
}

export function update(x: number, deltaX: number): number {
	return Math.max(x - deltaX, 1.1);
}

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
	let current = x;
	let c = 0;
	while (trace.length < maxRounds) {
		const values = forward(current);
		c = values.c;
		const deltas = backward(current, values.a, values.b, c, y);
		trace.push({ x: current, ...values, ...deltas });
		if (Math.abs(deltas.deltaC) < error) {
			return { x: current, c, rounds: trace.length, converged: true, trace };
		}
		current = update(current, deltas.deltaX);
	}
	return { x: current, c, rounds: trace.length, converged: false, trace };
}
