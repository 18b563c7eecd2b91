/** Every picture that a built-in bundle declares, against the cases it is drawn from. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { CaseDefinitions } from "../../../exercises/authoring/cases.ts";
import { exerciseSchema } from "../../../exercises/bundle.ts";
import { describePublicPart } from "../../../grader/judging/describe.ts";
import { planCases } from "../../../grader/judging/plan.ts";
import en from "../../../web/messages/en.json" with { type: "json" };
import zh from "../../../web/messages/zh.json" with { type: "json" };
import type { Cell } from "../../../web/pictures/cell.ts";
import {
	describePicture,
	type PictureModel,
} from "../../../web/pictures/describe-picture.ts";
import type { PlaneMark } from "../../../web/pictures/describe-plane.ts";
import { pictureCasesOf } from "../../../web/pictures/picture-cases.ts";
import { viewPictures } from "../../../web/pictures/picture-view.ts";
import {
	makeSpeaker,
	tellPicture,
} from "../../../web/pictures/tell-picture.ts";

const folder = join(import.meta.dirname, "../../../exercises");
const slugs = readdirSync(folder).filter((name) =>
	existsSync(join(folder, name, "exercise.json")),
);
const speakers = [
	makeSpeaker(
		createTranslator({ locale: "en", messages: en, namespace: "pictures" }),
		"en",
	),
	makeSpeaker(
		createTranslator({ locale: "zh", messages: zh, namespace: "pictures" }),
		"zh",
	),
];

/** What an exercise's page knows of it. */
async function open(slug: string) {
	const exercise = exerciseSchema.parse(
		JSON.parse(readFileSync(join(folder, slug, "exercise.json"), "utf8")),
	);
	const { default: definitions } = (await import(
		`../../../exercises/${slug}/cases.ts`
	)) as { default: CaseDefinitions };
	const planned = planCases(definitions, exercise.checks, 0);
	const { functions, cases } = describePublicPart(definitions, planned);
	return {
		pictures: viewPictures(exercise.pictures, "en"),
		functions: functions.map((one) => ({
			...one,
			steps: one.steps.map((step) => ({
				...step,
				label: step.id,
				symbolHtml: "",
				formulaHtml: "",
				isShort: true,
			})),
		})),
		cases: cases.map((one) => ({ ...one, title: one.title.en })),
	};
}

const strange = fc.oneof(
	fc.constantFrom<unknown>(null, "NaN", "-Infinity", "undefined", "…", [], {}),
	fc.double(),
	fc.jsonValue(),
);

/** The expected value with some of its parts replaced by what no exercise asks for, or something else altogether. */
function nonsense(expected: unknown): fc.Arbitrary<unknown> {
	const spoil = (value: unknown): fc.Arbitrary<unknown> => {
		if (Array.isArray(value))
			return fc.oneof(strange, fc.tuple(...value.slice(0, 30).map(spoil)));
		if (typeof value === "object" && value !== null)
			return fc.oneof(
				strange,
				fc.record(
					Object.fromEntries(
						Object.entries(value).map(([key, entry]) => [key, spoil(entry)]),
					),
					{ requiredKeys: [] },
				),
			);
		return fc.oneof(strange, fc.constant(value));
	};
	return spoil(expected);
}

const isMissing = (cell: Cell | null) => cell !== null && cell.value === null;

function hasSomething(mark: PlaneMark): boolean {
	switch (mark.mark) {
		case "curve":
		case "points":
		case "path":
		case "line":
			return mark.points.length > 0;
		case "tangents":
			return mark.touches.length > 0;
		case "arrows":
		case "residuals":
			return mark.segments.length > 0;
		case "level":
			return mark.values.length > 0;
		default:
			return true;
	}
}

