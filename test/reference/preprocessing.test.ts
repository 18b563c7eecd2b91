import { describe, expect, it } from "vitest";
import * as preprocessing from "../../reference/preprocessing.ts";
import { createRandom } from "../../reference/random.ts";
import { expectAgreement, onePass } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

/** PP-01, PP-02: sex, height and weight of four people. */
const people = [
	[1, 180, 70],
	[0, 160, 50],
	[1, 175, 80],
	[0, 165, 60],
];
/** A second column that never changes. */
const constant = [
	[1, 5],
	[2, 5],
	[3, 5],
];
/** PP-03: six points in two dimensions. */
const cloud = [
	[2, 1],
	[3, 2.5],
	[1, 0.5],
	[4, 3],
	[0, -1],
	[2, 2],
];

describe("standardising", () => {
	it("gives the numbers of PP-01", () => {
		const fitted = preprocessing.fitStandardizer(people);
		expectAgreement(
			fitted,
			{
				mean: [0.5, 170, 65],
				std: [0.5, 7.905694150420948, 11.180339887498949],
			},
			onePass,
		);
		expectAgreement(
			preprocessing.applyStandardizer(fitted, people),
			[
				[1, 1.2649110640673518, 0.4472135954999579],
				[-1, -1.2649110640673518, -1.3416407864998738],
				[1, 0.6324555320336759, 1.3416407864998738],
				[-1, -0.6324555320336759, -0.4472135954999579],
			],
			onePass,
		);
	});

	it("gives 0 for a column of equal values, also where their mean is rounded", () => {
		const fitted = preprocessing.fitStandardizer(constant);
		expectAgreement(fitted.std, [0.816496580927726, 0], onePass);
		expectAgreement(
			preprocessing.applyStandardizer(fitted, constant),
			[
				[-1.224744871391589, 0],
				[0, 0],
				[1.224744871391589, 0],
			],
			onePass,
		);
		expect((0.1 + 0.1 + 0.1) / 3).not.toBe(0.1);
		expect(preprocessing.fitStandardizer([[0.1], [0.1], [0.1]]).std).toEqual([
			0,
		]);
	});

	it("keeps a small spread far from 0", () => {
		const { std } = preprocessing.fitStandardizer([
			[1e8],
			[1e8 + 1],
			[1e8 + 2],
			[1e8 + 3],
		]);
		expectAgreement(std, [Math.sqrt(1.25)], onePass);
	});

	it("uses the numbers it is given, for new samples too", () => {
		expect(
			preprocessing.applyStandardizer({ mean: [2], std: [0.5] }, [[3], [2]]),
		).toEqual([[2], [0]]);
		expect(
			preprocessing.applyStandardizer({ mean: [2], std: [0.5] }, []),
		).toEqual([]);
	});
});

describe("normalising", () => {
	it("gives the numbers of PP-02", () => {
		const fitted = preprocessing.fitMinMax(people);
		expect(fitted).toEqual({ min: [0, 160, 50], max: [1, 180, 80] });
		expectAgreement(
			preprocessing.applyMinMax(fitted, people),
			[
				[1, 1, 0.6666666666666666],
				[0, 0, 0],
				[1, 0.75, 1],
				[0, 0.25, 0.3333333333333333],
			],
			onePass,
		);
	});

	it("gives 0 for a column of equal values and lets new samples leave [0, 1]", () => {
		const fitted = preprocessing.fitMinMax(constant);
		expect(
			preprocessing.applyMinMax(fitted, [
				[1, 5],
				[4, 7],
			]),
		).toEqual([
			[0, 0],
			[1.5, 0],
		]);
	});
});

