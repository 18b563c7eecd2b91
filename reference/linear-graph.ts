import { assertNumber } from "./assert-arguments.ts";

/**
 * Evaluates the linear graph x = 2w + 3b, y = 2b + 1, z = x·y. Source: LB-01.
 *
 * @throws TypeError unless w and b are numbers
 * @example forward(3, 4) // { x: 18, y: 9, z: 162 }
 */
export function forward(
	w: number,
	b: number,
): { x: number; y: number; z: number } {
	assertNumber(w, "w");
	assertNumber(b, "b");
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	return { x, y, z: x * y };
}

/**
 * Differentiates the graph at (w, b): the slope on each edge, and of z by w and by b (two paths: through x and through y). Source: LB-02, LB-04.
 *
 * @throws TypeError unless w and b are numbers
 */
export function gradients(
	w: number,
	b: number,
): {
	dzdx: number;
	dzdy: number;
	dxdw: number;
	dxdb: number;
	dydb: number;
	dzdw: number;
	dzdb: number;
} {
	const { x, y } = forward(w, b);
	const [dzdx, dzdy, dxdw, dxdb, dydb] = [y, x, 2, 3, 2] as const;
	return {
		dzdx,
		dzdy,
		dxdw,
		dxdb,
		dydb,
		dzdw: dzdx * dxdw,
		dzdb: dzdx * dxdb + dzdy * dydb,
	};
}

/**
 * Moves w alone so that z becomes `target`: Δw = (z − target)/(∂z/∂w), w ← w − Δw. One step is exact, because z is linear in w. Source: LB-03.
 *
 * @returns the change taken from w, the new w, and z there
 * @throws TypeError unless all are numbers; RangeError when ∂z/∂w is 0 (b = −½), where w does not matter
 */
export function solveW(
	w: number,
	b: number,
	target: number,
): { deltaW: number; w: number; z: number } {
	assertNumber(target, "target");
	const { dzdw } = gradients(w, b);
	if (dzdw === 0)
		throw new RangeError("dz/dw is 0 at this b, so no w reaches the target");
	const deltaW = (forward(w, b).z - target) / dzdw;
	const solved = w - deltaW;
	return { deltaW, w: solved, z: forward(solved, b).z };
}
