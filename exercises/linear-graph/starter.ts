/** The graph from its inputs to z: x = 2w + 3b, y = 2b + 1, z = xy. */
export function forward(
	w: number,
	b: number,
): { x: number; y: number; z: number } {
	return { x: 0, y: 0, z: 0 };
}

/** The derivatives of the five edges, then those of z by w and by b. */
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
	return { dzdx: 0, dzdy: 0, dxdw: 0, dxdb: 0, dydb: 0, dzdw: 0, dzdb: 0 };
}

/** One step to the target with w alone: the change of w, the new w, and z there. Throws RangeError if dz/dw is 0. */
export function solveW(
	w: number,
	b: number,
	target: number,
): { deltaW: number; w: number; z: number } {
	return { deltaW: 0, w: 0, z: 0 };
}
