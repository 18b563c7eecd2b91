// slip: stepsToReach compares the signed gap at the start with the distance, so any start left of the center counts as having arrived after 0 steps.
export type Behaviour =
	| "one-sided"
	| "one step"
	| "zigzag"
	| "oscillates"
	| "diverges";

function mustBePositive(eta: number): void {
	if (eta <= 0) throw new RangeError("eta must be positive");
}

export function path(
	center: number,
	offset: number,
	x0: number,
	eta: number,
	steps: number,
): { xs: number[]; js: number[] } {
	const xs = [x0];
	for (let n = 0; n < steps; n++) {
		xs.push(xs[n] - eta * 2 * (xs[n] - center));
	}
	const js = xs.map((x) => (x - center) ** 2 + offset);
	return { xs, js };
}

export function classify(eta: number): Behaviour {
	mustBePositive(eta);
	if (eta > 1) return "diverges";
	if (eta === 1) return "oscillates";
	if (eta > 0.5) return "zigzag";
	if (eta === 0.5) return "one step";
	return "one-sided";
}

export function stepsToReach(
	center: number,
	x0: number,
	eta: number,
	distance: number,
): number | null {
	mustBePositive(eta);
	let gap = x0 - center;
	if (gap <= distance) return 0;
	if (eta === 0.5) return 1;
	if (eta >= 1 || distance === 0) return null;
	const factor = 1 - 2 * eta;
	let n = 0;
	while (Math.abs(gap) > distance) {
		gap *= factor;
		n++;
	}
	return n;
}

export function decay(
	kind: "inverse" | "exponential",
	eta0: number,
	k: number,
	steps: number,
): number[] {
	const rates: number[] = [];
	for (let n = 0; n < steps; n++) {
		rates.push(
			kind === "inverse" ? eta0 / (1 + k * n) : eta0 * Math.exp(-k * n),
		);
	}
	return rates;
}
