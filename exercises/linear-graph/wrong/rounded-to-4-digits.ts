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
	const dzdw = dzdx * dxdw;
	const dzdb = dzdx * dxdb + dzdy * dydb;
	return { dzdx, dzdy, dxdw, dxdb, dydb, dzdw, dzdb };
}

function round4(value: number): number {
	return Math.round(value * 10000) / 10000;
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
	const next = forward(newW, b);
	return {
		deltaW: round4(deltaW),
		w: round4(newW),
		z: round4(round4(next.x) * round4(next.y)),
	};
}
