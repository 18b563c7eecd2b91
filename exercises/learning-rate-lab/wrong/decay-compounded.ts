export function path(
	center: number,
	offset: number,
	x0: number,
	eta: number,
	steps: number,
): { xs: number[]; js: number[] } {
	const xs: number[] = [];
	const js: number[] = [];
	let x = x0;
	for (let n = 0; n <= steps; n++) {
		xs.push(x);
		js.push((x - center) ** 2 + offset);
		x = x - eta * 2 * (x - center);
	}
	return { xs, js };
}

export function classify(eta: number): string {
	if (eta <= 0) throw new RangeError("eta must be positive");
	if (eta < 0.5) return "one-sided";
	if (eta === 0.5) return "one step";
	if (eta < 1) return "zigzag";
	if (eta === 1) return "oscillates";
	return "diverges";
}

export function stepsToReach(
	center: number,
	x0: number,
	eta: number,
	distance: number,
): number | null {
	if (eta <= 0) throw new RangeError("eta must be positive");
	const gap = Math.abs(x0 - center);
	if (gap <= distance) return 0;
	if (eta === 0.5) return 1;
	if (eta >= 1 || distance === 0) return null;
	let n = 0;
	while (gap * Math.abs(1 - 2 * eta) ** n > distance) n++;
	return n;
}

export function decay(
	kind: "inverse" | "exponential",
	eta0: number,
	k: number,
	steps: number,
): number[] {
	const rates: number[] = [];
	let eta = eta0;
	for (let n = 0; n < steps; n++) {
		eta = kind === "inverse" ? eta / (1 + k * n) : eta * Math.exp(-k * n);
		rates.push(eta);
	}
	return rates;
}
