import { Graph, layout } from "@dagrejs/dagre";
import { breakLines } from "./break-lines.ts";
import type { MapNode } from "./describe-map.ts";

export interface PlacedExercise {
	node: MapNode;
	/** The title, broken to the width of its box. */
	lines: string[];
	/** Left upper corner and size, in CSS pixels. */
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface PlacedArrow {
	from: string;
	to: string;
	points: { x: number; y: number }[];
}

export interface PlacedMap {
	width: number;
	height: number;
	exercises: PlacedExercise[];
	arrows: PlacedArrow[];
}

const boxWidth = 176;
const lineHeight = 17;
/** In em of the title's letters, 13 pixels. */
const titleWidth = 10.2;
const mostLines = 3;

/** Places the exercises from left to right so that every arrow leads onward. */
export function layOutMap(nodes: MapNode[]): PlacedMap {
	const graph = new Graph();
	graph.setGraph({
		rankdir: "LR",
		// Of dagre's ways to assign columns, the one with by far the fewest crossings for this course.
		ranker: "longest-path",
		nodesep: 12,
		ranksep: 44,
		marginx: 4,
		marginy: 4,
	});
	graph.setDefaultEdgeLabel(() => ({}));
	const linesOf = new Map(
		nodes.map(({ slug, title }) => [
			slug,
			breakLines(title, titleWidth, mostLines),
		]),
	);
	for (const { slug } of nodes)
		graph.setNode(slug, {
			width: boxWidth,
			height: 32 + lineHeight * (linesOf.get(slug)?.length ?? 1),
		});
	for (const { slug, buildsOn } of nodes)
		for (const from of buildsOn) graph.setEdge(from, slug);
	layout(graph);
	const { width = 0, height = 0 } = graph.graph();
	return {
		width: Math.ceil(width),
		height: Math.ceil(height),
		exercises: nodes.map((node) => {
			const placed = graph.node(node.slug);
			return {
				node,
				lines: linesOf.get(node.slug) ?? [],
				x: Math.round(placed.x - placed.width / 2),
				y: Math.round(placed.y - placed.height / 2),
				width: placed.width,
				height: placed.height,
			};
		}),
		arrows: graph.edges().map(({ v, w }) => ({
			from: v,
			to: w,
			points: graph.edge(v, w).points ?? [],
		})),
	};
}
