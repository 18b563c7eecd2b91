/** What may cross between an exercise and a student's function: plain data, never live objects. */
export type Value =
	| number
	| boolean
	| string
	| null
	| undefined
	| Value[]
	| { [key: string]: Value };

/** Where a step's value stands in what a function returns, e.g. `["trace", 2, "deltaB"]`; empty for the whole result. */
export type Path = readonly (string | number)[];

/** Reads the value at `path`; undefined where there is none. `length` of an array counts as a value. */
export function valueAt(value: unknown, path: Path): Value | undefined {
	let current: unknown = value;
	for (const key of path) {
		if (typeof current !== "object" || current === null) return undefined;
		if (!Object.hasOwn(current, key)) return undefined;
		current = Reflect.get(current, key);
	}
	return current as Value | undefined; // the decoder and the authors' types let nothing but Values in
}

/** Writes a path as a student reads it, e.g. `trace[2].deltaB`. */
export function formatPath(path: Path): string {
	let text = "";
	for (const key of path) {
		if (typeof key === "number") text += `[${key}]`;
		else text += text === "" ? key : `.${key}`;
	}
	return text;
}
