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

/** Places the step graph, from left to right where that fits into `availableWidth`, else from top to bottom. */
export function layOutSteps(
	nodes: StepNode[],
	availableWidth: number,
): Picture {
	const wide = place(nodes, "LR");
	return wide.width <= availableWidth ? wide : place(nodes, "TB");
}

function place(nodes: StepNode[], direction: "LR" | "TB"): Picture {
	const graph = new Graph();
	graph.setGraph({
		rankdir: direction,
		nodesep: 18,
		ranksep: direction === "LR" ? 42 : 34,
		marginx: 2,
		marginy: 2,
	});
	graph.setDefaultEdgeLabel(() => ({}));
	const known = new Set(nodes.map(({ id }) => id));
	const inputs = new Set(
		nodes.filter(({ status }) => status === "given").map(({ id }) => id),
	);
	for (const node of nodes) graph.setNode(node.id, sizeOf(node));
	for (const node of nodes) {
		for (const from of new Set(node.from)) {
			// A heavy edge is kept straight: the chain of steps is the spine, arguments come in from the side.
			if (known.has(from))
				graph.setEdge(from, node.id, { weight: inputs.has(from) ? 1 : 8 });
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

function sizeOf({ status }: StepNode): { width: number; height: number } {
	if (status === "given") return { width: 92, height: 50 };
	if (status === "right" || status === "inner")
		return { width: 184, height: 64 };
	return { width: 184, height: 104 };
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
