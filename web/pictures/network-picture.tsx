"use client";

import { useRef } from "react";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { formatNumber } from "../exercise/format-value.ts";
import { writeApart } from "./cell.ts";
import { isFiniteNumber } from "./data.ts";
import type { NetworkEdge, NetworkModel, Neuron } from "./describe-network.ts";
import { useWidth } from "./use-width.ts";

/** Layers of more neurons than this are drawn small, without numbers. */
const mostLarge = 6;
/** More edges than this between two layers would hide each other's weights. */
const mostLabelled = 12;
const write = (value: number): string => formatNumber(value, 4);

/** Draws layers as columns: activations in the circles, weights on the edges, further numbers below. */
export function NetworkPicture({
	model,
	sentence,
}: {
	model: NetworkModel;
	sentence: string;
}) {
	const frame = useRef<HTMLDivElement>(null);
	const available = useWidth(frame);
	const widest = Math.max(
		1,
		...model.layers.map(({ neurons }) => neurons.length),
	);
	const isLarge = widest <= mostLarge;
	const radius = isLarge ? 29 : 10;
	const mostLines = Math.max(
		0,
		...model.layers.flatMap(({ neurons }) =>
			neurons.map((neuron) => linesOf(neuron).length),
		),
	);
	const rowHeight = isLarge ? 90 + 14 * mostLines : 30;
	// On a phone layers move together before everything shrinks.
	const gap = isLarge && (available === 0 || available >= 430) ? 180 : 148;
	const top = 34;
	const longest = Math.max(
		0,
		...[model.layers[0], model.layers.at(-1)].map((layer) =>
			estimateWidth(layer?.label ?? ""),
		),
	);
	const side = Math.max(isLarge ? 44 : 48, longest / 2 + 4);
	const width = 2 * side + gap * (model.layers.length - 1);
	const height = top + rowHeight * widest + 8;

	const place = (layer: number, neuron: number): { x: number; y: number } => {
		const count = model.layers[layer]?.neurons.length ?? 1;
		const free = (widest - count) / 2;
		return {
			x: side + gap * layer,
			y: top + rowHeight * (free + neuron) + (isLarge ? 48 : rowHeight / 2),
		};
	};
	const scale =
		available === 0 ? 1 : Math.min(1, Math.max(0.74, available / width));
	return (
		<ScrollFrame className="picture-frame" label={sentence} ref={frame}>
			<svg
				className="network"
				width={width * scale}
				height={height * scale}
				viewBox={`0 0 ${width} ${height}`}
				aria-hidden="true"
				focusable="false"
			>
				{model.edges.map((edge) => (
					<Edge
						key={`${edge.gap} ${edge.from} ${edge.to}`}
						edge={edge}
						from={place(edge.gap, edge.from)}
						to={place(edge.gap + 1, edge.to)}
						radius={radius}
						largest={model.largestWeight}
					/>
				))}
				{isLarge &&
					model.edges.map((edge) => (
						<EdgeLabel
							key={`${edge.gap} ${edge.from} ${edge.to}`}
							edge={edge}
							from={place(edge.gap, edge.from)}
							to={place(edge.gap + 1, edge.to)}
							count={
								model.edges.filter((other) => other.gap === edge.gap).length
							}
						/>
					))}
				{model.layers.map(({ label, neurons }, layer) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: layers keep their places
					<g key={layer}>
						{label && (
							<text className="network-layer" x={side + gap * layer} y="16">
								{label}
							</text>
						)}
						{neurons.map((neuron, index) => (
							<Circle
								key={neuron.name}
								neuron={neuron}
								at={place(layer, index)}
								radius={radius}
								isLarge={isLarge}
								isFirst={layer === 0}
							/>
						))}
					</g>
				))}
			</svg>
		</ScrollFrame>
	);
}

