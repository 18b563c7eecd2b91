export type Behaviour =
	| "one-sided"
	| "one step"
	| "zigzag"
	| "oscillates"
	| "diverges";

/** Descent on J = (x − center)² + offset: the points, the start first, and J at each of them. */
export function path(
	center: number,
	offset: number,
	x0: number,
	eta: number,
	steps: number,
): { xs: number[]; js: number[] } {
	const xs = [x0];
	let x = x0;
	while (xs.length <= steps) {
		x -= eta * 2 * (x - center);
		xs.push(x);
	}
	return { xs, js: xs.map((point) => (point - center) ** 2 + offset) };
}

/** What every step multiplies the gap x − center by. */
function gapFactor(eta: number): number {
	if (eta <= 0) throw new RangeError(`expected a rate above 0; got ${eta}`);
	return 1 - 2 * eta;
}

/** The sign of the factor tells on which side the next point lies, its size whether it is nearer. */
export function classify(eta: number): Behaviour {
	const factor = gapFactor(eta);
	if (factor > 0) return "one-sided";
	if (factor === 0) return "one step";
	if (factor > -1) return "zigzag";
	return factor === -1 ? "oscillates" : "diverges";
}

/** The first n with |xₙ − center| ≤ distance, or null. */
export function stepsToReach(
	center: number,
	x0: number,
	eta: number,
	distance: number,
): number | null {
	const factor = Math.abs(gapFactor(eta));
	let gap = Math.abs(x0 - center);
	if (gap <= distance) return 0;
	// Only a factor below 1 shrinks the gap, and only the factor 0 closes it.
	if (factor >= 1 || (distance === 0 && factor > 0)) return null;
	let steps = 0;
	while (gap > distance) {
		gap *= factor;
		steps++;
	}
	return steps;
}

/** Rates that grow smaller from step to step, the first being η₀. */
export function decay(
	kind: "inverse" | "exponential",
	eta0: number,
	k: number,
	steps: number,
): number[] {
	return Array.from({ length: steps }, (_, n) =>
		kind === "inverse" ? eta0 / (1 + k * n) : eta0 * Math.exp(-k * n),
	);
}
