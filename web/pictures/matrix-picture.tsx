"use client";

import { useTranslations } from "next-intl";
import { Fragment, useId, useState } from "react";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { formatNumber } from "../exercise/format-value.ts";
import { type Cell, writeApart } from "./cell.ts";
import { isFiniteNumber } from "./data.ts";
import type { Block, MatrixModel } from "./describe-grid.ts";

const write = (value: number | null): string =>
	value === null ? "–" : formatNumber(value, 4);

/** Draws matrices between brackets, shaded by size; of a product one entry is chosen, and what it is made of lights up. */
export function MatrixPicture({
	model,
	sentence,
}: {
	model: MatrixModel;
	sentence: string;
}) {
	const t = useTranslations("pictures");
	const id = useId();
	const [entry, setEntry] = useState(0);
	const [left, right, product] = model.blocks;
	const columns = product?.rows[0]?.length ?? 0;
	const count = model.isProduct ? (product?.rows.length ?? 0) * columns : 0;
	const chosen = count === 0 ? null : Math.min(entry, count - 1);
	const row = chosen === null ? -1 : Math.floor(chosen / columns);
	const column = chosen === null ? -1 : chosen % columns;
	const isLit = (block: number, i: number, j: number): boolean =>
		(block === 0 && i === row) ||
		(block === 1 && j === column) ||
		(block === 2 && i === row && j === column);

	return (
		<>
			<ScrollFrame className="picture-frame" label={sentence}>
				<div className="matrices" aria-hidden="true">
					{model.blocks.map((block, index) => (
						<Fragment key={block.label}>
							{index > 0 && model.signs[index - 1] !== "" && (
								<span className="matrix-sign">{model.signs[index - 1]}</span>
							)}
							<Matrix
								block={block}
								largest={model.largest}
								isLit={chosen === null ? null : (i, j) => isLit(index, i, j)}
							/>
						</Fragment>
					))}
				</div>
			</ScrollFrame>
			{chosen !== null && count > 1 && (
				<div className="picture-slider">
					<label htmlFor={id}>{t("entry")}</label>
					<input
						id={id}
						type="range"
						min={0}
						max={count - 1}
						value={chosen}
						aria-valuetext={t("entryAt", { row: row + 1, column: column + 1 })}
						onChange={({ target }) => setEntry(Number(target.value))}
					/>
					<output htmlFor={id}>{writeSum(left, right, row, column)}</output>
				</div>
			)}
		</>
	);
}

/** The sum behind one entry of a product, e.g. "1·5 + 2·7 = 19". */
function writeSum(
	left: Block | undefined,
	right: Block | undefined,
	row: number,
	column: number,
): string {
	const factors = (left?.rows[row] ?? []).map((cell, k) => [
		cell.value,
		right?.rows[k]?.[column]?.value ?? null,
	]);
	const sum = factors.reduce(
		(total, [a = null, b = null]) =>
			total + (a ?? Number.NaN) * (b ?? Number.NaN),
		0,
	);
	const terms = factors.map(
		([a = null, b = null]) => `${inBrackets(a)}·${inBrackets(b)}`,
	);
	return `${terms.join(" + ")} = ${write(sum)}`;
}

function inBrackets(value: number | null): string {
	return value !== null && value < 0 ? `(${write(value)})` : write(value);
}

function Matrix({
	block: { label, rows },
	largest,
	isLit,
}: {
	block: Block;
	largest: number;
	isLit: ((row: number, column: number) => boolean) | null;
}) {
	return (
		<div className="matrix">
			<div className="matrix-rows">
				{rows.map((row, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places
					<div key={i} className="matrix-row">
						{row.map((cell, j) => (
							<span
								// biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
								key={j}
								className={`matrix-cell ${cell.isOff ? "is-off" : ""} ${isLit?.(i, j) ? "is-lit" : ""}`}
								style={
									isLit === null ? { background: shadeOf(cell, largest) } : {}
								}
							>
								<CellText cell={cell} />
							</span>
						))}
					</div>
				))}
			</div>
			<span className="matrix-label">{label}</span>
		</div>
	);
}

function CellText({ cell }: { cell: Cell }) {
	const { value, expected } = writeApart(cell, 4);
	return (
		<>
			{value ?? "–"}
			{expected !== null && (
				<small className="matrix-expected">≠ {expected}</small>
			)}
		</>
	);
}

/** Light enough to keep the number readable: at most 30 % of the colour. */
function shadeOf({ value }: Cell, largest: number): string {
	if (!isFiniteNumber(value) || largest === 0 || value === 0) return "none";
	const share = Math.round((30 * Math.abs(value)) / largest);
	return `color-mix(in srgb, var(--series-${value < 0 ? 2 : 1}) ${share}%, transparent)`;
}
