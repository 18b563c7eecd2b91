const named: Record<string, string> = {
	NaN: "NaN",
	Infinity: "∞",
	"-Infinity": "−∞",
	// How a verdict writes what JSON cannot.
	undefined: "undefined",
};
const longestLine = 64;
const longestBrief = 20;

/**
 * Writes a shown value on one line as a student would: numbers with up to ten significant digits, arrays and records
 * with their brackets. Example: `formatValue({ a: 4, b: 1.3862943611198906 })` is `"{ a: 4, b: 1.386294361 }"`.
 */
export function formatValue(value: unknown, digits = 10): string {
	if (typeof value === "number") return formatNumber(value, digits);
	if (typeof value === "string") return named[value] ?? JSON.stringify(value);
	if (value === undefined) return "—";
	if (Array.isArray(value))
		return `[${value.map((entry) => formatValue(entry, digits)).join(", ")}]`;
	if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value).map(
			([key, entry]) => `${key}: ${formatValue(entry, digits)}`,
		);
		return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
	}
	return String(value);
}

/** Like `formatValue`, but over several indented lines where one line would be too long. */
export function formatLines(value: unknown, indent = ""): string {
	const line = formatValue(value);
	if (
		indent.length + line.length <= longestLine ||
		typeof value !== "object" ||
		value === null
	)
		return line;
	const deeper = `${indent}  `;
	if (Array.isArray(value)) {
		if (value.every((entry) => typeof entry !== "object")) return line;
		return `[\n${value.map((entry) => `${deeper}${formatLines(entry, deeper)}`).join(",\n")}\n${indent}]`;
	}
	const entries = Object.entries(value).map(
		([key, entry]) => `${deeper}${key}: ${formatLines(entry, deeper)}`,
	);
	return `{\n${entries.join(",\n")}\n${indent}}`;
}

/** A true minus sign, powers of ten only where needed. */
export function formatNumber(value: number, digits = 10): string {
	if (!Number.isFinite(value)) return named[String(value)] ?? String(value);
	if (Object.is(value, -0)) return "−0";
	const text = String(Number(value.toPrecision(digits)));
	return text.replace(/^-/, "−").replace(/e-/, "e−");
}

/** For the small nodes of a picture: few digits, and long values cut with an ellipsis. */
export function formatBriefly(
	value: unknown,
	longest = longestBrief,
	digits = typeof value === "number" ? 5 : 3,
): string {
	const text = formatValue(value, digits);
	return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Two different values for one small node, with as many digits as it takes to tell them apart. */
export function formatApart(
	actual: unknown,
	expected: unknown,
): { actual: string; expected: string } {
	const brief = {
		actual: formatBriefly(actual),
		expected: formatBriefly(expected),
	};
	for (
		let digits = 4;
		brief.actual === brief.expected && digits <= 10;
		digits++
	) {
		brief.actual = formatBriefly(actual, longestBrief, digits);
		brief.expected = formatBriefly(expected, longestBrief, digits);
	}
	return brief;
}

/**
 * Looks up a path such as `trace[1].x` in a shown value; undefined where there is nothing, and the value itself for the
 * empty path.
 */
export function valueAt(value: unknown, path: string): unknown {
	let current = value;
	for (const [, field, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
		if (typeof current !== "object" || current === null) return undefined;
		current = Reflect.get(current, field ?? Number(index));
	}
	return current;
}
