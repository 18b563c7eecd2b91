/**
 * Writes JSON with object keys in code-unit order and without spaces, so that equal data give equal bytes.
 * Source: the idea of RFC 8785; numbers are JavaScript's shortest form, as there.
 * @throws TypeError on what JSON cannot hold (undefined inside arrays, functions, non-finite numbers)
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === "boolean" || typeof value === "string")
		return JSON.stringify(value);
	if (typeof value === "number") {
		if (!Number.isFinite(value))
			throw new TypeError(`JSON cannot hold ${value}`);
		return JSON.stringify(value);
	}
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (typeof value === "object") {
		const entries = Object.entries(value).filter(
			([, item]) => item !== undefined,
		);
		entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
		return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
	}
	throw new TypeError(`JSON cannot hold a ${typeof value}`);
}
