/** Measured times over a growing size, and whether they lie on a straight line or below it. */
import { formatTable } from "../report.ts";
import { growthExponent } from "../statistics.ts";

export interface Curve {
	name: string;
	points: { x: number; y: number }[];
	/** Of the upper half of the curve: at small sizes fixed costs hide the growth. */
	exponent: number;
	/** Straight or flatter: an exponent of at most 1, with room for noise. */
	isStraightOrFlatter: boolean;
	/** Why it grows faster, where it does and we know. */
	why?: string;
}

const noise = 0.15;

/** @param points by ascending x, at least two */
export function toCurve(
	name: string,
	points: readonly { x: number; y: number }[],
	why?: string,
): Curve {
	const upper = points.slice(
		Math.min(Math.floor(points.length / 2), points.length - 2),
	);
	const exponent = growthExponent(upper);
	const isStraightOrFlatter = exponent <= 1 + noise;
	return {
		name,
		points: [...points],
		exponent,
		isStraightOrFlatter,
		...(why === undefined || isStraightOrFlatter ? {} : { why }),
	};
}

/** One row a curve, one column a size. */
export function formatCurves(title: string, curves: readonly Curve[]): string {
	const sizes = [
		...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x))),
	].sort((a, b) => a - b);
	return formatTable(
		[
			title,
			...sizes.map((size) => size.toLocaleString("en")),
			"exponent",
			"straight or flatter",
		],
		curves.map((curve) => [
			curve.name,
			...sizes.map((size) => curve.points.find(({ x }) => x === size)?.y ?? ""),
			curve.exponent,
			curve.isStraightOrFlatter ? "yes" : `no: ${curve.why ?? "not explained"}`,
		]),
	);
}
