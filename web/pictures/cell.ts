import type { Term } from "../../exercises/pictures.ts";
import { formatNumber } from "../exercise/format-value.ts";
import { type Data, isFiniteNumber, toList, toNumber, toRows } from "./data.ts";
import {
	type PictureCase,
	readersFor,
	type SliderValues,
} from "./read-quantity.ts";

/** One number of a picture; beside a student's stands the expected one where they differ. */
export interface Cell {
	/** Null where there is none. */
	value: number | null;
	/** Null unless the value differs from it. */
	expected: number | null;
	isOff: boolean;
}

/** Closer values look the same in every picture; whether they are right is the verdict's business. */
const looksEqual = 1e-6;

function makeCell(
	value: number | null,
	expected: number | null | undefined,
): Cell {
	if (expected === undefined || expected === null)
		return { value, expected: null, isOff: false };
	const isSame =
		Object.is(value, expected) ||
		(value !== null &&
			Math.abs(value - expected) <=
				looksEqual * Math.max(1, Math.abs(expected)));
	return isSame
		? { value, expected: null, isOff: false }
		: { value, expected, isOff: true };
}

/** A cell's number and, where it differs, the expected one, with as many digits as it takes to tell them apart. */
export function writeApart(
	{ value, expected }: Cell,
	fewest: number,
): { value: string | null; expected: string | null } {
	const write = (number: number | null, digits: number) =>
		number === null ? null : formatNumber(number, digits);
	let digits = fewest;
	if (expected !== null)
		while (digits < 10 && write(value, digits) === write(expected, digits))
			digits++;
	return { value: write(value, digits), expected: write(expected, digits) };
}

/** What is shown, and what was expected where that is something else. */
function readBoth(
	quantity: Term,
	from: PictureCase,
	sliders: SliderValues,
): { shown: Data; expected: Data | undefined } {
	const readers = readersFor(quantity, from, sliders);
	const shown = readers.at(-1)?.read(quantity) ?? null;
	return {
		shown,
		expected: readers.length > 1 ? readers[0]?.read(quantity) : undefined,
	};
}

export function readCell(
	quantity: Term,
	from: PictureCase,
	sliders: SliderValues,
): Cell {
	const { shown, expected } = readBoth(quantity, from, sliders);
	return makeCell(
		toNumber(shown),
		expected === undefined ? undefined : toNumber(expected),
	);
}

/** A list; as long as the longer of the shown and the expected one. */
export function readCells(
	quantity: Term,
	from: PictureCase,
	sliders: SliderValues,
): Cell[] {
	const { shown, expected } = readBoth(quantity, from, sliders);
	return joinCells(
		toList(shown),
		expected === undefined ? undefined : toList(expected),
	);
}

/** Rows of a matrix; each as long as the longer of the shown and the expected one. */
export function readCellRows(
	quantity: Term,
	from: PictureCase,
	sliders: SliderValues,
): Cell[][] {
	const { shown, expected } = readBoth(quantity, from, sliders);
	const rows = toRows(shown);
	const wanted = expected === undefined ? undefined : toRows(expected);
	const count = Math.max(rows.length, wanted?.length ?? 0);
	return Array.from({ length: count }, (_, index) =>
		joinCells(rows[index] ?? [], wanted && (wanted[index] ?? [])),
	);
}

function joinCells(
	shown: (number | null)[],
	expected: (number | null)[] | undefined,
): Cell[] {
	const count = Math.max(shown.length, expected?.length ?? 0);
	return Array.from({ length: count }, (_, index) =>
		makeCell(shown[index] ?? null, expected?.[index]),
	);
}

/** The greatest size among cells, for shades; 0 where there is none. */
export function largestOf(cells: readonly Cell[]): number {
	return cells.reduce(
		(most, { value }) =>
			isFiniteNumber(value) ? Math.max(most, Math.abs(value)) : most,
		0,
	);
}
