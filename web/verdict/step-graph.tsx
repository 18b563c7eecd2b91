"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Icon, type IconName } from "../components/icon.tsx";
import { RawHtml } from "../components/raw-html.tsx";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { formatApart, formatBriefly } from "../exercise/format-value.ts";
import type { StepNode, StepStatus } from "./describe-steps.ts";
import { drawRoute, layOutSteps, type PlacedNode } from "./lay-out-steps.ts";

/** The icon that goes with a step's status, wherever it is shown. */
export const statusIcons: Record<Exclude<StepStatus, "given">, IconName> = {
	right: "check",
	"first-wrong": "alert",
	"follow-through": "follow",
	wrong: "cross",
	missing: "dash",
	inner: "dash",
};

/** Below this, the letters in the nodes would be too small to read. */
const smallestScale = 0.8;

/**
 * Draws the step graph with the student's values on it. The table below it says the same in words, so assistive
 * technology gets one sentence for the whole picture.
 */
export function StepGraph({
	nodes,
	summary,
}: {
	nodes: StepNode[];
	summary: string;
}) {
	const frame = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(0);
	const arrowId = useId();

	useEffect(() => {
		if (frame.current === null) return;
		const observer = new ResizeObserver(([entry]) =>
			setWidth(Math.floor(entry?.contentRect.width ?? 0)),
		);
		observer.observe(frame.current);
		return () => observer.disconnect();
	}, []);

	const picture = useMemo(() => {
		const drawn = nodes.filter(
			({ step, status }) => step !== null || status === "given",
		);
		return width === 0 || drawn.length === 0 ? null : layOutSteps(drawn, width);
	}, [nodes, width]);
	// A wide picture shrinks a little before its frame begins to scroll.
	const scale =
		picture === null
			? 1
			: Math.min(1, Math.max(smallestScale, width / picture.width));

	// What is first wrong must be in sight without scrolling sideways.
	useEffect(() => {
		const wrong = picture?.nodes.find(
			({ node }) => node.status === "first-wrong",
		);
		if (frame.current === null || wrong === undefined) return;
		const middle = (wrong.x + wrong.width / 2) * scale;
		frame.current.scrollLeft = middle - frame.current.clientWidth / 2;
	}, [picture, scale]);
	const statusOf = new Map(nodes.map((node) => [node.id, node.status]));

	return (
		<ScrollFrame className="step-graph" label={summary} ref={frame}>
			{picture && (
				<div
					className="step-picture"
					style={{
						inlineSize: picture.width,
						blockSize: picture.height,
						zoom: scale,
					}}
					aria-hidden="true"
				>
					<svg
						width={picture.width}
						height={picture.height}
						focusable="false"
						aria-hidden="true"
					>
						<defs>
							{["calm", "wrong", "follow"].map((tone) => (
								<marker
									key={tone}
									id={`${arrowId}-${tone}`}
									viewBox="0 0 10 10"
									refX="9"
									refY="5"
									markerWidth="7"
									markerHeight="7"
									orient="auto-start-reverse"
								>
									<path
										className={`edge-head edge-head-${tone}`}
										d="M0 0L10 5L0 10z"
									/>
								</marker>
							))}
						</defs>
						{picture.edges.map(({ from, to, points }) => {
							const tone = toneOfEdge(statusOf.get(from), statusOf.get(to));
							return (
								<path
									key={`${from} ${to}`}
									className={`edge edge-${tone}`}
									d={drawRoute(points)}
									markerEnd={`url(#${arrowId}-${tone})`}
								/>
							);
						})}
					</svg>
					{picture.nodes.map((placed) => (
						<GraphNode key={placed.node.id} placed={placed} />
					))}
				</div>
			)}
		</ScrollFrame>
	);
}

function GraphNode({
	placed: { node, x, y, width, height },
}: {
	placed: PlacedNode;
}) {
	const t = useTranslations("steps");
	const style = {
		insetInlineStart: x,
		insetBlockStart: y,
		inlineSize: width,
		blockSize: height,
	};
	if (node.status === "given") {
		return (
			<div className="node node-given" style={style}>
				<span className="node-name">{node.label}</span>
				<span className="node-value">
					{isSmall(node.actual) ? formatBriefly(node.actual, 10) : ""}
				</span>
			</div>
		);
	}
	const isOff = node.status !== "right" && node.status !== "inner";
	const brief = isOff
		? formatApart(node.actual, node.expected)
		: { actual: formatBriefly(node.actual), expected: "" };
	return (
		<div className={`node node-${node.status}`} style={style}>
			{isOff && (
				<span className="node-status">
					<Icon name={statusIcons[node.status]} size={13} />
					{t(node.status)}
				</span>
			)}
			{node.step && (
				<RawHtml
					className="node-formula"
					html={
						node.step.isShort ? node.step.formulaHtml : node.step.symbolHtml
					}
				/>
			)}
			<span className="node-value">
				{node.status === "right" && <Icon name="check" size={13} />}
				{node.actual === undefined || node.status === "missing"
					? t(node.status === "inner" ? "inner" : "noValue")
					: brief.actual}
			</span>
			{isOff && (
				<span className="node-expected">
					{t("expectedBriefly", { value: brief.expected })}
				</span>
			)}
		</div>
	);
}

function toneOfEdge(
	from: StepStatus | undefined,
	to: StepStatus | undefined,
): "calm" | "wrong" | "follow" {
	const isOff =
		from === "first-wrong" ||
		from === "wrong" ||
		from === "follow-through" ||
		from === "missing";
	if (to === "follow-through" && isOff) return "follow";
	if ((to === "wrong" || to === "missing") && isOff) return "wrong";
	return "calm";
}

/** Whether an argument can stand in its node: a record, such as a whole network, cannot. */
function isSmall(value: unknown): boolean {
	return typeof value !== "object" ? value !== undefined : Array.isArray(value);
}
