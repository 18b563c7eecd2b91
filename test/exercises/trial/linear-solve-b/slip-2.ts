// slip: in solveB each pass is recorded after b was changed, so steps[k].b is already the b of the next pass while x, y, z, deltaZ, factor are still those of pass k (the last entry and the result are right)
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
		converged = Math.abs(deltaZ) < error;
		if (converged || factor === 0 || updates >= maxUpdates) {
			steps.push({ b, x, y, z, deltaZ, factor });
			break;
		}
		b = b - deltaZ / factor;
		updates++;
		steps.push({ b, x, y, z, deltaZ, factor });
	}
	return { b, z, updates, converged, steps };
}
