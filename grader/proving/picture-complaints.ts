import type { Exercise } from "../../exercises/bundle.ts";
import type { PublicPart } from "../public-part.ts";

/**
 * Holds the declared pictures against the functions and visible cases they are drawn from.
 *
 * @returns complaints for the author, empty when every name leads somewhere
 */
export function findPictureComplaints(
	pictures: Exercise["pictures"],
	{ functions, cases }: PublicPart,
): string[] {
	const names = functions.map(({ name }) => name);
	return pictures.flatMap((picture, index) => {
		const at = `exercise.json: pictures.${index}`;
		const called = functions.find(({ name }) => name === picture.function);
		if (called === undefined)
			return [
				`${at}.function: expected a function of cases.ts (${names.join(", ")}); got "${picture.function}"`,
			];
		const complaints: string[] = [];
		const shown = cases.filter(
			(one) => one.function === picture.function && one.throws === undefined,
		).length;
		if (shown === 0)
			complaints.push(
				`${at}.function: "${picture.function}" has no visible case to draw from`,
			);
		else if ((picture.case ?? 1) > shown)
			complaints.push(
				`${at}.case: expected at most ${shown}, as many visible cases as "${picture.function}" has; got ${picture.case}`,
			);
		const paths = JSON.stringify(picture).matchAll(/"(input|of)\.(\w+)/g);
		for (const [, root, name = ""] of paths) {
			const known = root === "input" ? called.parameters : names;
			if (known.includes(name)) continue;
			complaints.push(
				`${at}: "${root}.${name}" names no ${root === "input" ? `parameter of ${picture.function}` : "function of cases.ts"} (${known.join(", ")})`,
			);
		}
		return complaints;
	});
}
