// slip: in factors the derivative by b forgets the path through y: factorB = 3y instead of 2x + 3y
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
	return { factorW: 2 * y, factorB: 3 * y };
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
	for (let updates = 0; ; updates++) {
		const x = 2 * w + 3 * b;
		const y = 2 * b + 1;
		const z = x * y;
		const deltaZ = z - target;
		const { factorW, factorB } = factors(x, y);
		steps.push({ w, b, x, y, z, deltaZ, factorW, factorB });
		const converged = Math.abs(deltaZ) < error;
		const stuck = factorW === 0 || factorB === 0;
		if (converged || stuck || updates === maxUpdates) {
			return { w, b, z, updates, converged, steps };
		}
		w -= deltaZ / 2 / factorW;
		b -= deltaZ / 2 / factorB;
	}
}
