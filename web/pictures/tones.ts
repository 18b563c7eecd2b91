import type { Who } from "./read-quantity.ts";

/** How many colours there are for series: `--series-1` and on in the theme's tokens. */
export const toneCount = 6;

const symbols = [
	"circle",
	"square",
	"triangle",
	"diamond",
	"cross",
	"star",
] as const;
const dashes = ["none", "7 4", "2 3", "9 3 2 3", "12 4", "4 2"];

interface Named {
	label: string;
	who: Who;
}

/** Gives every label its colour, 1 … 6, in order of appearance; the expected and the student's own share one. */
export function toneOf(named: readonly Named[]): (one: Named) => number {
	const labels = [...new Set(named.map(({ label }) => label))];
	return ({ label }) => (labels.indexOf(label) % toneCount) + 1;
}

/** The colour of a class of points: 0, 1, … */
export function toneOfClass(group: number): number {
	return (Math.abs(Math.trunc(group)) % toneCount) + 1;
}

/** What tells colours apart without colour. */
export function dashOf(tone: number, who: Who): string {
	return who === "expected" ? "3 3" : (dashes[tone - 1] ?? "none");
}

export function symbolOf(tone: number): (typeof symbols)[number] {
	return symbols[tone - 1] ?? "circle";
}
