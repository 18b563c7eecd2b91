// slip: gradients counts only the path b -> x -> z in dzdb and forgets the second path b -> y -> z.
export function forward(
	w: number,
	b: number,
): { x: number; y: number; z: number } {
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	return { x, y, z: x * y };
}

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
	const dzdw = dzdx * dxdw;
	const dzdb = dzdx * dxdb;
	return { dzdx, dzdy, dxdw, dxdb, dydb, dzdw, dzdb };
}

export function solveW(
	w: number,
	b: number,
	target: number,
): { deltaW: number; w: number; z: number } {
	const { dzdw } = gradients(w, b);
	if (dzdw === 0) throw new RangeError("w has no influence on z");
	const deltaZ = forward(w, b).z - target;
	const deltaW = deltaZ / dzdw;
	const wNew = w - deltaW;
	return { deltaW, w: wNew, z: forward(wNew, b).z };
}
