/** Numbers as a picture takes them from a value: one, a list, a list of lists. `null` stands where there is no number. */
export type Data = number | null | Data[];

/** Longer lists are cut: no picture shows more, and a student's list may have a hundred thousand entries. */
export const longestList = 2000;

const named: Record<string, number> = {
	NaN: Number.NaN,
	Infinity: Number.POSITIVE_INFINITY,
	"-Infinity": Number.NEGATIVE_INFINITY,
};

/** Reads a shown value (plain JSON, non-finite numbers as texts) as numbers; true is 1, and what is no number is null. */
export function toData(value: unknown): Data {
	if (typeof value === "number") return value;
	if (typeof value === "boolean") return value ? 1 : 0;
	if (typeof value === "string") return named[value] ?? null;
	if (Array.isArray(value)) return value.slice(0, longestList).map(toData);
	return null;
}

/** One number; null for a list. */
export function toNumber(data: Data): number | null {
	return Array.isArray(data) ? null : data;
}

/** All numbers in order, lists within lists opened: a single number is a list of one, nothing is an empty one. */
export function toList(data: Data): (number | null)[] {
	if (!Array.isArray(data)) return data === null ? [] : [data];
	return data.flatMap((entry) =>
		Array.isArray(entry) ? toList(entry) : [entry],
	);
}

/** A matrix, rows of numbers: a flat list is one row, a number the only entry. */
export function toRows(data: Data): (number | null)[][] {
	if (!Array.isArray(data)) return data === null ? [] : [[data]];
	if (data.every((entry) => !Array.isArray(entry))) {
		return data.length === 0 ? [] : [data.map(toNumber)];
	}
	return data.map(toList);
}

/** Only what can be drawn. */
export function isFiniteNumber(
	value: number | null | undefined,
): value is number {
	return typeof value === "number" && Number.isFinite(value);
}

/** Entry by entry; a single number goes with every entry of a list, and the shortest list ends the others. */
export function combine(
	operands: readonly Data[],
	operation: (...numbers: number[]) => number,
): Data {
	const lists = operands.filter((operand) => Array.isArray(operand));
	if (lists.length === 0) {
		const numbers = operands.filter((operand) => typeof operand === "number");
		return numbers.length === operands.length ? operation(...numbers) : null;
	}
	const length = Math.min(...lists.map((list) => list.length));
	return Array.from({ length }, (_, index) =>
		combine(
			operands.map((operand) =>
				Array.isArray(operand) ? (operand[index] ?? null) : operand,
			),
			operation,
		),
	);
}
