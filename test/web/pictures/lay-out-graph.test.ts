import { describe, expect, it } from "vitest";
import type { GraphModel } from "../../../web/pictures/describe-graph.ts";
import { layOutGraph } from "../../../web/pictures/lay-out-graph.ts";

const node = (id: string) => ({
	id,
	label: id,
	value: null,
	text: null,
	gradient: null,
});
const edge = (from: string, to: string) => ({
	from,
	to,
	label: null,
	factor: null,
	path: null,
});
const diamond: GraphModel = {
	kind: "graph",
	nodes: ["b", "x", "y", "z"].map(node),
	edges: [edge("b", "x"), edge("b", "y"), edge("x", "z"), edge("y", "z")],
};
const texts = [["4", "b", "63"], ["x"], ["y"], ["z"]];
const labels = [["∂x/∂b", "3"], [], [], []];

describe("layOutGraph", () => {
	it("runs from left to right where that fits, else from top to bottom", () => {
		const [wide, narrow] = [2000, 300].map((width) =>
			layOutGraph(diamond, texts, labels, width),
		);
		const [b, , , z] = wide?.nodes ?? [];
		expect((b?.x ?? 0) + (b?.width ?? 0)).toBeLessThan(z?.x ?? 0);
		const [upper, , , lower] = narrow?.nodes ?? [];
		expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThan(lower?.y ?? 0);
	});

	it("keeps nodes apart and gives each room for its lines", () => {
		const { nodes } = layOutGraph(diamond, texts, labels, 2000);
		for (const [index, one] of nodes.entries()) {
			for (const other of nodes.slice(index + 1)) {
				const isApart =
					Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
					Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
				expect(isApart, `${one.id} and ${other.id}`).toBe(true);
			}
		}
		expect(nodes[0]?.height).toBeGreaterThan(nodes[1]?.height ?? 0);
		const long = layOutGraph(
			diamond,
			[["0.0042524 instead of 0.017648"], ...texts.slice(1)],
			labels,
			2000,
		);
		expect(long.nodes[0]?.width).toBeGreaterThan(nodes[0]?.width ?? 0);
	});

	it("leads two edges between the same nodes, and circles, without an error", () => {
		const circle = {
			...diamond,
			edges: [edge("b", "x"), edge("b", "x"), edge("x", "b")],
		};
		const { edges } = layOutGraph(circle, texts, [[], ["2"], []], 2000);
		expect(edges).toHaveLength(3);
		for (const { points } of edges) expect(points.length).toBeGreaterThan(1);
	});
});
