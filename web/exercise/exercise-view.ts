import type { ExerciseVersion } from "../../db/store.ts";
import type { Language } from "../../exercises/bundle.ts";
import type { PublicPart } from "../../grader/public-part.ts";
import { estimateWidth } from "../markdown/estimate-width.ts";
import {
	plainSymbol,
	renderFormula,
	symbolOf,
} from "../markdown/render-formula.ts";
import { renderSentence } from "../markdown/render-markdown.ts";
import { type PictureView, viewPictures } from "../pictures/picture-view.ts";

/** A step as the browser draws it: formulas are HTML already, so that no formula renderer is sent along. */
export interface StepView {
	id: string;
	/** Plain text for sentences and labels, e.g. "Δb". */
	label: string;
	symbolHtml: string;
	formulaHtml: string;
	/** Whether the formula is short enough to stand inside a node of the picture. */
	isShort: boolean;
	from: string[];
	isReturned: boolean;
}

export interface FunctionView {
	name: string;
	parameters: string[];
	inputs: string[];
	steps: StepView[];
}

export type CaseView = Omit<PublicPart["cases"][number], "title"> & {
	title: string;
};

/** All the exercise page sends to the browser, in one language. No solution, no wrong version. */
export interface ExerciseView {
	slug: string;
	starter: string;
	functions: FunctionView[];
	cases: CaseView[];
	hints: { about: string | null; html: string }[];
	pictures: PictureView[];
}

/** In letters; what fits into a node of the picture. */
const widestInNode = 19;

/** Prepares an exercise version for the browser in the reader's language. */
export function viewExercise(
	version: ExerciseVersion,
	language: Language,
): ExerciseView {
	const functions = version.publicPart.functions.map(
		(declared): FunctionView => ({
			name: declared.name,
			parameters: declared.parameters,
			inputs: declared.inputs,
			steps: declared.steps.map((step): StepView => {
				const symbol = symbolOf(step.formula);
				return {
					id: step.id,
					label: (symbol === null ? null : plainSymbol(symbol)) ?? step.id,
					symbolHtml: renderFormula(symbol ?? `\\text{${step.id}}`),
					formulaHtml: renderFormula(step.formula),
					isShort: estimateWidth(step.formula) <= widestInNode,
					from: step.from,
					isReturned: step.isReturned,
				};
			}),
		}),
	);
	const labels = new Map(
		functions.flatMap(({ steps }) =>
			steps.map((step) => [step.id, step.label]),
		),
	);
	return {
		slug: version.slug,
		starter: version.starter,
		functions,
		cases: version.publicPart.cases.map((one) => ({
			...one,
			title: one.title[language],
		})),
		hints: version.exercise.hints.map((hint) => ({
			about:
				hint.step === undefined ? null : (labels.get(hint.step) ?? hint.step),
			html: renderSentence(hint[language]),
		})),
		pictures: viewPictures(version.exercise.pictures, language),
	};
}
