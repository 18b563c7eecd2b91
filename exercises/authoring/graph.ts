import type { Value } from "./value.ts";

/** One named step: its formula, what it is computed from, and how. */
export interface Step {
	id: string;
	/** LaTeX of the step, e.g. "\\Delta b = \\Delta c \\cdot 2\\sqrt{b}". */
	formula: string;
	from: readonly string[];
	/** False when the student's function does not return this step. */
	isReturned: boolean;
	evaluate: (values: Record<string, Value>) => Value;
}

type AnyValues = Record<string, Value>;

/**
 * A computation as named steps, each a function of inputs and of the steps before it. Declaring a step after the ones it
 * reads keeps the graph free of cycles by construction, and the order of declaration is the topological order.
 *
 * @example
 * stepGraph<{ c: number; b: number; y: number }>()
 *   .step("deltaC", "\\Delta c = c - y", ["c", "y"], ({ c, y }) => c - y)
 *   .step("deltaB", "\\Delta b = \\Delta c \\cdot 2\\sqrt{b}", ["deltaC", "b"], ({ deltaC, b }) => deltaC * 2 * Math.sqrt(b))
 */
export class StepGraph<Inputs, Values = Inputs> {
	readonly steps: readonly Step[];
	/** Never set; it lets the compiler compare a function's inputs with the graph's. */
	declare readonly takes?: (inputs: Inputs) => void;

	constructor(steps: readonly Step[]) {
		this.steps = steps;
	}

	/** Adds a step that the student's function returns under the key `id`. */
	step<
		Id extends string,
		From extends keyof Values & string,
		Result extends Value,
	>(
		id: Id,
		formula: string,
		from: readonly From[],
		evaluate: (values: Pick<Values, From>) => Result,
	): StepGraph<Inputs, Values & Record<Id, Result>> {
		return this.#add(id, formula, from, evaluate, true);
	}

	/** Adds an inner step that is not returned; its value follows from the nearest returned steps. */
	inner<
		Id extends string,
		From extends keyof Values & string,
		Result extends Value,
	>(
		id: Id,
		formula: string,
		from: readonly From[],
		evaluate: (values: Pick<Values, From>) => Result,
	): StepGraph<Inputs, Values & Record<Id, Result>> {
		return this.#add(id, formula, from, evaluate, false);
	}

	#add<
		Id extends string,
		From extends keyof Values & string,
		Result extends Value,
	>(
		id: Id,
		formula: string,
		from: readonly From[],
		evaluate: (values: Pick<Values, From>) => Result,
		isReturned: boolean,
	): StepGraph<Inputs, Values & Record<Id, Result>> {
		if (this.steps.some((step) => step.id === id))
			throw new TypeError(`the step "${id}" is declared twice`);
		const step: Step = {
			id,
			formula,
			from,
			isReturned,
			// The builder's types guarantee the fields; at run time values live in one record.
			evaluate: evaluate as unknown as (values: AnyValues) => Value,
		};
		return new StepGraph<Inputs, Values & Record<Id, Result>>([
			...this.steps,
			step,
		]);
	}
}

/** Starts an empty graph over the inputs named by `Inputs`. */
export function stepGraph<Inputs>(): StepGraph<Inputs> {
	return new StepGraph<Inputs>([]);
}
