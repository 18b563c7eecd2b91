import { fuzzPrograms } from "./grading.ts";
import { fuzzLies } from "./lying.ts";
import { fuzzStretches } from "./stretching.ts";
import type { FuzzOptions } from "./tally.ts";
import { fuzzTransform } from "./transforming.ts";
import { fuzzValues } from "./values.ts";

/** One kind of execution. */
export interface FuzzKind {
	name: string;
	/** Of all executions of a run, the part that is of this kind. */
	share: number;
	/** Of its executions, the least part that must run and not only be read: text that is only refused tests little. */
	leastExecuted: number;
	/** @throws Error when a promise is broken, with what broke it */
	fuzz: (options: FuzzOptions) => Promise<void>;
}

/** All kinds; their shares add up to 1. */
export const kinds: readonly FuzzKind[] = [
	{ name: "programs", share: 0.025, leastExecuted: 0.5, fuzz: fuzzPrograms },
	{ name: "stretches", share: 0.03, leastExecuted: 0.5, fuzz: fuzzStretches },
	{ name: "transform", share: 0.625, leastExecuted: 0.05, fuzz: fuzzTransform },
	{ name: "values", share: 0.295, leastExecuted: 0.5, fuzz: fuzzValues },
	{ name: "lies", share: 0.025, leastExecuted: 0.5, fuzz: fuzzLies },
];
