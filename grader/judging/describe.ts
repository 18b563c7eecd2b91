/** What proving and publishing need to know of an exercise's cases: the public part, and complaints about the cases. */
import type {
	CaseDefinition,
	CaseDefinitions,
} from "../../exercises/authoring/cases.ts";
import type { ExportedFunction } from "../../exercises/authoring/exported.ts";
import { formatPath, type Value } from "../../exercises/authoring/value.ts";
import type { Exercise } from "../../exercises/bundle.ts";
import { toShown } from "../harness/wire.ts";
import type { PublicPart } from "../public-part.ts";
import { liveArguments, type PlannedCase } from "./plan.ts";
import { expectedResult, expectedValues } from "./steps.ts";

/** The public part of a version; `planned` must come from any seed, since visible cases are fixed. */
export function describePublicPart(
	definitions: CaseDefinitions,
	planned: readonly PlannedCase[],
): PublicPart {
	const functions = new Map<string, ExportedFunction>();
	for (const definition of Object.values(definitions).flat()) {
		for (const fn of functionsIn(definition)) functions.set(fn.name, fn);
	}
	return {
		functions: [...functions.values()].map((fn) => ({
			name: fn.name,
			parameters: [...fn.parameters],
			inputs: [...fn.inputs],
			steps: fn.steps.map(({ id, formula, from, isReturned }) => ({
				id,
				formula,
				from: [...from],
				isReturned,
			})),
		})),
		cases: planned
			.filter((plannedCase) => plannedCase.calls[0]?.isVisible)
			.map(describeCase),
	};
}

function functionsIn(definition: CaseDefinition): readonly ExportedFunction[] {
	if (definition.kind === "purity") return [];
	return definition.kind === "gradient"
		? [definition.fn, definition.forward]
		: [definition.fn];
}

function describeCase(plannedCase: PlannedCase): PublicPart["cases"][number] {
	const { definition, checkId, caseId } = plannedCase;
	const base = {
		checkId,
		caseId,
		title: definition.title,
		function: definition.kind === "purity" ? "" : definition.fn.name,
		input: plannedCase.args.map(toShown),
	};
	if (definition.kind === "refusal")
		return { ...base, expected: null, throws: definition.error, steps: [] };
	if (definition.kind !== "fixed" && definition.kind !== "property")
		return { ...base, expected: null, steps: [] };
	const instances = definition.fn.unroll(liveArguments(plannedCase.args));
	const values = expectedValues(instances, definition.apply);
	return {
		...base,
		expected: toShown(expectedResult(instances, definition.apply)),
		steps: instances.flatMap((instance, index) =>
			instance.isReturned
				? [
						{
							id: instance.id,
							path: formatPath(instance.path),
							expected: toShown(values[index]),
						},
					]
				: [],
		),
	};
}

/**
 * Holds the cases against the exercise: visible checks only have fixed cases, and the step graph gives the numbers as
 * printed, each to half a unit of its last digit.
 * @returns complaints, empty when all is well
 */
export function findComplaints(
	exercise: Exercise,
	planned: readonly PlannedCase[],
): string[] {
	const complaints: string[] = [];
	const visible = new Set(
		exercise.checks.filter((check) => check.visible).map((check) => check.id),
	);
	for (const { definition, checkId, caseId, args } of planned) {
		if (
			visible.has(checkId) &&
			(definition.kind === "property" || definition.kind === "gradient")
		) {
			complaints.push(
				`cases.ts: the visible check "${checkId}" has random cases; only fixed ones can be shown`,
			);
		}
		if (definition.kind !== "fixed") continue;
		const instances = definition.fn.unroll(liveArguments(args));
		const values = leaves(expectedResult(instances, definition.apply));
		for (const [path, printed] of Object.entries(definition.printed)) {
			const value = values.get(path);
			if (value === undefined)
				complaints.push(
					`cases.ts: ${caseId} prints "${path}", which its result does not have`,
				);
			else if (!agreesAsPrinted(value, printed)) {
				complaints.push(
					`cases.ts: ${caseId} prints ${path} = ${printed}; the steps give ${value}`,
				);
			}
		}
	}
	return complaints;
}

/** Every number and boolean in a result by its path; the whole result of a plain value has the path "". */
function leaves(
	value: Value,
	path: (string | number)[] = [],
	found = new Map<string, number | boolean>(),
) {
	if (typeof value === "number" || typeof value === "boolean")
		found.set(formatPath(path), value);
	else if (Array.isArray(value))
		for (const [index, item] of value.entries())
			leaves(item, [...path, index], found);
	else if (typeof value === "object" && value !== null) {
		for (const [key, item] of Object.entries(value))
			leaves(item, [...path, key], found);
	}
	return found;
}

/** A printed number agrees when the value rounds to it: within half a unit of its last digit (and a hair for binary). */
export function agreesAsPrinted(
	value: number | boolean,
	printed: string,
): boolean {
	if (typeof value === "boolean" || !Number.isFinite(value))
		return String(value) === printed;
	const match = /^[-−]?\d+(?:\.(\d+))?(?:e([-+]?\d+))?$/.exec(printed);
	if (!match) return false;
	const decimals = (match[1]?.length ?? 0) - Number(match[2] ?? 0);
	return (
		Math.abs(value - Number(printed.replace("−", "-"))) <=
		0.5 * 10 ** -decimals * (1 + 1e-6)
	);
}
