import { assertNumber, assertVector } from "./assert-arguments.ts";
import type { Vector } from "./vector.ts";

/** What an operator takes as its other side: a node, or a constant. */
export type Operand = Value | number;

/**
 * A number that remembers how it was computed, so that `backward()` can tell how much each number it came from matters.
 * Every operator makes a new node and keeps, for each parent, the slope of the result by that parent.
 * Outside their domains operators give NaN or ±Infinity, as the functions of Math do.
 * Source: reverse-mode differentiation, Griewank & Walther (2008), Evaluating Derivatives, ch. 3; in the shape of Karpathy's micrograd.
 *
 * @example
 * const x = new Value(3);
 * const y = x.mul(x).add(1);
 * y.backward();
 * x.grad; // 6
 */
export class Value {
	/** The number itself. */
	readonly data: number;
	/** ∂(result)/∂(this) of the last `backward()` that reached this node; 0 before. */
	grad = 0;
	private readonly parents: readonly Value[];
	private readonly slopes: readonly number[];

	/**
	 * Makes a leaf. The operators below also pass the parents and, in the same order, ∂(this)/∂(parent).
	 *
	 * @throws TypeError unless `data` is a number
	 */
	constructor(
		data: number,
		parents: readonly Value[] = [],
		slopes: readonly number[] = [],
	) {
		assertNumber(data, "data");
		this.data = data;
		this.parents = parents;
		this.slopes = slopes;
	}

	/** Sum. @throws TypeError unless `other` is a Value or a number, as for every operator with two sides */
	add(other: Operand): Value {
		const right = toValue(other);
		return new Value(this.data + right.data, [this, right], [1, 1]);
	}

	/** Product. */
	mul(other: Operand): Value {
		const right = toValue(other);
		return new Value(
			this.data * right.data,
			[this, right],
			[right.data, this.data],
		);
	}

	/** Quotient. */
	div(other: Operand): Value {
		const right = toValue(other);
		const quotient = this.data / right.data;
		return new Value(
			quotient,
			[this, right],
			[1 / right.data, -quotient / right.data],
		);
	}

	/** Power with a constant exponent; x⁰ is 1 with slope 0. @throws TypeError unless `exponent` is a number */
	pow(exponent: number): Value {
		assertNumber(exponent, "exponent");
		const slope = exponent === 0 ? 0 : exponent * this.data ** (exponent - 1);
		return new Value(this.data ** exponent, [this], [slope]);
	}

	/** e to the power of this. */
	exp(): Value {
		const power = Math.exp(this.data);
		return new Value(power, [this], [power]);
	}

	/** Natural logarithm. */
	log(): Value {
		return new Value(Math.log(this.data), [this], [1 / this.data]);
	}

	/** Square root; its slope at 0 is Infinity. */
	sqrt(): Value {
		const root = Math.sqrt(this.data);
		return new Value(root, [this], [1 / (2 * root)]);
	}

	/** Hyperbolic tangent. */
	tanh(): Value {
		const t = Math.tanh(this.data);
		return new Value(t, [this], [1 - t * t]);
	}

	/** 1/(1+e^−x) without overflow. */
	sigmoid(): Value {
		const small = Math.exp(-Math.abs(this.data));
		const s = (this.data >= 0 ? 1 : small) / (1 + small);
		return new Value(s, [this], [small / (1 + small) ** 2]);
	}

	/** max(0, x); slope 0 at 0. */
	relu(): Value {
		return new Value(Math.max(0, this.data), [this], [this.data > 0 ? 1 : 0]);
	}

	/** Sine of an angle in radians. */
	sin(): Value {
		return new Value(Math.sin(this.data), [this], [Math.cos(this.data)]);
	}

	/** Cosine of an angle in radians. */
	cos(): Value {
		return new Value(Math.cos(this.data), [this], [-Math.sin(this.data)]);
	}

	/** Minus this. */
	neg(): Value {
		return this.mul(-1);
	}

	/** Difference. */
	sub(other: Operand): Value {
		return this.add(toValue(other).neg());
	}

	/**
	 * Fills `grad` of every node this one was computed from with ∂(this)/∂(node); its own becomes 1.
	 * Gradients do NOT accumulate over calls: each call first clears the nodes it reaches, so calling twice changes nothing, and a node shared by
	 * two results holds the gradient of the one called last. Within one call they do add up over all paths.
	 * A gradient of exactly 0 passes nothing on, so an infinite slope behind it counts as 0·∞ = 0.
	 * Needs no recursion: a graph may be as deep as memory allows. Time is linear in the number of operations.
	 */
	backward(): void {
		const order = this.parentsFirst();
		for (const node of order) node.grad = 0;
		this.grad = 1;
		for (const node of order.reverse()) {
			if (node.grad === 0) continue;
			// A slope stands at the index of its parent, so it is there.
			for (const [i, parent] of node.parents.entries())
				parent.grad += node.grad * (node.slopes[i] as number);
		}
	}

	/** Lists this node and all it depends on, each once and after its parents: a depth-first walk with a stack of our own. */
	private parentsFirst(): Value[] {
		const order: Value[] = [];
		const seen = new Set<Value>([this]);
		const path: { node: Value; next: number }[] = [{ node: this, next: 0 }];
		for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
			const parent = top.node.parents[top.next++];
			if (parent === undefined) {
				order.push(top.node);
				path.pop();
			} else if (!seen.has(parent)) {
				seen.add(parent);
				path.push({ node: parent, next: 0 });
			}
		}
		return order;
	}
}

/**
 * Evaluates `f` at a point and differentiates it there, without leaving anything behind.
 *
 * @param f takes n nodes, returns the result's node
 * @param point n numbers
 * @returns f's value and its n slopes
 * @throws TypeError unless `point` is an array of numbers and f returns a Value
 * @example gradientOf(([x, y]) => x.mul(y), [2, 5]) // { value: 10, gradient: [5, 2] }
 */
export function gradientOf(
	f: (p: Value[]) => Value,
	point: Vector,
): { value: number; gradient: number[] } {
	assertVector(point, "point");
	const leaves = point.map((entry) => new Value(entry));
	const result = f(leaves);
	if (!(result instanceof Value)) throw new TypeError("f must return a Value");
	result.backward();
	return { value: result.data, gradient: leaves.map((leaf) => leaf.grad) };
}

function toValue(operand: Operand): Value {
	return operand instanceof Value ? operand : new Value(operand);
}
