import {
	type Cell,
	largestOf,
	readCell,
	readCellRows,
	readCells,
} from "./cell.ts";
import type { PictureViewOf } from "./picture-view.ts";
import type { PictureCase, SliderValues } from "./read-quantity.ts";

export interface Neuron {
	name: string;
	cell: Cell;
	/** Stands below its circle, e.g. its δ; null where the declaration has none. */
	below: Cell | null;
	bias: Cell | null;
}

export interface NetworkEdge {
	/** Between layer `gap` and the next; all counted from 0. */
	gap: number;
	from: number;
	to: number;
	/** Null where edges carry no weight. */
	weight: Cell | null;
	isHighlighted: boolean;
}

export interface NetworkModel {
	kind: "network";
	layers: { label: string | null; neurons: Neuron[] }[];
	edges: NetworkEdge[];
	/** Greatest size of a weight, for the width of lines. */
	largestWeight: number;
}

/** Wider layers could not be told apart in a picture. */
const mostNeurons = 24;

/** Turns a declared network and a case's values into layers of neurons and weighted edges. */
export function describeNetwork(
	picture: PictureViewOf<"network">,
	from: PictureCase,
	sliders: SliderValues,
): NetworkModel {
	const layers = picture.layers.map((layer, index) => {
		const cells = readCells(layer.values, from, sliders);
		const below = layer.below ? readCells(layer.below, from, sliders) : null;
		const bias = index === 0 ? null : (picture.biases?.[index - 1] ?? null);
		const biases = bias === null ? [] : readCells(bias, from, sliders);
		const isShared = bias !== null && isSingle(bias, from, sliders);
		const count = Math.min(
			mostNeurons,
			Math.max(cells.length, layer.names?.length ?? 0),
		);
		return {
			label: layer.label ?? null,
			neurons: Array.from(
				{ length: count },
				(_, place): Neuron => ({
					name: layer.names?.[place] ?? String(place + 1),
					cell: cells[place] ?? nothing,
					below: below && (below[place] ?? nothing),
					bias: biases[isShared ? 0 : place] ?? null,
				}),
			),
		};
	});
	const edges = picture.weights.flatMap((quantity, gap): NetworkEdge[] => {
		const rows =
			quantity === null ? null : readCellRows(quantity, from, sliders);
		const targets = layers[gap + 1]?.neurons ?? [];
		const sources = layers[gap]?.neurons ?? [];
		return targets.flatMap((_, to) =>
			sources.map((__, source) => ({
				gap,
				from: source,
				to,
				weight: rows && (rows[to]?.[source] ?? nothing),
				isHighlighted:
					picture.highlight?.some(
						(one) =>
							one.gap === gap + 1 &&
							one.to === to + 1 &&
							one.from === source + 1,
					) ?? false,
			})),
		);
	});
	return {
		kind: "network",
		layers,
		edges,
		largestWeight: largestOf(edges.flatMap(({ weight }) => weight ?? [])),
	};
}

const nothing: Cell = { value: null, expected: null, isOff: false };

/** One bias for all neurons of a layer. */
function isSingle(
	bias: Parameters<typeof readCell>[0],
	from: PictureCase,
	sliders: SliderValues,
): boolean {
	return readCell(bias, from, sliders).value !== null;
}
