const named: Record<string, string> = {
	NaN: "NaN",
	Infinity: "∞",
	"-Infinity": "−∞",
};

/**
 * Writes a shown value on one line as a student would: numbers with up to ten significant digits, arrays and records
 * with their brackets. Example: `formatValue({ a: 4, b: 1.3862943611198906 })` is `"{ a: 4, b: 1.386294361 }"`.
 */
export function formatValue(value: unknown): string {
	if (typeof value === "number") return formatNumber(value);
	if (typeof value === "string") return named[value] ?? JSON.stringify(value);
	if (value === undefined) return "—";
	if (Array.isArray(value)) return `[${value.map(formatValue).join(", ")}]`;
	if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value).map(
			([key, entry]) => `${key}: ${formatValue(entry)}`,
		);
		return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
	}
	return String(value);
}

/** Ten significant digits, a true minus sign, powers of ten only where needed. */
export function formatNumber(value: number): string {
	if (!Number.isFinite(value)) return named[String(value)] ?? String(value);
	if (Object.is(value, -0)) return "−0";
	const text = String(Number(value.toPrecision(10)));
	return text.replace(/^-/, "−").replace(/e-/, "e−");
}

/** For the small nodes of a picture: five significant digits, and long values cut with an ellipsis. */
export function formatBriefly(value: unknown): string {
	const text =
		typeof value === "number" && Number.isFinite(value)
			? formatNumber(Number(value.toPrecision(5)))
			: formatValue(value);
	return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}
