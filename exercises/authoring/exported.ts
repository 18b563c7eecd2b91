/**
 * The functions a student must export, each declared with the steps of its computation. For given arguments a function
 * unrolls into a flat list of step instances, which is all that judging needs: a run of n rounds is n copies of its row.
 */
import type { Step } from "./graph.ts";
import type { Path, Value } from "./value.ts";

/** One step at one place of the result, e.g. deltaB of round 3 at `["trace", 2, "deltaB"]`. */
export interface StepInstance {
	id: string;
	path: Path;
	isReturned: boolean;
	/** Indices of the instances it reads; arguments are not among them. */
	upstream: readonly number[];
	/** Computes the value from the values of earlier instances, by index. May throw on a student's strange values. */
	evaluate: (values: readonly (Value | undefined)[]) => Value;
	/**
	 * What it is computed from, by the names of inputs and steps. This and the next two are absent in versions that an
	 * earlier release compiled.
	 */
	given?: (values: readonly (Value | undefined)[]) => Record<string, Value>;
	/** Whatever else has a name when it is computed: inputs and earlier steps that it does not read. */
	others?: (values: readonly (Value | undefined)[]) => Record<string, Value>;
	/** The formula alone, of what `given` gives or anything like it. */
	compute?: (given: Readonly<Record<string, Value>>) => Value;
}

/** An exported function and its meaning. `Args` are the arguments' types, in order. */
export interface ExportedFunction<
	Args extends readonly unknown[] = readonly unknown[],
> {
	name: string;
	parameters: readonly string[];
	/** Names the graph's formulas use for what comes in. */
	inputs: readonly string[];
	/** The steps of one row or of the whole, for pictures and hints. */
	steps: readonly Omit<Step, "evaluate">[];
	unroll: (args: Args) => StepInstance[];
}

/** Any step graph over `Inputs`. */
interface Takes<Inputs> {
	readonly steps: readonly Step[];
	readonly takes?: (inputs: Inputs) => void;
}

function inputNamesOf(steps: readonly Step[]): string[] {
	const own = new Set(steps.map((step) => step.id));
	return [...new Set(steps.flatMap((step) => step.from))].filter(
		(name) => !own.has(name),
	);
}

/** Adds one copy of `steps` to `instances`; `inputs` are fixed values, `carried` names point at earlier instances. */
function appendInstances(
	instances: StepInstance[],
	steps: readonly Step[],
	at: Path,
	inputs: Record<string, Value>,
	carried: ReadonlyMap<string, number>,
): Map<string, number> {
	const indexOf = new Map(carried);
	for (const step of steps) {
		const reads = step.from.flatMap((name) => {
			const index = indexOf.get(name);
			return index === undefined ? [] : [{ name, index }];
		});
		const givenFrom = (values: readonly (Value | undefined)[]) => {
			const given: Record<string, Value> = {};
			for (const name of step.from) given[name] = inputs[name];
			for (const { name, index } of reads) given[name] = values[index];
			return given;
		};
		const before = [...indexOf].filter(([name]) => !step.from.includes(name));
		const others = (values: readonly (Value | undefined)[]) => {
			const named: Record<string, Value> = {};
			for (const [name, value] of Object.entries(inputs))
				if (!step.from.includes(name)) named[name] = value;
			for (const [name, index] of before) named[name] = values[index];
			return named;
		};
		indexOf.set(step.id, instances.length);
		instances.push({
			id: step.id,
			path: [...at, step.id],
			isReturned: step.isReturned,
			upstream: reads.map((read) => read.index),
			evaluate: (values) => step.evaluate(givenFrom(values)),
			given: givenFrom,
			others,
			compute: step.evaluate,
		});
	}
	return indexOf;
}

/**
 * Declares a function that returns an object with one key per step.
 * @param inputs turns the arguments into the graph's inputs
 * @example returnsSteps("backward", ["x", "values", "y"], (x: number, values: Forward, y: number) => ({ x, ...values, y }), graph)
 */
export function returnsSteps<Args extends unknown[], Inputs extends object>(
	name: string,
	parameters: readonly string[],
	inputs: (...args: Args) => Inputs,
	graph: Takes<NoInfer<Inputs>>,
): ExportedFunction<Args> {
	return {
		name,
		parameters,
		inputs: inputNamesOf(graph.steps),
		steps: graph.steps,
		unroll: (args) => {
			const instances: StepInstance[] = [];
			appendInstances(
				instances,
				graph.steps,
				[],
				{ ...inputs(...args) } as Record<string, Value>,
				new Map(),
			);
			return instances;
		},
	};
}

