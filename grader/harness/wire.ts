/**
 * The text form in which values cross between host and isolates. JSON with room for what JSON lacks:
 *
 *   2.5   "text"   true   null   [1,2]          themselves
 *   {"$":"NaN"}  also Infinity, -Infinity, -0, undefined
 *   {"o":[["x",1],["y",2]]}                       an object: key and value, in order
 *   {"f":"polynomial","p":[0,1]}                  an argument that is a function of the closed library
 *   {"!":"a Map"}                                 a result that is not plain data
 *
 * Decimal text of a double is exact: JavaScript prints the shortest digits that read back to the same bits.
 */
import { isFunctionArgument } from "../../exercises/authoring/functions.ts";
import type { Value } from "../../exercises/authoring/value.ts";

export type Wire =
	| number
	| string
	| boolean
	| null
	| Wire[]
	| { $: "NaN" | "Infinity" | "-Infinity" | "-0" | "undefined" }
	| { o: [string, Wire][] }
	| { f: string; p: Wire[] }
	| { "!": string };

const maxDepth = 30;

/** Checks a result as it came out of an isolate; a schema library takes seconds for the largest of them. */
export function isResultWire(value: unknown, depth = 0): value is Wire {
	if (typeof value === "number") return Number.isFinite(value);
	if (typeof value === "string" || typeof value === "boolean") return true;
	if (value === null) return true;
	if (typeof value !== "object" || depth > maxDepth) return false;
	if (Array.isArray(value))
		return value.every((item) => isResultWire(item, depth + 1));
	const [entry, ...others] = Object.entries(value);
	if (!entry || others.length > 0) return false;
	const [key, content] = entry;
	if (key === "$")
		return (
			typeof content === "string" && Object.hasOwn(specialNumbers, content)
		);
	if (key === "!") return typeof content === "string" && content.length <= 400;
	return (
		key === "o" &&
		Array.isArray(content) &&
		content.every(
			(item) =>
				Array.isArray(item) &&
				item.length === 2 &&
				typeof item[0] === "string" &&
				isResultWire(item[1], depth + 1),
		)
	);
}

const specialNumbers: Readonly<Record<string, Value>> = {
	NaN: Number.NaN,
	Infinity: Number.POSITIVE_INFINITY,
	"-Infinity": Number.NEGATIVE_INFINITY,
	"-0": -0,
	undefined,
};

/** Encodes an author's value (trusted side). @throws TypeError on what is not plain data */
export function toWire(value: unknown): Wire {
	switch (typeof value) {
		case "number":
			if (Number.isNaN(value)) return { $: "NaN" };
			if (value === Number.POSITIVE_INFINITY) return { $: "Infinity" };
			if (value === Number.NEGATIVE_INFINITY) return { $: "-Infinity" };
			return Object.is(value, -0) ? { $: "-0" } : value;
		case "string":
		case "boolean":
			return value;
		case "undefined":
			return { $: "undefined" };
		case "object":
			if (value === null) return null;
			if (Array.isArray(value)) return value.map(toWire);
			if (isFunctionArgument(value))
				return { f: value.$function, p: value.parameters.map(toWire) };
			return {
				o: Object.entries(value).map(([key, item]) => [key, toWire(item)]),
			};
		default:
			throw new TypeError(`expected plain data; got a ${typeof value}`);
	}
}

/** Decodes what came out of an isolate. Objects have no prototype. @throws TypeError on a malformed wire value */
export function fromWire(wire: Wire): Value {
	if (typeof wire !== "object" || wire === null) return wire;
	if (Array.isArray(wire)) return wire.map(fromWire);
	if ("$" in wire) return specialNumbers[wire.$];
	if ("o" in wire) {
		const object: { [key: string]: Value } = Object.create(null);
		for (const [key, item] of wire.o) object[key] = fromWire(item);
		return object;
	}
	throw new TypeError("expected a wire value");
}

/** The first place where a result is not plain data, e.g. `{ path: "trace[0]", what: "a Map" }`; null when all is. */
export function findRefused(
	wire: Wire,
	path = "",
): { path: string; what: string } | null {
	if (typeof wire !== "object" || wire === null) return null;
	if (Array.isArray(wire)) {
		for (const [index, item] of wire.entries()) {
			const refused = findRefused(item, `${path}[${index}]`);
			if (refused) return refused;
		}
		return null;
	}
	if ("!" in wire) return { path: clipText(path), what: wire["!"] };
	if ("o" in wire) {
		for (const [key, item] of wire.o) {
			const refused = findRefused(item, path === "" ? key : `${path}.${key}`);
			if (refused) return refused;
		}
	}
	return null;
}

const maxShownValues = 2_000;
const maxShownText = 500;
/** Characters of all texts and keys of one shown value together. */
const maxShownTexts = 4_000;

/** A student's value as a verdict shows it: like `toShown`, cut where it is longer than anyone would read. */
export function toClipped(value: Value): unknown {
	let left = maxShownValues;
	let room = maxShownTexts;
	const clipInRoom = (text: string): string => {
		const clipped = clipText(text);
		room -= clipped.length;
		return room < 0 ? "…" : clipped;
	};
	const clip = (item: Value): unknown => {
		left--;
		if (typeof item === "string") return clipInRoom(item);
		if (typeof item !== "object" || item === null) return toShown(item);
		const isList = Array.isArray(item);
		const entries: [string, unknown][] = [];
		for (const key of isList ? item.keys() : Object.keys(item)) {
			if (left <= 0 || room < 0) {
				entries.push(["…", "…"]);
				break;
			}
			const name = isList ? `${key}` : clipInRoom(`${key}`);
			entries.push([name, clip(Reflect.get(item, key))]);
		}
		return isList
			? entries.map(([, shown]) => shown)
			: Object.fromEntries(entries);
	};
	return clip(value);
}

function clipText(text: string): string {
	return text.length > maxShownText ? `${text.slice(0, maxShownText)}…` : text;
}

/** A value as a verdict or a page shows it: plain JSON, non-finite numbers as strings, undefined as "undefined". */
export function toShown(value: unknown): unknown {
	if (typeof value === "number")
		return Number.isFinite(value) ? value : String(value);
	if (value === undefined) return "undefined";
	if (typeof value === "function") return "function";
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map(toShown);
	if (isFunctionArgument(value))
		return `${value.$function}(${value.parameters.join(", ")})`;
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [key, toShown(item)]),
	);
}
