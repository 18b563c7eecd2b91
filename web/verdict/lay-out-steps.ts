import { Graph, layout } from "@dagrejs/dagre";
import type { StepNode } from "./describe-steps.ts";

export interface PlacedNode {
	node: StepNode;
	/** Left upper corner and size, in CSS pixels. */
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface PlacedEdge {
	from: string;
	to: string;
	points: { x: number; y: number }[];
}

export interface Picture {
	width: number;
	height: number;
	nodes: PlacedNode[];
	edges: PlacedEdge[];
}

/**
 * Places the step graph, from left to right where that fits into `availableWidth`, else from top to bottom. Of dagre's
 * ways to line nodes up, the one that needs least room across is taken: it keeps a chain of steps straight.
 */
export function layOutSteps(
	nodes: StepNode[],
	availableWidth: number,
): Picture {
	const wide = place(nodes, "LR", undefined);
	if (wide.width <= availableWidth) return wide;
	const candidates = alignments.map((alignment) =>
		place(nodes, "TB", alignment),
	);
	return candidates.reduce((best, candidate) =>
		candidate.width < best.width ? candidate : best,
	);
}

const alignments = [undefined, "UL", "UR", "DL", "DR"] as const;

function place(
	nodes: StepNode[],
	direction: "LR" | "TB",
	alignment: (typeof alignments)[number],
): Picture {
	const graph = new Graph();
	graph.setGraph({
		rankdir: direction,
		nodesep: 18,
		ranksep: direction === "LR" ? 42 : 34,
		marginx: 4,
		marginy: 4,
		...(alignment === undefined ? {} : { align: alignment }),
	});
	graph.setDefaultEdgeLabel(() => ({}));
	const known = new Set(nodes.map(({ id }) => id));
	for (const node of nodes) graph.setNode(node.id, sizeOf(node));
	for (const node of nodes) {
		for (const from of new Set(node.from)) {
			if (known.has(from)) graph.setEdge(from, node.id);
		}
	}
	layout(graph);
	const { width = 0, height = 0 } = graph.graph();
	return {
		width: Math.ceil(width),
		height: Math.ceil(height),
		nodes: nodes.map((node) => {
			const placed = graph.node(node.id);
			return {
				node,
				x: Math.round(placed.x - placed.width / 2),
				y: Math.round(placed.y - placed.height / 2),
				width: placed.width,
				height: placed.height,
			};
		}),
		edges: graph.edges().map(({ v, w }) => ({
			from: v,
			to: w,
			points: graph.edge(v, w).points ?? [],
		})),
	};
}

function sizeOf({ status, label }: StepNode): {
	width: number;
	height: number;
} {
	if (status === "given") {
		return { width: Math.max(92, 9 * label.length + 28), height: 50 };
	}
	const isCalm = status === "right" || status === "inner";
	return { width: 188, height: isCalm ? 66 : 106 };
}

/** A smooth line through a route's points, as the `d` of an SVG path. */
export function drawRoute(points: { x: number; y: number }[]): string {
	const [first, ...rest] = points;
	if (first === undefined) return "";
	const last = rest.at(-1) ?? first;
	const bends = rest.slice(0, -1).map((point, index) => {
		const next = rest[index + 1] ?? last;
		const isLast = index === rest.length - 2;
		const end = isLast
			? next
			: { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
		return `Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`;
	});
	const path =
		bends.length === 0 ? `L${round(last.x)} ${round(last.y)}` : bends.join(" ");
	return `M${round(first.x)} ${round(first.y)} ${path}`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
