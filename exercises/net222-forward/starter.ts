/** The 2-2-2 network: `w` is [w1, …, w8] with w1 at index 0, `b1` serves both hidden neurons, `b2` both outputs. */
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

/** Every number from the inputs to the outputs: `lh`, `lo` are weighted sums, `outH`, `outO` their sigmoids. */
export function forward(
	net: Net222,
	i: [number, number],
): {
	lh: [number, number];
	outH: [number, number];
	lo: [number, number];
	outO: [number, number];
} {
	return { lh: [0, 0], outH: [0, 0], lo: [0, 0], outO: [0, 0] };
}

/** The error of each output and the total error. */
export function errors(
	outO: [number, number],
	target: [number, number],
): { e: [number, number]; total: number } {
	return { e: [0, 0], total: 0 };
}