describe("whitening", () => {
	it("gives the numbers of PP-03", () => {
		expectAgreement(
			preprocessing.covariance(cloud),
			[
				[1.6666666666666667, 1.6666666666666667],
				[1.6666666666666667, 1.8055555555555554],
			],
			onePass,
		);
		expectAgreement(
			preprocessing.whiten(cloud),
			[
				[0.5483380419963968, -0.7066296000731628],
				[0.33779016373119863, 0.8281894742668796],
				[-0.8861282057275959, -0.1215598741937165],
				[1.7722564114551913, 0.24311974838743344],
				[-0.6755803274623982, -1.6563789485337583],
				[-1.096676083992794, 1.413259200146326],
			],
			onePass,
		);
	});

	it("takes the root of the inverse covariance", () => {
		const C = preprocessing.covariance(cloud);
		expectAgreement(
			preprocessing.symmetricEigenvalues(C),
			[3.4042239096478215, 0.06799831257440081],
			onePass,
		);
		expectAgreement(
			preprocessing.whiteningMatrix(C),
			[
				[2.256973310718588, -1.6450141259891908],
				[-1.6450141259891908, 2.119888800219489],
			],
			onePass,
		);
		expectAgreement(
			preprocessing.whiteningMatrix([
				[4, 0],
				[0, 0.25],
			]),
			[
				[0.5, 0],
				[0, 2],
			],
			onePass,
		);
	});

	it("leaves mean 0 and the unit matrix as covariance", () => {
		const { between, integer } = createRandom("clouds");
		for (let n = 0; n < 20; n++) {
			const slope = between(-2, 2);
			const X = Array.from({ length: integer(4, 30) }, () => {
				const x = between(-5, 5);
				return [x, slope * x + between(-1, 1)];
			});
			const white = preprocessing.whiten(X);
			expectAgreement(
				preprocessing.fitStandardizer(white).mean,
				[0, 0],
				onePass,
			);
			expectAgreement(
				preprocessing.covariance(white),
				[
					[1, 0],
					[0, 1],
				],
				onePass,
			);
		}
	});
});

describe("preprocessing", () => {
	const empty = "X must not be empty";
	itRefuses([
		[
			"to fit nothing",
			() => preprocessing.fitStandardizer([]),
			RangeError,
			empty,
		],
		["to fit no range", () => preprocessing.fitMinMax([]), RangeError, empty],
		[
			"a covariance of nothing",
			() => preprocessing.covariance([]),
			RangeError,
			empty,
		],
		["to whiten nothing", () => preprocessing.whiten([]), RangeError, empty],
		[
			"rows of different length",
			() => preprocessing.fitStandardizer([[1, 2], [3]]),
			RangeError,
			"every row of X must have length 2, got 1",
		],
		[
			"other than rows",
			() => preprocessing.fitMinMax(wrong([1])),
			TypeError,
			"X[0] must be an array of numbers, got number",
		],
		[
			"to standardise other features",
			() => preprocessing.applyStandardizer({ mean: [1], std: [1] }, [[1, 2]]),
			RangeError,
			"every row of X must have length 1, got 2",
		],
		[
			"to normalise other features",
			() => preprocessing.applyMinMax({ min: [1, 2], max: [3, 4] }, [[1]]),
			RangeError,
			"every row of X must have length 2, got 1",
		],
		[
			"to whiten three features",
			() => preprocessing.whiten([[1, 2, 3]]),
			RangeError,
			"C must have length 2, got 3",
		],
		[
			"a covariance matrix of another shape",
			() => preprocessing.symmetricEigenvalues([[1], [2]]),
			RangeError,
			"every row of C must have length 2",
		],
		[
			"the root of a singular matrix",
			() =>
				preprocessing.whiteningMatrix([
					[1, 2],
					[2, 4],
				]),
			RangeError,
			"C has a direction without spread",
		],
		[
			"to whiten points on a line",
			() =>
				preprocessing.whiten([
					[0.1, 0.3],
					[0.2, 0.6],
					[0.7, 2.1],
				]),
			RangeError,
			"C has a direction without spread",
		],
		[
			"to whiten one point",
			() => preprocessing.whiten([[1, 2]]),
			RangeError,
			"C has a direction without spread",
		],
	]);
});
