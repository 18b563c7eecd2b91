import type { Term } from "../../exercises/pictures.ts";
import { numericGradient } from "../../reference/central-difference.ts";
import {
	combine,
	type Data,
	toData,
	toList,
	toNumber,
	toRows,
} from "./data.ts";
import { computeSeries, makeCurve, makePassed } from "./functions.ts";

/** The values of one case as pictures read them: shown values, plain JSON with non-finite numbers as texts. */
export interface PictureCase {
	parameters: readonly string[];
	input: readonly unknown[];
	/** What the function has to return. */
	expected: unknown;
	/** What the student's function returned; absent before there is a verdict. */
	actual?: { value: unknown };
	/** What other exported functions return, by name. */
	others: Readonly<Record<string, unknown>>;
}

/** Where the reader put the sliders, by name. */
export type SliderValues = Readonly<Record<string, number>>;

/** Whose result a mark is drawn from: `given` where there is only one or it does not matter. */
export type Who = "given" | "expected" | "yours";

/** Reads what a declaration names, from one case and one result. */
export class Reader {
	readonly who: Who;
	readonly #from: PictureCase;
	readonly #result: unknown;
	readonly #sliders: SliderValues;

	constructor(
		who: Who,
		from: PictureCase,
		result: unknown,
		sliders: SliderValues,
	) {
		this.who = who;
		this.#from = from;
		this.#result = result;
		this.#sliders = sliders;
	}

	/** The shown value at a path; undefined where there is nothing. */
	value(path: string): unknown {
		const [head = "", ...rest] = path.match(/[A-Za-z_]\w*|\[[^\]]*\]/g) ?? [];
		if (head === "result") return follow(this.#result, rest);
		const [name = "", ...keys] = rest;
		if (head === "slider") return follow(this.#sliders[name], keys);
		if (head === "of") return follow(this.#from.others[name], keys);
		const position = this.#from.parameters.indexOf(name);
		return position < 0 ? undefined : follow(this.#from.input[position], keys);
	}

	read(term: Term): Data {
		if (typeof term === "number") return term;
		if (typeof term === "string") return toData(this.value(term));
		if (Array.isArray(term)) return this.#terms(term);
		return this.#compute(term);
	}

	/** @returns null for what is no number */
	number(quantity: Term): number | null {
		return toNumber(this.read(quantity));
	}

	list(quantity: Term): (number | null)[] {
		return toList(this.read(quantity));
	}

	#compute(term: Exclude<Term, number | string | Term[]>): Data {
		if ("absolute" in term)
			return combine(this.#terms([term.absolute]), Math.abs);
		if ("square" in term)
			return combine(this.#terms([term.square]), (x) => x * x);
		if ("sum" in term)
			return combine(this.#terms(term.sum), (...numbers) =>
				numbers.reduce((sum, number) => sum + number, 0),
			);
		if ("product" in term)
			return combine(this.#terms(term.product), (...numbers) =>
				numbers.reduce((product, number) => product * number, 1),
			);
		if ("difference" in term)
			return combine(this.#terms(term.difference), (a, b) => a - b);
		if ("dot" in term) return dot(this.#terms(term.dot));
		if ("unit" in term) return divideByLength(this.read(term.unit));
		if ("entry" in term) {
			const list = this.read(term.entry);
			const at = toNumber(this.read(term.at));
			return Array.isArray(list) && at !== null ? (list[at] ?? null) : null;
		}
		if ("transpose" in term)
			return transpose(toRows(this.read(term.transpose)));
		if ("gradient" in term) {
			const f = makePassed(this.value(term.gradient));
			const at = toList(this.read(term.at)).map((x) => x ?? Number.NaN);
			return f && numericGradient(f, at, 1e-5);
		}
		if ("rows" in term) return cut(toList(this.read(term.rows)), term.columns);
		if ("series" in term)
			return computeSeries(term.series, this.#terms(term.parameters));
		const curve = makeCurve(
			term.apply,
			this.#terms(term.parameters ?? []),
			undefined,
		);
		return curve ? combine(this.#terms([term.to]), curve) : null;
	}

	#terms(terms: readonly Term[]): Data[] {
		return terms.map((term) => this.read(term));
	}
}

/**
 * The readers a part of a picture is drawn with: one where it reads no result or there is no student's, else the expected
 * result first and the student's over it.
 */
export function readersFor(
	part: unknown,
	from: PictureCase,
	sliders: SliderValues,
): Reader[] {
	const { actual, expected } = from;
	if (actual === undefined || !JSON.stringify(part).includes('"result'))
		return [new Reader("given", from, expected, sliders)];
	return [
		new Reader("expected", from, expected, sliders),
		new Reader("yours", from, actual.value, sliders),
	];
}

/** Follows keys, `[2]`, `[0:4]`, and `[]`, from which on every entry is followed by itself. */
function follow(value: unknown, keys: readonly string[]): unknown {
	let current = value;
	for (const [index, key] of keys.entries()) {
		if (typeof current !== "object" || current === null) return undefined;
		if (key === "[]") {
			const rest = keys.slice(index + 1);
			return Array.isArray(current)
				? current.map((entry) => follow(entry, rest))
				: undefined;
		}
		const [, from, to] = /^\[(\d*):(\d*)\]$/.exec(key) ?? [];
		if (from !== undefined) {
			if (!Array.isArray(current)) return undefined;
			current = current.slice(Number(from), to ? Number(to) : undefined);
			continue;
		}
		const name = key.startsWith("[") ? key.slice(1, -1) : key;
		current = Object.hasOwn(current, name)
			? Reflect.get(current, name)
			: undefined;
	}
	return current;
}

function dot([a = null, b = null]: readonly Data[]): number | null {
	const products = toList(combine([a, b], (x, y) => x * y));
	return products.some((product) => product === null)
		? null
		: products.reduce<number>((sum, product) => sum + (product ?? 0), 0);
}

function divideByLength(vector: Data): Data {
	const length = Math.hypot(...toList(vector).map((x) => x ?? Number.NaN));
	return combine([vector], (x) => x / length);
}

function transpose(rows: (number | null)[][]): Data {
	return (rows[0] ?? []).map((_, column) =>
		rows.map((row) => row[column] ?? null),
	);
}

function cut(list: Data[], columns: number): Data {
	return Array.from({ length: Math.ceil(list.length / columns) }, (_, row) =>
		list.slice(row * columns, (row + 1) * columns),
	);
}
