import type { ShownCase } from "../../grader/verdict.ts";
import type { FunctionView, StepView } from "../exercise/exercise-view.ts";

/** How a step came out; `given` is an argument, `inner` a step that need not be returned. */
export type StepStatus =
	| NonNullable<ShownCase["steps"]>[number]["status"]
	| "given"
	| "inner";

/** One node of the picture, and one row of the table that says the same. */
export interface StepNode {
	id: string;
	label: string;
	status: StepStatus;
	/** Null for arguments. */
	step: StepView | null;
	actual: unknown;
	expected: unknown;
	from: string[];
}

/** The values of one case, from a verdict or from the visible cases. */
export interface StepValues {
	input: unknown[];
	steps: {
		id: string;
		status: StepStatus;
		expected: unknown;
		actual: unknown;
	}[];
}

/** Finds the function whose step graph fits the ids best; null when none shares a step. */
export function findFunction(
	functions: FunctionView[],
	ids: string[],
): FunctionView | null {
	let best: FunctionView | null = null;
	let bestCount = 0;
	for (const candidate of functions) {
		const known = new Set(candidate.steps.map(({ id }) => id));
		const count = ids.filter((id) => known.has(id)).length;
		if (count > bestCount) [best, bestCount] = [candidate, count];
	}
	return best;
}

/**
 * Joins a step graph with the values of one case: arguments first, then the steps in the graph's order. Where a step
 * occurs several times, as along a run, the first wrong occurrence is taken, else the first.
 */
export function describeSteps(
	graph: FunctionView,
	values: StepValues,
): StepNode[] {
	const stepIds = new Set(graph.steps.map(({ id }) => id));
	const used = new Set(
		graph.steps.flatMap(({ from }) => from).filter((id) => !stepIds.has(id)),
	);
	const inputs = [...used].map((id): StepNode => {
		const value = valueOfInput(graph, values.input, id);
		return {
			id,
			label: id,
			status: "given",
			step: null,
			actual: value,
			expected: value,
			from: [],
		};
	});
	const steps = graph.steps.map((step): StepNode => {
		const own = values.steps.filter(({ id }) => id === step.id);
		const shown = own.find(({ status }) => status === "first-wrong") ?? own[0];
		return {
			id: step.id,
			label: step.label,
			status: shown?.status ?? (step.isReturned ? "missing" : "inner"),
			step,
			actual: shown?.actual,
			expected: shown?.expected,
			from: step.from,
		};
	});
	return [...inputs, ...steps];
}

/** Finds an argument, or a field of one, by the name the step graph uses. */
function valueOfInput(
	graph: FunctionView,
	input: unknown[],
	name: string,
): unknown {
	const position = graph.parameters.indexOf(name);
	if (position >= 0) return input[position];
	for (const argument of input) {
		if (
			typeof argument === "object" &&
			argument !== null &&
			!Array.isArray(argument) &&
			Object.hasOwn(argument, name)
		) {
			return (argument as Record<string, unknown>)[name];
		}
	}
	return undefined;
}
