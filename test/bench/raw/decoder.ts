/** Bundled into the raw driver for exercises whose calls carry functions or numbers that JSON lacks. */
import { buildFunction } from "../../../exercises/authoring/functions.ts";

interface Special {
	$?: string;
	f?: string;
	p?: number[];
}

const numbers: Readonly<Record<string, unknown>> = {
	NaN: Number.NaN,
	Infinity: Number.POSITIVE_INFINITY,
	"-Infinity": Number.NEGATIVE_INFINITY,
	"-0": -0,
};

/** The value that a plain argument, or a special one in its wire form, stands for. */
export function decode(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map(decode);
	const { $: special, f: name, p: parameters } = value as Special;
	if (typeof special === "string") return numbers[special];
	if (typeof name === "string")
		return buildFunction(name, decode(parameters ?? []) as number[]);
	for (const [key, item] of Object.entries(value))
		Reflect.set(value, key, decode(item));
	return value;
}
