/**
 * The library of slips that need no recorded wrong version: how a first wrong step relates to what would have been right
 * there. A slip is named only when one fits in every case, in at least two with different values; never when several do.
 */

import type { Value } from "../../exercises/authoring/value.ts";
import type { Localized } from "../../exercises/bundle.ts";

interface Slip {
	ratio: number;
	sentence: Localized;
}

export const slips: Readonly<Record<string, Slip>> = {
	"sign-flipped": {
		ratio: -1,
		sentence: {
			en: "The value is right but for its sign: look at which quantity is subtracted from which.",
			zh: "数值大小正确，但符号相反：检查是谁减去谁。",
		},
	},
	"half-of-it": {
		ratio: 0.5,
		sentence: {
			en: "The value is exactly half of what it should be: a factor 2 got lost.",
			zh: "结果恰好是正确值的一半：丢掉了因子 2。",
		},
	},
	"twice-of-it": {
		ratio: 2,
		sentence: {
			en: "The value is exactly twice what it should be: there is a factor 2 too many.",
			zh: "结果恰好是正确值的两倍：多了一个因子 2。",
		},
	},
};

/** A step's value and what follows from the student's own upstream values. */
export interface StepPair {
	actual: Value | undefined;
	right: Value | undefined;
}

/** @returns the id of the one slip that explains all `pairs`, or null */
export function findSlip(pairs: readonly StepPair[]): string | null {
	const flat = pairs.map(({ actual, right }) => ({
		actual: numbersIn(actual),
		right: numbersIn(right),
	}));
	const telling = flat.filter(({ right }) =>
		right.some((number) => number !== 0),
	);
	if (new Set(telling.map(({ right }) => JSON.stringify(right))).size < 2)
		return null;
	const fitting = Object.entries(slips).filter(([, { ratio }]) =>
		flat.every(
			({ actual, right }) =>
				actual.length === right.length &&
				actual.every((number, index) => {
					const want = (right[index] ?? Number.NaN) * ratio;
					return Math.abs(number - want) <= 1e-9 * Math.max(1, Math.abs(want));
				}),
		),
	);
	const [only, second] = fitting;
	return only && !second ? only[0] : null;
}

function numbersIn(value: Value | undefined): number[] {
	if (typeof value === "number") return [value];
	if (Array.isArray(value)) return value.flatMap(numbersIn);
	return [];
}