/**
 * Declares a function whose whole result is one value; the step's id is the function's name.
 * @param formula LaTeX
 * @example returnsValue("nextX", ["x", "deltaX"], "x' = x - \\Delta x", (x: number, deltaX: number) => x - deltaX)
 */
export function returnsValue<Args extends unknown[]>(
	name: string,
	parameters: readonly string[],
	formula: string,
	evaluate: (...args: Args) => Value | ((...values: never[]) => Value),
): ExportedFunction<Args> {
	return {
		name,
		parameters,
		inputs: parameters,
		steps: [{ id: name, formula, from: parameters, isReturned: true }],
		unroll: (args) => [
			{
				id: name,
				path: [],
				isReturned: true,
				upstream: [],
				// A returned function is applied to the case's `apply` lists when steps are judged.
				evaluate: () => evaluate(...args) as Value,
				given: () =>
					Object.fromEntries(
						parameters.map((parameter, index) => [
							parameter,
							args[index] as Value,
						]),
					),
				others: () => ({}),
				compute: (given) =>
					evaluate(
						...(parameters.map((parameter) => given[parameter]) as Args),
					) as Value,
			},
		],
	};
}

/**
 * Declares a run: a table of rounds under one key, where each row follows from the row before, and values after it.
 * Row 0 gets `first`, later rows get the values that `carries` takes from the student's own row before.
 *
 * @example
 * returnsRun("solve", ["x", "y", "error", "maxRounds"], {
 *   inputs: (x: number, y: number, error: number, maxRounds: number) => ({ start: x, y, error, maxRounds }),
 *   rows: "trace",
 *   carries: { previousX: "x", previousDeltaX: "deltaX" },
 *   first: ({ start }) => ({ previousX: start, previousDeltaX: 0 }),
 *   row: roundGraph,
 *   count: ({ start, y, error, maxRounds }) => solve(start, y, error, maxRounds).rounds,
 *   after: { takes: { lastX: "x", lastDeltaX: "deltaX" }, graph: summaryGraph },
 * })
 */
export function returnsRun<
	Args extends unknown[],
	Inputs extends object,
	Carried extends Record<string, Value>,
>(
	name: string,
	parameters: readonly string[],
	run: {
		inputs: (...args: Args) => Inputs;
		/** The returned key that holds the rows. */
		rows: string;
		/** Name in the row graph → step of the row before. */
		carries: Record<keyof Carried & string, string>;
		first: (inputs: Inputs) => Carried;
		row: Takes<Inputs & Carried>;
		/** How many rows the right answer has; 0 is allowed. */
		count: (inputs: Inputs) => number;
		after: {
			/** Name in the summary graph → step of the last row. */
			takes: Record<string, string>;
			/** Over the inputs, the names in `takes`, and `rowCount`. */
			graph: { readonly steps: readonly Step[] };
		};
	},
): ExportedFunction<Args> {
	return {
		name,
		parameters,
		inputs: inputNamesOf(run.row.steps),
		steps: [...run.row.steps, ...run.after.graph.steps],
		unroll: (args) => {
			const inputs = run.inputs(...args);
			const fixed = { ...inputs } as Record<string, Value>;
			const count = run.count(inputs);
			const instances: StepInstance[] = [];
			const none: ReadonlyMap<string, number> = new Map();
			let last = none;
			for (let index = 0; index < count; index++) {
				const at = [run.rows, index];
				const carried = index === 0 ? none : pick(last, run.carries);
				const given = index === 0 ? { ...fixed, ...run.first(inputs) } : fixed;
				last = appendInstances(instances, run.row.steps, at, given, carried);
			}
			instances.push({
				id: run.rows,
				path: [run.rows, "length"],
				isReturned: true,
				upstream: [],
				evaluate: () => count,
				given: () => ({}),
				others: () => ({}),
				compute: () => count,
			});
			const afterInputs = { ...fixed, rowCount: count };
			appendInstances(
				instances,
				run.after.graph.steps,
				[],
				afterInputs,
				pick(last, run.after.takes),
			);
			return instances;
		},
	};
}

function pick(
	indexOf: ReadonlyMap<string, number>,
	names: Record<string, string>,
): Map<string, number> {
	const picked = new Map<string, number>();
	for (const [name, stepId] of Object.entries(names)) {
		const index = indexOf.get(stepId);
		if (index !== undefined) picked.set(name, index);
	}
	return picked;
}