/** What stands below a circle, one line each. */
function linesOf({ cell, below, bias }: Omit<Neuron, "name">): string[] {
	const own = writeApart(cell, 4);
	const under = below && writeApart(below, 4);
	return [
		own.expected && `≠ ${own.expected}`,
		under?.value,
		under?.expected && `≠ ${under.expected}`,
		bias && bias.value !== null && `b = ${write(bias.value)}`,
	].filter((line) => typeof line === "string");
}

/** Of a label in small letters, in pixels; Chinese characters are twice as wide. */
function estimateWidth(label: string): number {
	return [...label].reduce(
		(width, letter) => width + (letter > "\u2e80" ? 12 : 6.3),
		0,
	);
}

interface At {
	x: number;
	y: number;
}

function Edge({
	edge: { weight, isHighlighted },
	from,
	to,
	radius,
	largest,
}: {
	edge: NetworkEdge;
	from: At;
	to: At;
	radius: number;
	largest: number;
}) {
	const value = weight?.value ?? null;
	const share =
		isFiniteNumber(value) && largest > 0 ? Math.abs(value) / largest : 0.2;
	return (
		<line
			className={[
				"network-edge",
				isFiniteNumber(value) && value < 0 ? "network-edge-negative" : "",
				isHighlighted ? "network-edge-highlighted" : "",
				weight?.isOff ? "network-edge-off" : "",
			].join(" ")}
			x1={from.x + radius}
			y1={from.y}
			x2={to.x - radius}
			y2={to.y}
			strokeWidth={(isHighlighted ? 3 : 0.8) + 3.2 * share}
			strokeOpacity={isHighlighted ? 1 : 0.3 + 0.6 * share}
		/>
	);
}

/** Nearer to the neuron it comes from, each at its own distance, so that crossing edges keep their numbers apart. */
function EdgeLabel({
	edge: { weight, from: source, to: target, isHighlighted },
	from,
	to,
	count,
}: {
	edge: NetworkEdge;
	from: At;
	to: At;
	count: number;
}) {
	if (weight === null || weight.value === null) return null;
	if (count > mostLabelled && !isHighlighted) return null;
	const share = source === target ? 0.5 : 0.37;
	return (
		<text
			className={`network-weight ${weight.isOff ? "is-off" : ""} ${isHighlighted ? "is-strong" : ""}`}
			x={from.x + (to.x - from.x) * share}
			y={from.y + (to.y - from.y) * share - 4}
		>
			{write(weight.value)}
		</text>
	);
}

function Circle({
	neuron: { name, cell, below, bias },
	at,
	radius,
	isLarge,
	isFirst,
}: {
	neuron: Neuron;
	at: At;
	radius: number;
	isLarge: boolean;
	isFirst: boolean;
}) {
	const lines = linesOf({ cell, below, bias }).map((text, index) => ({
		id: `line ${index}`,
		text,
		index,
	}));
	const share = isFiniteNumber(cell.value)
		? Math.min(1, Math.max(0, Math.abs(cell.value)))
		: 0;
	return (
		<g>
			<circle
				className={`network-neuron ${cell.isOff ? "is-off" : ""}`}
				cx={at.x}
				cy={at.y}
				r={radius}
				style={{
					fill: `color-mix(in srgb, var(--series-1) ${Math.round((isLarge ? 26 : 90) * share)}%, var(--surface-raised))`,
				}}
			/>
			{isLarge ? (
				<>
					<text className="network-name" x={at.x} y={at.y - radius - 5}>
						{name}
					</text>
					<text className="network-value" x={at.x} y={at.y + 4}>
						{writeApart(cell, 4).value}
					</text>
					{lines.map(({ id, text, index }) => (
						<text
							key={id}
							className="network-below"
							x={at.x}
							y={at.y + radius + 14 + 14 * index}
						>
							{text}
						</text>
					))}
				</>
			) : (
				<text
					className="network-name network-name-small"
					x={at.x + (isFirst ? -1 : 1) * (radius + 11)}
					y={at.y + 4}
				>
					{name}
				</text>
			)}
		</g>
	);
}
