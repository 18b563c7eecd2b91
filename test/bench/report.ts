/** What a run has found, as tables for a terminal. */

import type { Burst } from "./end-to-end.ts";

/** One goal of the project, measured. */
export interface Goal {
	goal: string;
	measured: string;
	isMet: boolean;
}

/** A goal of the form "at most" or "at least", as a ratio or a number with a unit. */
export function judgeGoal(
	goal: string,
	measured: number,
	{
		atMost,
		atLeast,
		unit = "times",
	}: {
		atMost?: number;
		atLeast?: number;
		unit?: string;
	},
): Goal {
	const isMet =
		measured <= (atMost ?? Number.POSITIVE_INFINITY) &&
		measured >= (atLeast ?? Number.NEGATIVE_INFINITY);
	return { goal, measured: `${shorten(measured)} ${unit}`, isMet };
}

/** Three significant digits, no exponent. */
export function shorten(value: number): string {
	if (Math.abs(value) >= 100) return value.toFixed(0);
	return String(Number(value.toPrecision(3)));
}

/** Columns as wide as their widest cell; numbers to the right. */
export function formatTable(
	head: readonly string[],
	rows: readonly (readonly (string | number)[])[],
): string {
	const cells = rows.map((row) =>
		row.map((cell) => (typeof cell === "number" ? shorten(cell) : cell)),
	);
	const widths = head.map((title, column) =>
		Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: readonly string[], isHead: boolean) =>
		row
			.map((cell, column) => {
				const isNumber = !isHead && typeof rows[0]?.[column] === "number";
				const width = widths[column] ?? 0;
				return isNumber || (isHead && typeof rows[0]?.[column] === "number")
					? cell.padStart(width)
					: cell.padEnd(width);
			})
			.join("  ")
			.trimEnd();
	return [
		line(head, true),
		widths.map((width) => "-".repeat(width)).join("  "),
		...cells.map((row) => line(row, false)),
	].join("\n");
}

export function formatGoals(goals: readonly Goal[]): string {
	return goals
		.map(
			({ goal, measured, isMet }) =>
				`goal ${goal}: measured ${measured}, ${isMet ? "met" : "missed"}`,
		)
		.join("\n");
}

/** @param rawPerSecond the raw limit's throughput with as many processes, or null where it was not measured beside */
export function formatBursts(
	bursts: readonly Burst[],
	rawPerSecond: number | null,
): string {
	const table = formatTable(
		[
			"submitted over HTTP",
			"loops",
			"lost",
			"acknowledged ms",
			"95th",
			"max",
			"verdict ms",
			"95th",
			"max",
			"honest per s",
			"of raw",
		],
		bursts.map((burst) => [
			burst.submissions,
			burst.loops,
			burst.lost,
			burst.acknowledged.median,
			burst.acknowledged.p95,
			burst.acknowledged.max,
			burst.graded.median,
			burst.graded.p95,
			burst.graded.max,
			burst.perSecond,
			rawPerSecond === null ? "" : burst.perSecond / rawPerSecond,
		]),
	);
	return rawPerSecond === null
		? table
		: `${table}\nraw limit beside it: ${shorten(rawPerSecond)} per s`;
}
