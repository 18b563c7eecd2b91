"use client";

import { ScrollFrame } from "../components/scroll-frame.tsx";
import type { Cell } from "./cell.ts";
import { isFiniteNumber } from "./data.ts";
import type { Block, PixelsModel } from "./describe-grid.ts";

/** Draws images as grids of cells: 0 … 1 from paper to ink, weights from one colour over nothing to the other. */
export function PixelsPicture({
	model,
	sentence,
}: {
	model: PixelsModel;
	sentence: string;
}) {
	const keyed = model.images.map((image, index) => ({
		image,
		id: `${index} ${image.label}`,
	}));
	return (
		<ScrollFrame className="picture-frame" label={sentence}>
			<div className="pixel-images" aria-hidden="true">
				{keyed.map(({ id, image }) => (
					<Image
						key={id}
						image={image}
						columns={model.columns}
						isUnit={model.isUnit}
						largest={model.largest}
					/>
				))}
			</div>
		</ScrollFrame>
	);
}

const side = 22;

function Image({
	image: { label, rows },
	columns,
	isUnit,
	largest,
}: {
	image: Block;
	columns: number;
	isUnit: boolean;
	largest: number;
}) {
	const width = Math.max(columns, ...rows.map((row) => row.length));
	return (
		<div className="pixel-image">
			<svg
				width={width * side + 2}
				height={rows.length * side + 2}
				aria-hidden="true"
				focusable="false"
			>
				{rows.map((row, i) =>
					row.map((cell, j) => (
						<g
							// biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places
							key={`${i} ${j}`}
							transform={`translate(${j * side + 1} ${i * side + 1})`}
						>
							<rect
								className={`pixel ${cell.isOff ? "is-off" : ""}`}
								width={side}
								height={side}
								style={{ fill: shadeOf(cell, isUnit, largest) }}
							/>
							{!isUnit && isFiniteNumber(cell.value) && cell.value < 0 && (
								<path
									className="pixel-minus"
									d={`M6 ${side / 2}H${side - 6}`}
								/>
							)}
						</g>
					)),
				)}
			</svg>
			<span className="matrix-label">{label}</span>
		</div>
	);
}

function shadeOf({ value }: Cell, isUnit: boolean, largest: number): string {
	if (!isFiniteNumber(value)) return "transparent";
	if (isUnit)
		return `color-mix(in srgb, var(--ink) ${Math.round(100 * value)}%, var(--surface))`;
	const share =
		largest === 0 ? 0 : Math.round((100 * Math.abs(value)) / largest);
	return `color-mix(in srgb, var(--series-${value < 0 ? 2 : 1}) ${share}%, var(--surface))`;
}
