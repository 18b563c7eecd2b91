import type { Layer } from "./dense-network.ts";

/** The 12-3-2 network of the digit images: weights outputs × inputs, one bias per neuron, sigmoid in both layers. Source: CL-02, CL-03. */
export interface DigitNet {
	/** 3 × 12 */
	W1: number[][];
	b1: number[];
	/** 2 × 3 */
	W2: number[][];
	b2: number[];
}

/** Images of 4 rows × 3 columns, row by row: 12 numbers 0 or 1 each; `Y` holds (1, 0) for a nought and (0, 1) for a one. */
export interface Images {
	X: number[][];
	Y: number[][];
	labels: (0 | 1)[];
}

/** Two shapes of each digit, the first of each the one that also appears with two pixels flipped. */
const shapes = [
	["111101101111", "010101101010"],
	["010010010010", "110010010111"],
] as const;

const pixels = Array.from({ length: 12 }, (_, k) => k);

/** The network as layers, for dense-network.ts. */
export function digitLayers({ W1, b1, W2, b2 }: DigitNet): Layer[] {
	return [
		{ W: W1, b: b1, act: "sigmoid" },
		{ W: W2, b: b2, act: "sigmoid" },
	];
}

/** The network whose 47 numbers are w_k, in the order W1 row by row, b1, W2 row by row, b2. */
export function digitNet(value: (k: number) => number): DigitNet {
	const numbers = Array.from({ length: 47 }, (_, k) => value(k));
	const rows = (start: number, count: number, length: number) =>
		Array.from({ length: count }, (_, j) =>
			numbers.slice(start + j * length, start + (j + 1) * length),
		);
	return {
		W1: rows(0, 3, 12),
		b1: numbers.slice(36, 39),
		W2: rows(39, 2, 3),
		b2: numbers.slice(45, 47),
	};
}

/** The start of the worked example, w_k = ((7k + 3) mod 11 − 5)/10 for k = 0 … 46. Source: CL-03. */
export function startNet(): DigitNet {
	return digitNet((k) => (((7 * k + 3) % 11) - 5) / 10);
}

/**
 * The 64 learning images, noughts first: of each digit both shapes, each clean and with one pixel flipped, and the first shape with the pixels
 * k and k + 6 flipped, k = 0 … 5. Source: CL-06.
 */
export function learningImages(): Images {
	return imagesOf(shapes.map(learningTexts));
}

/** All images with two pixels of some shape flipped that are not among the learning images, each once; noughts first. Source: CL-06. */
export function unseenImages(): Images {
	const known = new Set(shapes.flatMap(learningTexts));
	const texts = shapes.map((pair) => {
		const twice = pair.flatMap((shape) =>
			pixels.flatMap((i) =>
				pixels.slice(i + 1).map((j) => flip(flip(shape, i), j)),
			),
		);
		return [...new Set(twice)].filter((text) => !known.has(text));
	});
	return imagesOf(texts);
}

function learningTexts(pair: readonly [string, string]): string[] {
	const [first] = pair;
	return [
		...pair.flatMap((shape) => [shape, ...pixels.map((k) => flip(shape, k))]),
		...pixels.slice(0, 6).map((k) => flip(flip(first, k), k + 6)),
	];
}

function flip(text: string, k: number): string {
	const flipped = text[k] === "1" ? "0" : "1";
	return text.slice(0, k) + flipped + text.slice(k + 1);
}

function imagesOf(texts: string[][]): Images {
	const labels = texts.flatMap((list, digit) =>
		list.map((): 0 | 1 => (digit === 0 ? 0 : 1)),
	);
	return {
		X: texts.flat().map((text) => Array.from(text, Number)),
		Y: labels.map((label) => (label === 0 ? [1, 0] : [0, 1])),
		labels,
	};
}
