import { Graph, layout } from "@dagrejs/dagre";
import type { GraphModel } from "./describe-graph.ts";

export interface PlacedNode {
	id: string;
	/** Centre and size, in CSS pixels. */
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface PlacedEdge {
	index: number;
	points: { x: number; y: number }[];
	/** Centre of its label. */
	x: number;
	y: number;
}

export interface PlacedGraph {
	width: number;
	height: number;
	nodes: PlacedNode[];
	edges: PlacedEdge[];
}

const nodeWidth = 128;
/** About as wide as a letter on an edge is, and one in a node. */
const letter = 7.2;
const widestLetter = 8;

/**
 * Places declared nodes from left to right where that fits, else from top to bottom; edges leave room for their labels.
 *
 * @param texts what stands in each node, line by line, in the order of the nodes
 * @param labels what stands on each edge, in the order of the edges
 */
export function layOutGraph(
	model: GraphModel,
	texts: readonly string[][],
	labels: readonly string[][],
	availableWidth: number,
): PlacedGraph {
	const wide = place(model, texts, labels, "LR", undefined);
	if (wide.width <= availableWidth) return wide;
	const first = place(model, texts, labels, "TB", undefined);
	if (first.width <= availableWidth) return first;
	// Of dagre's other ways to line nodes up, the one that needs least room across.
	return alignments
		.map((alignment) => place(model, texts, labels, "TB", alignment))
		.reduce(
			(best, candidate) => (candidate.width < best.width ? candidate : best),
			first,
		);
}

const alignments = ["UL", "UR", "DL", "DR"] as const;

function place(
	model: GraphModel,
	texts: readonly string[][],
	labels: readonly string[][],
	direction: "LR" | "TB",
	alignment: (typeof alignments)[number] | undefined,
): PlacedGraph {
	const graph = new Graph({ multigraph: true });
	graph.setGraph({
		rankdir: direction,
		nodesep: 26,
		edgesep: 16,
		ranksep: direction === "LR" ? 26 : 20,
		marginx: 6,
		marginy: 6,
		...(alignment === undefined ? {} : { align: alignment }),
	});
	for (const [index, { id }] of model.nodes.entries()) {
		const lines = texts[index] ?? [];
		const longest = Math.max(0, ...lines.map((line) => line.length));
		graph.setNode(id, {
			width: Math.max(nodeWidth, longest * widestLetter + 20),
			height: 16 + 20 * lines.length,
		});
	}
	for (const [index, { from, to }] of model.edges.entries()) {
		const lines = labels[index] ?? [];
		const widest = Math.max(0, ...lines.map((line) => line.length));
		graph.setEdge(
			from,
			to,
			{
				width: lines.length === 0 ? 0 : widest * letter + 10,
				height: lines.length === 0 ? 0 : 16 * lines.length + 4,
				labelpos: "c",
			},
			String(index),
		);
	}
	layout(graph);
	const { width = 0, height = 0 } = graph.graph();
	return {
		width: Math.ceil(width),
		height: Math.ceil(height),
		nodes: model.nodes.map(({ id }) => {
			const { x, y, width, height } = graph.node(id);
			return { id, x, y, width, height };
		}),
		edges: model.edges.map(({ from, to }, index) => {
			const { points = [], x = 0, y = 0 } = graph.edge(from, to, String(index));
			return { index, points, x, y };
		}),
	};
}
