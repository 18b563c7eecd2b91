// style: a pure forward function, a generator for the passes, the result read off the list
export interface StepB {
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factor: number;
}

const forward = (w: number, target: number) => (b: number): StepB => {
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	return { b, x, y, z: x * y, deltaZ: x * y - target, factor: 2 * x + 3 * y };
};

const meets = (error: number) => ({ deltaZ }: StepB): boolean => Math.abs(deltaZ) < error;

function* passes(b: number, pass: (b: number) => StepB, good: (s: StepB) => boolean): Generator<StepB> {
	let step = pass(b);
	yield step;
	while (!good(step) && step.factor !== 0) {
		step = pass(step.b - step.deltaZ / step.factor);
		yield step;
	}
}

export function solveB(
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
): { b: number; z: number; updates: number; converged: boolean; steps: StepB[] } {
	const good = meets(error);
	const steps: StepB[] = [];
	for (const step of passes(b, forward(w, target), good)) {
		steps.push(step);
		if (steps.length > maxUpdates) break;
	}
	const end = steps.at(-1)!;
	return { steps, updates: steps.length - 1, converged: good(end), b: end.b, z: end.z };
}