/** What a picture declares and its case does not have. */
function findHoles(model: PictureModel, declaredMarks: string[]): string[] {
	switch (model.kind) {
		case "plane":
			return [
				...model.marks
					.filter((mark) => !hasSomething(mark))
					.map(({ label }) => `"${label}" is empty`),
				...declaredMarks
					.filter(
						(label) =>
							!model.marks.some((mark) => mark.label.startsWith(label)),
					)
					.map((label) => `"${label}" is missing`),
			];
		case "loss":
		case "bars":
			return model.series
				.filter(({ values }) => !values.some((value) => value !== null))
				.map(({ label }) => `"${label}" is empty`);
		case "network":
			return [
				...model.edges
					.filter(({ weight }) => isMissing(weight))
					.map(
						({ gap, from, to }) => `the weight ${gap} ${from} ${to} is missing`,
					),
				...model.layers
					.filter(({ neurons }) => neurons.length === 0)
					.map((_, index) => `layer ${index + 1} has no neurons`),
				...model.layers
					.flatMap(({ neurons }) => neurons)
					.filter(({ below, bias }) => isMissing(below) || isMissing(bias))
					.map(({ name }) => `a number at ${name} is missing`),
			];
		case "graph":
			return [
				...model.nodes
					.filter(
						({ value, gradient }) => isMissing(value) || isMissing(gradient),
					)
					.map(({ id }) => `a number at ${id} is missing`),
				...model.edges
					.filter(({ factor }) => isMissing(factor))
					.map(({ from, to }) => `the factor ${from} → ${to} is missing`),
			];
		case "matrix":
			return model.blocks
				.filter(({ rows }) => rows.length === 0)
				.map(({ label }) => `"${label}" is empty`);
		case "pixels":
			return model.images
				.filter(({ rows }) => rows.length === 0)
				.map(({ label }) => `"${label}" is empty`);
	}
}

describe.each(slugs)("the pictures of %s", async (slug) => {
	const exercise = await open(slug);

	it("name functions with visible cases and arguments that exist", () => {
		for (const picture of exercise.pictures) {
			const declared = exercise.functions.find(
				({ name }) => name === picture.function,
			);
			expect(declared, picture.function).toBeDefined();
			const cases = pictureCasesOf(exercise, picture.function);
			expect(cases.length, picture.function).toBeGreaterThanOrEqual(
				picture.case ?? 1,
			);
			for (const [, root, name] of JSON.stringify(picture).matchAll(
				/"(input|of)\.(\w+)/g,
			)) {
				const known: string[] =
					root === "input"
						? (declared?.parameters ?? [])
						: exercise.functions.map((one) => one.name);
				expect(known).toContain(name);
			}
		}
	});

	it("find all they declare in the case shown first, and say it in both languages", () => {
		for (const picture of exercise.pictures) {
			const cases = pictureCasesOf(exercise, picture.function);
			const shown = cases[(picture.case ?? 1) - 1];
			if (!shown) continue;
			const graph = exercise.functions.find(
				({ name }) => name === picture.function,
			);
			const sliders = Object.fromEntries(
				(picture.sliders ?? []).map(({ name, start }) => [name, start]),
			);
			const labels =
				"marks" in picture ? picture.marks.map(({ label }) => label ?? "") : [];
			const model = describePicture(
				picture,
				graph ?? null,
				shown,
				sliders,
				null,
			);
			expect(findHoles(model, labels), `${slug}: ${picture.kind}`).toEqual([]);
			for (const say of speakers) {
				const { sentence } = tellPicture(model, say);
				expect(sentence).toMatch(/\p{L}.*[.。]$/u);
				expect(sentence).not.toMatch(/undefined|NaN|pictures\.|\[object/);
			}
		}
	});

	it("stand whatever a student returns", () => {
		for (const picture of exercise.pictures) {
			const [one] = pictureCasesOf(exercise, picture.function);
			if (!one) continue;
			fc.assert(
				fc.property(nonsense(one.expected), (value) => {
					const graded = { ...one, actual: { value } };
					const model = describePicture(picture, null, graded, {}, null);
					for (const say of speakers)
						expect(tellPicture(model, say).sentence).not.toBe("");
				}),
				{ numRuns: 40, seed: 1 },
			);
		}
	});

	it("are drawn from every visible case without an error", () => {
		for (const picture of exercise.pictures) {
			const graph = exercise.functions.find(
				({ name }) => name === picture.function,
			);
			for (const one of pictureCasesOf(exercise, picture.function)) {
				const wrong = { ...one, actual: { value: null } };
				for (const shown of [one, wrong]) {
					const model = describePicture(picture, graph ?? null, shown, {}, 1);
					for (const say of speakers)
						expect(tellPicture(model, say).sentence).not.toBe("");
				}
			}
		}
	});
});
