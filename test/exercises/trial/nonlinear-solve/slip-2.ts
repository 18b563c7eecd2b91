// slip: solve tests deltaC < error without the absolute value, so every c below the target counts as converged.
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

export function update(x: number, deltaX: number): number {
	const next = x - deltaX;
	return next < 1 ? 1.1 : next;
}

function play(x: number, y: number): Round {
	const a = x ** 2;
	const b = Math.log(a);
	const c = Math.sqrt(b);
	const deltaC = c - y;
	const deltaB = deltaC * 2 * Math.sqrt(b);
	const deltaA = deltaB * a;
	const deltaX = deltaA / (2 * x);
	return { x, a, b, c, deltaC, deltaB, deltaA, deltaX };
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
	let converged = false;
	let c = 0;
	while (!converged && trace.length < maxRounds) {
		const round = play(x, y);
		trace.push(round);
		c = round.c;
		converged = round.deltaC < error;
		if (!converged) x = update(x, round.deltaX);
	}
	return { x, c, rounds: trace.length, converged, trace };
}
