import type { CheckResult, ShownCase } from "../../grader/verdict.ts";
import type {
	ExerciseView,
	FunctionView,
	StepView,
} from "../exercise/exercise-view.ts";

type ShownStep = NonNullable<ShownCase["steps"]>[number];

/** How a step came out; `given` is an argument, `inner` a step that need not be returned. */
export type StepStatus = ShownStep["status"] | "given" | "inner";

/** One node of the picture, and one row of the table that says the same. */
export interface StepNode {
	id: string;
	label: string;
	status: StepStatus;
	/** Null for arguments, and for values outside the step graph, which only the table shows. */
	step: StepView | null;
	actual: unknown;
	expected: unknown;
	from: string[];
}

/** The values of one case, from a verdict or from the visible cases. */
export interface StepValues {
	input: unknown[];
	steps: ShownStep[];
}

/** One part of a case: a round of a run, or the result. `place` is "trace[1]" for the second round, "" for the result. */
export interface StepPart {
	place: string;
	/** Counted from 1; null for the result. */
	round: number | null;
	nodes: StepNode[];
}

/**
 * Finds the function a case belongs to: the one whose returned steps fit the ids best.
 *
 * @returns null when none shares a step
 */
export function findFunction(
	functions: FunctionView[],
	ids: string[],
): FunctionView | null {
	const wanted = new Set(ids);
	let best: FunctionView | null = null;
	let bestFit = 0;
	for (const candidate of functions) {
		const known = new Set(candidate.steps.map(({ id }) => id));
		const shared = [...wanted].filter((id) => known.has(id)).length;
		const fit = shared === 0 ? 0 : shared / new Set([...wanted, ...known]).size;
		if (fit > bestFit) [best, bestFit] = [candidate, fit];
	}
	return best;
}

/**
 * Finds the function that a check's shown case calls: among those that the check's visible cases call, else among all, the
 * one whose steps fit.
 *
 * @returns null when nothing is known of it
 */
export function findCalledFunction(
	exercise: Pick<ExerciseView, "cases" | "functions">,
	check: Pick<CheckResult, "id" | "shown">,
): FunctionView | null {
	const ids = check.shown?.steps?.map(({ id }) => id) ?? [];
	const called = new Set(
		exercise.cases
			.filter(({ checkId }) => checkId === check.id)
			.map((one) => one.function),
	);
	const known = exercise.functions.filter(({ name }) => called.has(name));
	return (
		findFunction(known, ids) ??
		known[0] ??
		findFunction(exercise.functions, ids)
	);
}

/** Where a step's value stands: `trace[1]` for `trace[1].deltaB`, the empty text for `deltaB`. */
export function placeOf({ id, path }: { id: string; path: string }): string {
	return path.endsWith(`.${id}`) ? path.slice(0, -id.length - 1) : "";
}

/**
 * Joins a step graph with the values of one case, part by part. A case without rounds has one part; along a run each
 * round is a part, and the result is the last.
 */
export function describeParts(
	graph: FunctionView,
	values: StepValues,
): StepPart[] {
	const places = [...new Set(values.steps.map(placeOf))];
	if (places.length === 0) places.push("");
	return places.map((place) => {
		const round = /\[(\d+)\]$/.exec(place)?.[1];
		const own = values.steps.filter((shown) => placeOf(shown) === place);
		return {
			place,
			round: round === undefined ? null : Number(round) + 1,
			nodes: describeSteps(
				graph,
				{ input: values.input, steps: own },
				place,
				places.length > 1,
			),
		};
	});
}

/** Arguments first, then the steps in the graph's order, then values that are no steps. */
function describeSteps(
	graph: FunctionView,
	values: StepValues,
	place: string,
	isRun: boolean,
): StepNode[] {
	const shownById = new Map(values.steps.map((shown) => [shown.id, shown]));
	const steps = pickSteps(graph, place).filter(
		({ id }) => !isRun || shownById.has(id),
	);
	const stepIds = new Set(steps.map(({ id }) => id));
	const arguments_ = [...new Set(steps.flatMap(({ from }) => from))].filter(
		(id) => !stepIds.has(id),
	);
	return [
		...arguments_.map((id): StepNode => {
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
		}),
		...steps.map((step): StepNode => {
			const shown = shownById.get(step.id);
			return {
				id: step.id,
				label: step.label,
				status: shown?.status ?? (step.isReturned ? "missing" : "inner"),
				step,
				actual: shown?.actual,
				expected: shown?.expected,
				from: step.from,
			};
		}),
		...values.steps
			.filter(({ id }) => !stepIds.has(id))
			.map(
				({ path, status, actual, expected }): StepNode => ({
					id: `value ${path}`,
					label: path,
					status,
					step: null,
					actual,
					expected,
					from: [],
				}),
			),
	];
}

/** A run's graph may declare an id twice, for its rounds and for its result: rounds take the first, the result the last. */
function pickSteps(graph: FunctionView, place: string): StepView[] {
	const ordered = place === "" ? graph.steps.toReversed() : graph.steps;
	const picked = new Map<string, StepView>();
	for (const step of ordered)
		if (!picked.has(step.id)) picked.set(step.id, step);
	return graph.steps.filter((step) => picked.get(step.id) === step);
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
