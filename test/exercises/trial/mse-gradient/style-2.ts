class Errors {
	private readonly list: number[];

	constructor(from: number[], to: number[]) {
		if (from.length !== to.length) {
			throw new RangeError("the two lists must have the same length");
		}
		this.list = [];
		for (const [i, t] of to.entries()) this.list[i] = from[i] - t;
	}

	static ofBatch(pred: number[], label: number[]): Errors {
		const e = new Errors(pred, label);
		if (e.size === 0) {
			throw new RangeError("there is no mean over nothing");
		}
		return e;
	}

	get size(): number {
		return this.list.length;
	}

	halfSquares(): number {
		let s = 0;
		this.list.forEach((d) => {
			s += 0.5 * d ** 2;
		});
		return s;
	}

	scaled(factor: number): number[] {
		return this.list.map((d) => d * factor);
	}
}

export function mse(pred: number[], label: number[]): number {
	const errors = Errors.ofBatch(pred, label);
	return errors.halfSquares() / errors.size;
}

export function mseGradient(pred: number[], label: number[]): number[] {
	const errors = Errors.ofBatch(pred, label);
	return errors.scaled(1 / errors.size);
}

export function networkError(out: number[], target: number[]): number {
	return new Errors(target, out).halfSquares();
}

export function objective(
	cost: number,
	weights: number[],
	lambda: number,
): { value: number; extraGradient: number[] } {
	const zeros = new Array<number>(weights.length).fill(0);
	const w = new Errors(weights, zeros);
	return { value: cost + lambda * w.halfSquares(), extraGradient: w.scaled(lambda) };
}
