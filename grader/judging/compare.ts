import type { Tolerance } from "../../exercises/authoring/cases.ts";
import type { Path, Value } from "../../exercises/authoring/value.ts";

/** Where two values first differ, with both sides there. */
export interface Difference {
	path: Path;
	expected: Value | undefined;
	actual: Value | undefined;
}

/**
 * Compares typed and strictly, shape first; numbers by |actual − expected| ≤ absolute + relative·|expected|. NaN equals
 * only NaN, infinities only themselves, −0 equals 0.
 * @returns null when equal, else the first difference in reading order
 */
export function findDifference(
	actual: Value | undefined,
	expected: Value | undefined,
	tolerance: Tolerance,
	path: Path = [],
): Difference | null {
	if (typeof expected === "number" && typeof actual === "number") {
		return numbersAgree(actual, expected, tolerance)
			? null
			: { path, expected, actual };
	}
	if (Array.isArray(expected)) {
		if (!Array.isArray(actual)) return { path, expected, actual };
		if (actual.length !== expected.length) {
			return {
				path: [...path, "length"],
				expected: expected.length,
				actual: actual.length,
			};
		}
		for (const [index, item] of expected.entries()) {
			const difference = findDifference(actual[index], item, tolerance, [
				...path,
				index,
			]);
			if (difference) return difference;
		}
		return null;
	}
	if (typeof expected === "object" && expected !== null) {
		if (typeof actual !== "object" || actual === null || Array.isArray(actual))
			return { path, expected, actual };
		for (const key of Object.keys(expected)) {
			if (!Object.hasOwn(actual, key))
				return {
					path: [...path, key],
					expected: expected[key],
					actual: undefined,
				};
			const difference = findDifference(actual[key], expected[key], tolerance, [
				...path,
				key,
			]);
			if (difference) return difference;
		}
		const extra = Object.keys(actual).find(
			(key) => !Object.hasOwn(expected, key),
		);
		return extra === undefined
			? null
			: { path: [...path, extra], expected: undefined, actual: actual[extra] };
	}
	return Object.is(actual, expected) ? null : { path, expected, actual };
}

function numbersAgree(
	actual: number,
	expected: number,
	tolerance: Tolerance,
): boolean {
	if (Number.isNaN(expected) || Number.isNaN(actual))
		return Number.isNaN(expected) && Number.isNaN(actual);
	if (!Number.isFinite(expected) || !Number.isFinite(actual))
		return expected === actual;
	return (
		Math.abs(actual - expected) <=
		tolerance.absolute + tolerance.relative * Math.abs(expected)
	);
}

/** |actual − expected| / |expected| for two finite numbers; undefined otherwise or when expected is 0. */
export function relativeErrorOf(difference: Difference): number | undefined {
	const { actual, expected } = difference;
	if (
		typeof actual !== "number" ||
		typeof expected !== "number" ||
		expected === 0
	)
		return undefined;
	const error = Math.abs(actual - expected) / Math.abs(expected);
	return Number.isFinite(error) ? error : undefined;
}

/** Every number in `value` is finite and not all of them are 0; booleans and texts do not count as numbers. */
export function isFiniteAndNonZero(value: Value | undefined): boolean {
	let hasNonZero = false;
	const pending: (Value | undefined)[] = [value];
	while (pending.length > 0) {
		const next = pending.pop();
		if (typeof next === "number") {
			if (!Number.isFinite(next)) return false;
			if (next !== 0) hasNonZero = true;
		} else if (typeof next === "object" && next !== null) {
			// One by one: as the arguments of a single call, a long list would not fit on the stack.
			for (const item of Array.isArray(next) ? next : Object.values(next))
				pending.push(item);
		}
	}
	return hasNonZero;
}
