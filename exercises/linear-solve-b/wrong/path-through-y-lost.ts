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
	let current = b;
	let updates = 0;
	while (true) {
		const x = 2 * w + 3 * current;
		const y = 2 * current + 1;
		const z = x * y;
		const deltaZ = z - target;
		const factor = 3 * y;
		steps.push({ b: current, x, y, z, deltaZ, factor });
		if (Math.abs(deltaZ) < error) {
			return { b: current, z, updates, converged: true, steps };
		}
		if (factor === 0 || updates === maxUpdates) {
			return { b: current, z, updates, converged: false, steps };
		}
		current = current - deltaZ / factor;
		updates++;
	}
}
