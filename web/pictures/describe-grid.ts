import { type Cell, largestOf, readCellRows, readCells } from "./cell.ts";
import { toRows } from "./data.ts";
import type { PictureViewOf } from "./picture-view.ts";
import {
	type PictureCase,
	readersFor,
	type SliderValues,
} from "./read-quantity.ts";

export interface Block {
	label: string;
	rows: Cell[][];
}

export interface MatrixModel {
	kind: "matrix";
	blocks: Block[];
	/** Between the blocks; "" where none is declared. */
	signs: string[];
	/** Whether the third block is the product of the first two. */
	isProduct: boolean;
	largest: number;
}

export interface PixelsModel {
	kind: "pixels";
	images: Block[];
	columns: number;
	/** Whether shades run from white to ink (0 … 1); else from one sign to the other. */
	isUnit: boolean;
	largest: number;
}

/** Larger matrices are cut; the visible cases have none. */
const mostSide = 20;
const mostImages = 24;

export function describeMatrix(
	picture: PictureViewOf<"matrix">,
	from: PictureCase,
	sliders: SliderValues,
): MatrixModel {
	const blocks = picture.blocks.map(({ label, values, column }) => {
		const rows = readCellRows(values, from, sliders)
			.slice(0, mostSide)
			.map((row) => row.slice(0, mostSide));
		const [only, ...others] = rows;
		const isRow = only !== undefined && others.length === 0;
		return {
			label,
			rows: column && isRow ? only.map((cell) => [cell]) : rows,
		};
	});
	return {
		kind: "matrix",
		blocks,
		signs: blocks.slice(1).map((_, index) => picture.signs?.[index] ?? ""),
		isProduct: picture.product ?? false,
		largest: largestOf(blocks.flatMap(({ rows }) => rows.flat())),
	};
}

export function describePixels(
	picture: PictureViewOf<"pixels">,
	from: PictureCase,
	sliders: SliderValues,
): PixelsModel {
	const images = picture.images.flatMap(({ label, values }): Block[] => {
		const readers = readersFor(values, from, sliders);
		// Rows written as text, e.g. ["111", "101"].
		const text =
			typeof values === "string" ? readers.at(-1)?.value(values) : undefined;
		if (Array.isArray(text) && text.every((row) => typeof row === "string"))
			return [{ label, rows: text.map(cellsOfText) }];
		const count = toRows(readers[0]?.read(values) ?? null).length;
		if (count <= 1)
			return [
				{
					label,
					rows: cut(readCells(values, from, sliders), picture.columns),
				},
			];
		return readCellRows(values, from, sliders).map((cells, index) => ({
			label: `${label} ${index + 1}`,
			rows: cut(cells, picture.columns),
		}));
	});
	const shown = images.slice(0, mostImages);
	const cells = shown.flatMap(({ rows }) => rows.flat());
	return {
		kind: "pixels",
		images: shown,
		columns: picture.columns,
		isUnit: cells.every(
			({ value }) => value === null || (value >= 0 && value <= 1),
		),
		largest: largestOf(cells),
	};
}

function cellsOfText(row: string): Cell[] {
	return [...row].map((letter) => ({
		value: letter === "1" ? 1 : 0,
		expected: null,
		isOff: false,
	}));
}

function cut(cells: Cell[], columns: number): Cell[][] {
	return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
		cells.slice(row * columns, (row + 1) * columns),
	);
}
