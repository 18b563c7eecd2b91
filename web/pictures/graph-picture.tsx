"use client";

import { useId, useMemo, useRef } from "react";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { drawRoute } from "../verdict/lay-out-steps.ts";
import type { GraphModel } from "./describe-graph.ts";
import { layOutGraph } from "./lay-out-graph.ts";
import { type Speaker, writeCell } from "./tell-picture.ts";
import { useWidth } from "./use-width.ts";

/** Below this, the letters in the nodes would be too small to read. */
const smallestScale = 0.8;

/** Draws nodes with their value above and their gradient below, and edges with their factors. */
export function GraphPicture({
	model,
	sentence,
	say,
}: {
	model: GraphModel;
	sentence: string;
	say: Speaker;
}) {
	const frame = useRef<HTMLDivElement>(null);
	const width = useWidth(frame);
	const arrowId = useId();
	const labels = useMemo(
		() =>
			model.edges.map(({ label, factor }) =>
				[label, factor && writeCell(factor, say)].filter(
					(line) => typeof line === "string",
				),
			),
		[model, say],
	);
	const placed = useMemo(
		() =>
			width === 0
				? null
				: layOutGraph(
						model,
						model.nodes.map((node) =>
							listLines(node, say).map(({ text }) => text),
						),
						labels,
						width,
					),
		[model, labels, width, say],
	);
	const scale =
		placed === null
			? 1
			: Math.min(1, Math.max(smallestScale, width / placed.width));
	return (
		<ScrollFrame
			className="picture-frame graph-frame"
			label={sentence}
			ref={frame}
		>
			{placed && (
				<svg
					className="graph"
					width={placed.width * scale}
					height={placed.height * scale}
					viewBox={`0 0 ${placed.width} ${placed.height}`}
					aria-hidden="true"
					focusable="false"
				>
					<defs>
						{[0, 1, 2, 3, 4].map((path) => (
							<marker
								key={path}
								id={`${arrowId}-${path}`}
								viewBox="0 0 10 10"
								refX="9"
								refY="5"
								markerUnits="userSpaceOnUse"
								markerWidth="11"
								markerHeight="11"
								orient="auto-start-reverse"
							>
								<path
									className={`graph-head path-${path}`}
									d="M0 0L10 5L0 10z"
								/>
							</marker>
						))}
					</defs>
					{placed.edges.map(({ index, points, x, y }) => {
						const edge = model.edges[index];
						const lines = labels[index] ?? [];
						return (
							<g key={index}>
								<path
									className={`graph-edge path-${edge?.path ?? 0}`}
									d={drawRoute(points)}
									markerEnd={`url(#${arrowId}-${edge?.path ?? 0})`}
								/>
								{lines.map((line, place) => (
									<text
										key={line}
										className={`graph-factor ${place === 1 || edge?.label === null ? "is-strong" : ""} ${edge?.factor?.isOff && place === lines.length - 1 ? "is-off" : ""}`}
										x={x}
										y={y + 5 + (place - (lines.length - 1) / 2) * 16}
									>
										{line}
									</text>
								))}
							</g>
						);
					})}
					{placed.nodes.map((node) => {
						const own = model.nodes.find(({ id }) => id === node.id);
						return (
							own && (
								<g
									key={node.id}
									transform={`translate(${node.x} ${node.y - node.height / 2})`}
								>
									<rect
										className={`graph-node ${own.value?.isOff || own.gradient?.isOff ? "is-off" : ""}`}
										x={-node.width / 2}
										width={node.width}
										height={node.height}
										rx="10"
									/>
									<NodeLines node={own} say={say} />
								</g>
							)
						);
					})}
				</svg>
			)}
		</ScrollFrame>
	);
}

interface Line {
	text: string;
	className: string;
	isOff: boolean;
}

/** Value above, name, gradient below. */
function listLines(
	{ label, value, text, gradient }: GraphModel["nodes"][number],
	say: Speaker,
): Line[] {
	const above = value === null ? text : writeCell(value, say);
	return [
		above !== null && {
			text: above,
			className: "graph-value",
			isOff: value?.isOff ?? false,
		},
		{ text: label, className: "graph-label", isOff: false },
		gradient !== null && {
			text: writeCell(gradient, say),
			className: "graph-gradient",
			isOff: gradient.isOff,
		},
	].filter((line) => line !== false);
}

function NodeLines({
	node,
	say,
}: {
	node: GraphModel["nodes"][number];
	say: Speaker;
}) {
	return listLines(node, say).map(({ text, className, isOff }, index) => (
		<text
			key={className}
			className={`${className} ${isOff ? "is-off" : ""}`}
			x="0"
			y={22 + 20 * index}
		>
			{text}
		</text>
	));
}
