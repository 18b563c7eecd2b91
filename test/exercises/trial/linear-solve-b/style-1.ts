// style: do-while with flags, the entry filled in place, terms in another order
export interface StepB {
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factor: number;
}

export function solveB(w: number, b: number, target: number, error: number, maxUpdates: number) {
	const steps: StepB[] = [];
	let left = maxUpdates;
	let met: boolean;
	let flat: boolean;
	let now = b;
	do {
		if (steps.length > 0) {
			const last = steps[steps.length - 1];
			now -= last.deltaZ / last.factor;
			left -= 1;
		}
		const step = {} as StepB;
		step.b = now;
		step.x = 3 * now + 2 * w;
		step.y = 1 + 2 * now;
		step.z = step.y * step.x;
		step.deltaZ = step.z - target;
		step.factor = 3 * step.y + 2 * step.x;
		steps.push(step);
		met = -error < step.deltaZ && step.deltaZ < error;
		flat = step.factor === 0;
	} while (!met && !flat && left > 0);
	const last = steps[steps.length - 1];
	return { b: last.b, z: last.z, updates: steps.length - 1, converged: met, steps };
}
