/** One call's result, step by step: right, wrong, or right given the student's own earlier values. */
import type { Tolerance } from "../../exercises/authoring/cases.ts";
import type { StepInstance } from "../../exercises/authoring/exported.ts";
import {
	type Path,
	type Value,
	valueAt,
} from "../../exercises/authoring/value.ts";
import { findDifference, isFiniteAndNonZero } from "./compare.ts";

export interface JudgedStep {
	id: string;
	path: Path;
	isReturned: boolean;
	expected: Value | undefined;
	/** What the student returned; for an inner step, what follows from the nearest returned ones. */
	actual: Value | undefined;
	/** What the step gives at the student's own upstream values; undefined when that cannot be computed. */
	fromOwnValues: Value | undefined;
	isRight: boolean;
	/** Wrong, but right given the student's own wrong upstream values. */
	follows: boolean;
	/** What it is computed from, with the student's own earlier values, and its formula. */
	given: () => Record<string, Value>;
	others: () => Record<string, Value>;
	compute: StepInstance["compute"];
}

/** Nothing follows from a value this many times larger than the right one: a formula may take the square of its time. */
const maxGrowth = 4;

type Apply = readonly (readonly unknown[])[] | undefined;

/** A returned function is applied to `apply`'s argument lists. */
export function applied(value: unknown, apply: Apply): Value {
	if (typeof value === "function" && apply) {
		return apply.map(
			(list) => Reflect.apply(value, undefined, [...list]) as Value,
		);
	}
	return value as Value; // the authors' types let nothing but a Value or a function be returned
}

function evaluate(
	instance: StepInstance,
	values: readonly (Value | undefined)[],
	apply: Apply,
): Value {
	return applied(instance.evaluate(values), apply);
}

/** The reference's value of every step, in order. */
export function expectedValues(
	instances: readonly StepInstance[],
	apply: Apply,
): Value[] {
	const values: Value[] = [];
	for (const instance of instances)
		values.push(evaluate(instance, values, apply));
	return values;
}

/** Puts the steps' values, one for each instance, where the function returns them. */
export function assembleResult(
	instances: readonly StepInstance[],
	values: readonly (Value | undefined)[],
): Value {
	let result: Value = {};
	for (const [index, instance] of instances.entries()) {
		if (!instance.isReturned) continue;
		if (instance.path.length === 0) result = values[index];
		else place(result, instance.path, values[index]);
	}
	return result;
}

function place(target: Value, path: Path, value: Value): void {
	let current = target;
	for (const [depth, key] of path.entries()) {
		if (typeof current !== "object" || current === null) return;
		if (key === "length" && Array.isArray(current)) return;
		const isLast = depth === path.length - 1;
		const record = current as Record<string | number, Value>; // arrays and objects are both written by key here
		if (isLast) {
			// The length of a table without rows: the table itself is still an empty array.
			record[key] = value;
			return;
		}
		const next = path[depth + 1];
		record[key] ??= typeof next === "number" || next === "length" ? [] : {};
		current = record[key];
	}
}

/** The right result as the student's function should return it. */
export function expectedResult(
	instances: readonly StepInstance[],
	apply: Apply,
): Value {
	return assembleResult(instances, expectedValues(instances, apply));
}

/**
 * Compares one returned value with the reference, step by step in topological order.
 * @param expected the reference's value of every step
 * @param withFollowThrough false: no step is evaluated at the student's own values
 */
export function judgeSteps(
	instances: readonly StepInstance[],
	value: Value,
	tolerance: Tolerance,
	expected: readonly Value[],
	withFollowThrough = true,
): JudgedStep[] {
	const own: (Value | undefined)[] = [];
	const steps: JudgedStep[] = [];
	for (const [index, instance] of instances.entries()) {
		const isBehindWrong = instance.upstream.some(
			(at) => steps[at]?.isRight === false,
		);
		const canFollow =
			withFollowThrough &&
			instance.upstream.every(
				(at) => sizeOf(own[at]) <= maxGrowth * (sizeOf(expected[at]) + 1),
			);
		const atOwnValues = () =>
			canFollow ? tryEvaluate(instance, own) : undefined;
		const fromOwnValues = isBehindWrong ? atOwnValues() : expected[index];
		const actual = instance.isReturned
			? valueAt(value, instance.path)
			: fromOwnValues;
		own.push(actual);
		const isRight = findDifference(actual, expected[index], tolerance) === null;
		const follows =
			!isRight &&
			instance.isReturned &&
			isBehindWrong &&
			// Shapes first: a long list in place of a number is then never walked.
			findDifference(actual, fromOwnValues, tolerance) === null &&
			isFiniteAndNonZero(actual) &&
			instance.upstream.every((at) => isFiniteAndNonZero(own[at]));
		const { id, path, isReturned, compute } = instance;
		steps.push({
			id,
			path,
			isReturned,
			expected: expected[index],
			actual,
			fromOwnValues,
			isRight,
			follows,
			given: () => instance.given?.(own) ?? {},
			others: () => instance.others?.(own) ?? {},
			compute,
		});
	}
	return steps;
}

/** Values, characters of texts and the lists and objects that hold them, together. */
function sizeOf(value: Value | undefined): number {
	let size = 0;
	const pending: (Value | undefined)[] = [value];
	while (pending.length > 0) {
		const next = pending.pop();
		size += typeof next === "string" ? next.length + 1 : 1;
		if (typeof next === "object" && next !== null)
			for (const item of Array.isArray(next) ? next : Object.values(next))
				pending.push(item);
	}
	return size;
}

/** An author's formula may throw on a student's strange values; then nothing follows from them. */
function tryEvaluate(
	instance: StepInstance,
	own: readonly (Value | undefined)[],
): Value | undefined {
	try {
		return evaluate(instance, own, undefined);
	} catch {
		return undefined;
	}
}
