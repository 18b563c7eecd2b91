import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradientOf, Value } from "../../reference/autodiff.ts";
import {
	centralDifference,
	numericGradient,
} from "../../reference/central-difference.ts";
import { expectAgreement, quotient } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

/** micrograd's README example, its operators written as methods. */
function micrograd(a: Value, b: Value): Value {
	let c = a.add(b);
	let d = a.mul(b).add(b.pow(3));
	c = c.add(c.add(1));
	c = c.add(c.add(1).add(a.neg()));
	d = d.add(d.mul(2).add(b.add(a).relu()));
	d = d.add(d.mul(3).add(b.sub(a).relu()));
	const f = c.sub(d).pow(2);
	return f.div(2).add(new Value(10).div(f));
}

const operators: [string, (x: Value) => Value, number[]][] = [
	["add", (x) => x.add(3).add(x), [-2, 0, 1.5]],
	["sub", (x) => new Value(3).sub(x), [-2, 0, 1.5]],
	["mul", (x) => x.mul(x).mul(0.5), [-2, 0, 1.5]],
	["div", (x) => new Value(2).div(x).add(x.div(4)), [-2, 0.7, 1.5]],
	["pow", (x) => x.pow(3).add(x.pow(-1)).add(x.pow(0)), [-2, 0.7, 1.5]],
	["neg", (x) => x.neg(), [-2, 0, 1.5]],
	["exp", (x) => x.exp(), [-2, 0, 1.5]],
	["log", (x) => x.log(), [0.3, 1, 4]],
	["sqrt", (x) => x.sqrt(), [0.3, 1, 4]],
	["tanh", (x) => x.tanh(), [-2, 0, 1.5]],
	["sigmoid", (x) => x.sigmoid(), [-8, 0, 8]],
	["relu", (x) => x.relu(), [-2, 1.5]],
	["sin", (x) => x.sin(), [-2, 0, 1.5]],
	["cos", (x) => x.cos(), [-2, 0, 1.5]],
];

describe("Value", () => {
	it("reproduces the three numbers of micrograd's README", () => {
		const { value, gradient } = gradientOf(
			([a = new Value(0), b = new Value(0)]) => micrograd(a, b),
			[-4, 2],
		);
		expect([value, ...gradient].map((x) => x.toFixed(4))).toEqual([
			"24.7041",
			"138.8338",
			"645.5773",
		]);
	});

	it.each(operators)(
		"differentiates %s as central differences do",
		(_, operator, points) => {
			for (const x of points) {
				const { gradient } = gradientOf(
					([leaf = new Value(0)]) => operator(leaf),
					[x],
				);
				expectAgreement(
					gradient[0],
					centralDifference((at) => operator(new Value(at)).data, x, 1e-5),
					quotient,
				);
			}
		},
	);

	it("differentiates random expressions as central differences do", () => {
		const steps = fc.array(
			fc.record({ kind: fc.nat(6), left: fc.nat(), right: fc.nat() }),
			{ minLength: 1, maxLength: 12 },
		);
		const point = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), {
			minLength: 1,
			maxLength: 4,
		});
		fc.assert(
			fc.property(steps, point, (program, p) => {
				const run = (leaves: Value[]): Value => {
					const nodes = [...leaves];
					const pick = (index: number) =>
						nodes[index % nodes.length] ?? new Value(0);
					for (const { kind, left, right } of program) {
						const [a, b] = [pick(left), pick(right)];
						// Every step keeps its result in (−2, 2), so that the quotient's own error stays small.
						const steps = [
							a.add(b).tanh(),
							a.mul(b).sin(),
							a.sub(b).cos(),
							a.div(b.mul(b).add(1)).tanh(),
							a.sigmoid(),
							a.neg().exp().tanh(),
							a.mul(a).add(1).log().sin(),
						];
						nodes.push(steps[kind] ?? a);
					}
					return nodes.reduce((total, node) => total.add(node), new Value(0));
				};
				const numeric = numericGradient(
					(at) => run(at.map((x) => new Value(x))).data,
					p,
					1e-4,
				);
				expectAgreement(gradientOf(run, p).gradient, numeric, {
					absolute: 2e-4,
					relative: 1e-5,
				});
			}),
		);
	});

	it("holds a chain of 100,000 operations", () => {
		const x = new Value(1);
		let y = x;
		for (let i = 0; i < 100_000; i++) y = y.add(x);
		y.backward();
		expect([y.data, x.grad]).toEqual([100_001, 100_001]);
	});

	it("visits a shared node once, so that 100 doublings cost 100 steps", () => {
		const x = new Value(1);
		let y = x;
		for (let i = 0; i < 100; i++) y = y.add(y);
		y.backward();
		expect(x.grad).toBe(2 ** 100);
	});

	it("does not accumulate gradients over two backward passes", () => {
		const x = new Value(3);
		const y = x.mul(2);
		y.backward();
		y.backward();
		expect([x.grad, y.grad]).toEqual([2, 1]);
		x.mul(5).backward();
		expect(x.grad).toBe(5);
	});

	it("adds gradients over all paths of one pass", () => {
		const { gradient } = gradientOf(
			([w = new Value(0), b = new Value(0)]) =>
				w.mul(2).add(b.mul(3)).mul(b.mul(2).add(1)),
			[3, 4],
		);
		expect(gradient).toEqual([18, 63]);
	});

	it("leaves gradients of nodes it does not depend on alone", () => {
		expect(
			gradientOf(([x = new Value(0)]) => x.add(1), [1, 2]).gradient,
		).toEqual([1, 0]);
	});

	it("counts an infinite slope behind a zero gradient as 0", () => {
		expect(
			gradientOf(([x = new Value(0)]) => x.sqrt().mul(0), [0]).gradient,
		).toEqual([0]);
		expect(gradientOf(([x = new Value(0)]) => x.sqrt(), [0]).gradient).toEqual([
			Infinity,
		]);
	});

	it("follows Math outside the domains", () => {
		const data = [
			new Value(-1).log(),
			new Value(-1).sqrt(),
			new Value(1).div(0),
			new Value(0).log(),
		].map((v) => v.data);
		expect(data).toEqual([Number.NaN, Number.NaN, Infinity, -Infinity]);
	});

	it("keeps the sigmoid and its slope finite for ±800", () => {
		for (const x of [-800, 800]) {
			const { value, gradient } = gradientOf(
				([leaf = new Value(0)]) => leaf.sigmoid(),
				[x],
			);
			expect([value, ...gradient]).toEqual([x > 0 ? 1 : 0, 0]);
		}
	});

	itRefuses([
		[
			"a leaf of text",
			() => new Value(wrong("2")),
			TypeError,
			"data must be a number, got string",
		],
		[
			"text as the other side",
			() => new Value(2).add(wrong("2")),
			TypeError,
			"data must be a number, got string",
		],
		[
			"a Value as exponent",
			() => new Value(2).pow(wrong(new Value(2))),
			TypeError,
			"exponent must be a number, got object",
		],
		[
			"a point of text",
			() => gradientOf(() => new Value(1), wrong("12")),
			TypeError,
			"point must be an array of numbers, got string",
		],
		[
			"a function that returns a number",
			() =>
				gradientOf(
					wrong(() => 1),
					[1],
				),
			TypeError,
			"f must return a Value",
		],
	]);
});
