import { expect } from "vitest";

/** Accepted when |got − want| ≤ absolute + relative·|want|. */
export interface Tolerance {
	absolute: number;
	relative: number;
}

/** One pass of a closed formula: another order of summation moves a double by 1e-15 to 1e-13. */
export const onePass: Tolerance = { absolute: 1e-9, relative: 1e-9 };

/** After up to thousands of updates, along which rounding differences grow. */
export const longRun: Tolerance = { absolute: 1e-7, relative: 1e-7 };

/** Against difference quotients: truncation h²·f‴/6 plus cancellation ε·|f|/h. */
export const quotient: Tolerance = { absolute: 1e-6, relative: 1e-6 };

/** Compares everything `want` holds with what stands at the same place in `got`; returns how many plain values were compared. */
export function expectAgreement(
	got: unknown,
	want: unknown,
	tolerance: Tolerance,
	path = "result",
): number {
	if (typeof want === "number") {
		const difference =
			typeof got === "number" ? Math.abs(got - want) : Number.NaN;
		const accepted =
			difference <= tolerance.absolute + tolerance.relative * Math.abs(want);
		expect(accepted, `${path}: got ${String(got)}, want ${want}`).toBe(true);
		return 1;
	}
	if (typeof want !== "object" || want === null) {
		expect(got, path).toBe(want);
		return 1;
	}
	expect(
		typeof got === "object" && got !== null,
		`${path}: got ${String(got)}, want an object`,
	).toBe(true);
	if (Array.isArray(want)) expect(got, path).toHaveLength(want.length);
	const place = new Map(Object.entries(got as object));
	return Object.entries(want).reduce(
		(count, [key, entry]) =>
			count +
			expectAgreement(place.get(key), entry, tolerance, `${path}.${key}`),
		0,
	);
}
