import type { ShownCase } from "../../grader/verdict.ts";
import type { ExerciseView } from "../exercise/exercise-view.ts";
import type { PictureCase } from "./read-quantity.ts";

/** A case whose values a picture can show, with the name a reader chooses it by. */
export interface NamedCase extends PictureCase {
	id: string;
	title: string;
}

type Known = Pick<ExerciseView, "cases" | "functions">;

/** The visible cases of a function that return something. */
export function pictureCasesOf(
	exercise: Known,
	functionName: string,
): NamedCase[] {
	return exercise.cases
		.filter((one) => one.function === functionName && !one.throws)
		.map(({ caseId, title, input, expected }) => ({
			id: caseId,
			title,
			parameters: parametersOf(exercise, functionName),
			input,
			expected,
			others: othersFor(exercise, functionName, input, true),
		}));
}

/** A verdict's failing case; what other functions return is known only where a visible case has the same inputs. */
export function shownPictureCase(
	exercise: Known,
	functionName: string,
	shown: ShownCase,
): NamedCase {
	return {
		id: "shown",
		title: "",
		parameters: parametersOf(exercise, functionName),
		input: shown.input,
		expected: shown.expected,
		actual: { value: shown.actual },
		others: othersFor(exercise, functionName, shown.input, false),
	};
}

function parametersOf({ functions }: Known, name: string): string[] {
	return functions.find((one) => one.name === name)?.parameters ?? [];
}

/** What the other functions return for the same inputs, else, where allowed, in their first visible case. */
function othersFor(
	{ cases, functions }: Known,
	functionName: string,
	input: readonly unknown[],
	isFirstGoodEnough: boolean,
): Record<string, unknown> {
	const wanted = JSON.stringify(input);
	return Object.fromEntries(
		functions
			.filter(({ name }) => name !== functionName)
			.flatMap(({ name }) => {
				const own = cases.filter((one) => one.function === name && !one.throws);
				const found =
					own.find((one) => JSON.stringify(one.input) === wanted) ??
					(isFirstGoodEnough ? own[0] : undefined);
				return found ? [[name, found.expected]] : [];
			}),
	);
}
