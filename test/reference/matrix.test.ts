import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as matrix from "../../reference/matrix.ts";
import { itRefuses, wrong } from "./refusal.ts";

const rowsOf = (rows: number, columns: number) =>
	fc.array(
		fc.array(fc.integer({ min: -9, max: 9 }), {
			minLength: columns,
			maxLength: columns,
		}),
		{ minLength: rows, maxLength: rows },
	);

describe("matrices", () => {
	it("multiply rows by columns", () => {
		expect(matrix.multiply([[1, 2]], [[3], [4]])).toEqual([[11]]);
		expect(
			matrix.multiplyVector(
				[
					[1, 2],
					[0, 1],
				],
				[3, 4],
			),
		).toEqual([11, 4]);
		expect(matrix.outer([1, 2], [3, 4, 5])).toEqual([
			[3, 4, 5],
			[6, 8, 10],
		]);
	});

	it("turn a product around when transposed: (AB)ᵀ = BᵀAᵀ", () => {
		const pair = fc
			.tuple(
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: 1, max: 4 }),
			)
			.chain(([m, n, k]) => fc.tuple(rowsOf(m, n), rowsOf(n, k)));
		fc.assert(
			fc.property(pair, ([a, b]) => {
				const turned = matrix.multiply(
					matrix.transpose(b),
					matrix.transpose(a),
				);
				expect(
					matrix
						.subtract(matrix.transpose(matrix.multiply(a, b)), turned)
						.flat()
						.every((x) => x === 0),
				).toBe(true);
			}),
		);
	});

	it("without rows give results without rows", () => {
		expect(matrix.shape([])).toEqual({ rows: 0, columns: 0 });
		expect([
			matrix.transpose([]),
			matrix.multiply([], [[1]]),
			matrix.multiplyVector([], [1]),
		]).toEqual([[], [], []]);
	});

	it("share no row with what they were made from", () => {
		const a = [[1, 2]];
		const copy = matrix.mapEntries(a, (x) => x);
		copy[0]?.fill(0);
		expect(a).toEqual([[1, 2]]);
	});

	itRefuses([
		[
			"a product of shapes that do not fit",
			() => matrix.multiply([[1, 2]], [[1]]),
			RangeError,
			"a has 2 columns and b has 1 rows; a product needs as many columns as rows",
		],
		[
			"a vector that does not fit",
			() => matrix.multiplyVector([[1, 2]], [1]),
			RangeError,
			"x must have length 2, got 1",
		],
		[
			"a sum of two shapes",
			() => matrix.add([[1, 2]], [[1], [2]]),
			RangeError,
			"a is 1 × 2 and b is 2 × 1; the shapes must agree",
		],
		[
			"ragged rows",
			() => matrix.transpose([[1], [1, 2]]),
			RangeError,
			"every row of a must have length 1, got 2",
		],
		[
			"a vector for a matrix",
			() => matrix.scale(wrong([1]), 2),
			TypeError,
			"a[0] must be an array of numbers, got number",
		],
		[
			"a factor of text",
			() => matrix.scale([[1]], wrong("2")),
			TypeError,
			"factor must be a number, got string",
		],
		[
			"no function to apply",
			() => matrix.mapEntries([[1]], wrong(1)),
			TypeError,
			"f must be a function, got number",
		],
		[
			"an outer product with text",
			() => matrix.outer([1], wrong("1")),
			TypeError,
			"b must be an array of numbers, got string",
		],
	]);
});
