// slip: in solveB the two paths of the derivative are crossed: factor = 3x + 2y instead of 2x + 3y
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
		const factor = 3 * x + 2 * y;
		steps.push({ b, x, y, z, deltaZ, factor });
		converged = Math.abs(deltaZ) < error;
		if (converged || factor === 0 || updates >= maxUpdates) break;
		b = b - deltaZ / factor;
		updates++;
	}
	return { b, z, updates, converged, steps };
}
