/** The graph from its inputs to z: x = 2w + 3b, y = 2b + 1, z = xy. */
export function forward(
	w: number,
	b: number,
): { x: number; y: number; z: number } {
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	return { x, y, z: x * y };
}

/** The derivative of every edge, and from them those of z by w and by b: multiply along a path, add over paths. */
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
	const dzdx = y;
	const dzdy = x;
	const dxdw = 2;
	const dxdb = 3;
	const dydb = 2;
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

/** The w that brings z to the target while b stays. z is linear in w, so one step is exact. */
export function solveW(
	w: number,
	b: number,
	target: number,
): { deltaW: number; w: number; z: number } {
	const { dzdw } = gradients(w, b);
	if (dzdw === 0)
		throw new RangeError("w has no influence on z here: dz/dw is 0");
	const deltaW = (forward(w, b).z - target) / dzdw;
	const newW = w - deltaW;
	return { deltaW, w: newW, z: forward(newW, b).z };
}
