// style: small nodes with local derivatives, everything through chain and chainPaths; 1 - y computed as sigma(-z)
type Node = { value: number; edges: number[] };

const sum = (list: readonly number[]): number => list.reduce((s, v) => s + v, 0);

class Sigmoid {
	static of(z: number): Node {
		const value = 1 / (1 + Math.exp(-z));
		const rest = 1 / (1 + Math.exp(z));
		return { value, edges: [value * rest] };
	}
}

class Linear {
	static of(w: number[], x: number[], b: number): Node & { byWeight: number[]; byInput: number[]; byBias: number } {
		if (w.length !== x.length) throw new RangeError("lengths differ");
		const value = sum(w.map((wi, i) => chain([wi, x[i]]))) + b;
		return { value, edges: [], byWeight: x.slice(), byInput: w.slice(), byBias: 1 };
	}
}

export function chain(factors: number[]): number {
	return factors.reduce((product, factor) => product * factor, 1);
}

export function chainPaths(paths: number[][]): { products: number[]; total: number } {
	const products = paths.map(chain);
	return { total: sum(products), products };
}

export function neuronDerivatives(w: number[], x: number[], b: number) {
	const inner = Linear.of(w, x, b);
	const outer = Sigmoid.of(inner.value);
	const back = (edge: number): number => chainPaths([[...outer.edges, edge]]).total;
	return {
		z: inner.value,
		y: outer.value,
		dyDz: chain(outer.edges),
		dyDw: inner.byWeight.map(back),
		dyDx: inner.byInput.map(back),
		dyDb: back(inner.byBias),
	};
}
