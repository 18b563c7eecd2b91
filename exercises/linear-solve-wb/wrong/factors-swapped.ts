export interface StepWB {
	w: number;
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factorW: number;
	factorB: number;
}

export function factors(
	x: number,
	y: number,
): { factorW: number; factorB: number } {
	const factorW = 3 * y + 2 * x;
	const factorB = 2 * y;
	return { factorW, factorB };
}

export function solveWB(
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
): {
	w: number;
	b: number;
	z: number;
	updates: number;
	converged: boolean;
	steps: StepWB[];
} {
	const steps: StepWB[] = [];
	let updates = 0;
	while (true) {
		const x = 2 * w + 3 * b;
		const y = 2 * b + 1;
		const z = x * y;
		const deltaZ = z - target;
		const { factorW, factorB } = factors(x, y);
		steps.push({ w, b, x, y, z, deltaZ, factorW, factorB });
		if (Math.abs(deltaZ) < error) {
			return { w, b, z, updates, converged: true, steps };
		}
		if (factorW === 0 || factorB === 0 || updates === maxUpdates) {
			return { w, b, z, updates, converged: false, steps };
		}
		const deltaW = deltaZ / 2 / factorW;
		const deltaB = deltaZ / 2 / factorB;
		w -= deltaW;
		b -= deltaB;
		updates++;
	}
}
