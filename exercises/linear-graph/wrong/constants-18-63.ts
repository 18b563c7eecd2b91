export function forward(
	w: number,
	b: number,
): { x: number; y: number; z: number } {
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	const z = x * y;
	return { x, y, z };
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
	const dzdw = 18;
	const dzdb = 63;
	return { dzdx, dzdy, dxdw, dxdb, dydb, dzdw, dzdb };
}

export function solveW(
	w: number,
	b: number,
	target: number,
): { deltaW: number; w: number; z: number } {
	const slope = gradients(w, b).dzdw;
	if (slope === 0) {
		throw new RangeError("dz/dw is 0");
	}
	const deltaZ = forward(w, b).z - target;
	const deltaW = deltaZ / slope;
	const newW = w - deltaW;
	return { deltaW, w: newW, z: forward(newW, b).z };
}
