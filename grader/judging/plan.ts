/** From an exercise's case definitions and a seed to the list of calls: deterministic, and the same list at judging. */
import type {
	CaseDefinition,
	CaseDefinitions,
	GradientCase,
} from "../../exercises/authoring/cases.ts";
import { Draw } from "../../exercises/authoring/draw.ts";
import {
	buildFunction,
	isFunctionArgument,
} from "../../exercises/authoring/functions.ts";
import type { CheckDeclaration } from "../../exercises/bundle.ts";
import { toWire, type Wire } from "../harness/wire.ts";

const maxRedraws = 200;

export interface PlannedCall {
	id: string;
	checkId: string;
	caseId: string;
	/** The export to call. */
	name: string;
	args: Wire[];
	apply?: Wire[][] | undefined;
	isVisible: boolean;
	/** The same arguments whatever the seed. */
	isFixed: boolean;
	/** The error this call is asked to throw. */
	throws?: string | undefined;
}

export interface PlannedCase {
	checkId: string;
	caseId: string;
	definition: CaseDefinition;
	/** The arguments as the author gave or drew them. */
	args: readonly unknown[];
	calls: PlannedCall[];
}

/**
 * Lays out every case of every check, visible checks first, each group in the author's order.
 * @param seed integer 0 … 2⁵³−1
 * @throws TypeError or RangeError when a definition cannot be planned, which proving reports to the author
 */
export function planCases(
	definitions: CaseDefinitions,
	checks: readonly CheckDeclaration[],
	seed: number,
): PlannedCase[] {
	const known = new Set(checks.map((check) => check.id));
	for (const id of Object.keys(definitions)) {
		if (!known.has(id))
			throw new TypeError(
				`cases.ts has cases for "${id}", which exercise.json does not list`,
			);
	}
	const ordered = [
		...checks.filter((check) => check.visible),
		...checks.filter((check) => !check.visible),
	];
	return ordered.flatMap((check) => {
		const list = definitions[check.id];
		if (!list || list.length === 0)
			throw new TypeError(`cases.ts has no cases for the check "${check.id}"`);
		const planned: PlannedCase[] = [];
		for (const [index, definition] of list.entries()) {
			for (const args of argumentLists(
				definition,
				`${seed}/${check.id}/${index}`,
			)) {
				planned.push(
					planCase(
						check,
						`${check.id}.${planned.length + 1}`,
						definition,
						args,
					),
				);
			}
		}
		return planned;
	});
}

function argumentLists(
	definition: CaseDefinition,
	seed: string,
): (readonly unknown[])[] {
	if (definition.kind === "purity") return [[]];
	if (definition.kind === "fixed" || definition.kind === "refusal")
		return [definition.args];
	return Array.from({ length: definition.count }, (_, index) => {
		for (let redraw = 0; redraw < maxRedraws; redraw++) {
			const args = definition.draw(
				new Draw(`${seed}/${index}/${redraw}`, index),
			);
			if (args !== null) return args;
		}
		throw new RangeError(
			`"${definition.title.en}": ${maxRedraws} draws in a row were left out`,
		);
	});
}

function planCase(
	check: CheckDeclaration,
	caseId: string,
	definition: CaseDefinition,
	args: readonly unknown[],
): PlannedCase {
	const base = { checkId: check.id, caseId, isVisible: check.visible };
	const call = (
		name: string,
		callArgs: readonly unknown[],
		number: number,
	): PlannedCall => ({
		...base,
		id: `${caseId}.${number}`,
		name,
		args: callArgs.map(toWire),
		isFixed: definition.kind === "fixed" || definition.kind === "refusal",
	});
	const planned = (calls: PlannedCall[]): PlannedCase => ({
		checkId: check.id,
		caseId,
		definition,
		args,
		calls,
	});
	switch (definition.kind) {
		case "purity":
			return planned([]);
		case "refusal":
			return planned([
				{ ...call(definition.fn.name, args, 1), throws: definition.error },
			]);
		case "gradient":
			return planned(gradientCalls(definition, args, call));
		default: {
			const apply = definition.apply?.map((list) => list.map(toWire));
			return planned([{ ...call(definition.fn.name, args, 1), apply }]);
		}
	}
}

function gradientCalls(
	definition: GradientCase,
	args: readonly unknown[],
	call: (name: string, args: readonly unknown[], number: number) => PlannedCall,
): PlannedCall[] {
	const calls = [call(definition.fn.name, args, 1)];
	for (const entry of definition.entries) {
		for (const delta of [definition.step, -definition.step]) {
			calls.push(
				call(
					definition.forward.name,
					entry.forwardArgs(args, delta),
					calls.length + 1,
				),
			);
		}
	}
	return calls;
}

/** The arguments as an author's own function takes them: library functions built, everything else as it is. */
export function liveArguments(args: readonly unknown[]): unknown[] {
	return args.map((arg) =>
		isFunctionArgument(arg)
			? buildFunction(arg.$function, arg.parameters)
			: arg,
	);
}
