import type { FunctionView } from "../exercise/exercise-view.ts";
import { formatBriefly, valueAt } from "../exercise/format-value.ts";
import { describeParts } from "../verdict/describe-steps.ts";
import { type Cell, readCell } from "./cell.ts";
import { toData, toNumber } from "./data.ts";
import type { PictureViewOf } from "./picture-view.ts";
import type { PictureCase, SliderValues } from "./read-quantity.ts";

export interface GraphNode {
	id: string;
	label: string;
	/** Stands above; null where the declaration has none, or where the value is no single number. */
	value: Cell | null;
	/** A value of another kind, such as a list, in few letters. */
	text: string | null;
	/** Stands below. */
	gradient: Cell | null;
}

export interface GraphEdge {
	from: string;
	to: string;
	label: string | null;
	factor: Cell | null;
	/** Which path it belongs to, from 1; null for none. */
	path: number | null;
}

export interface GraphModel {
	kind: "graph";
	nodes: GraphNode[];
	edges: GraphEdge[];
}

/** The step graph of a function with a case's values: what comes in, and every returned step. */
export function describeStepGraph(
	graph: FunctionView,
	from: PictureCase,
): GraphModel {
	const parts = describeParts(graph, { input: [...from.input], steps: [] });
	const nodes = (parts[0]?.nodes ?? []).filter(
		({ step, status }) => step !== null || status === "given",
	);
	return {
		kind: "graph",
		nodes: nodes.map(({ id, label, step, actual }) => {
			const value = step === null ? actual : valueAt(from.expected, id);
			const number = toNumber(toData(value));
			return {
				id,
				label,
				value:
					number === null
						? null
						: { value: number, expected: null, isOff: false },
				text:
					number !== null || value === undefined ? null : formatBriefly(value),
				gradient: null,
			};
		}),
		edges: nodes.flatMap(({ id, from: sources }) =>
			[...new Set(sources)].map((source) => ({
				from: source,
				to: id,
				label: null,
				factor: null,
				path: null,
			})),
		),
	};
}

/** Turns declared nodes and edges and a case's values into a graph with numbers on it. */
export function describeGraph(
	picture: PictureViewOf<"graph">,
	from: PictureCase,
	sliders: SliderValues,
): GraphModel {
	const cell = (quantity: Parameters<typeof readCell>[0] | undefined) =>
		quantity === undefined ? null : readCell(quantity, from, sliders);
	return {
		kind: "graph",
		nodes: (picture.nodes ?? []).map(({ id, label, value, gradient }) => ({
			id,
			label,
			value: cell(value),
			text: null,
			gradient: cell(gradient),
		})),
		edges: (picture.edges ?? []).map((edge) => ({
			from: edge.from,
			to: edge.to,
			label: edge.label ?? null,
			factor: cell(edge.factor),
			path: edge.path ?? null,
		})),
	};
}
