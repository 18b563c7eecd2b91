// a_i = 1 / sum_j e^(z_j - z_i): no common shift is needed
export function softmax(z) {
	const a = [];
	for (const zi of z) {
		let s = 0;
		for (const zj of z) s += Math.exp(zj - zi);
		a.push(1 / s);
	}
	return a;
}

export function oneHot(label, classes) {
	if (label % 1 !== 0 || label < 0 || label > classes - 1) {
		throw new RangeError("label");
	}
	const build = (c) => (c === classes ? [] : [c === label ? 1 : 0, ...build(c + 1)]);
	return build(0);
}

export function crossEntropy(a, y) {
	if (a.length != y.length) throw new RangeError("length");
	const [p, ...restA] = a;
	const [t, ...restY] = y;
	if (p === undefined) return 0;
	const here = t === 0 ? 0 : t * Math.log(p < 1e-12 ? 1e-12 : p);
	return crossEntropy(restA, restY) - here;
}

export function logitLoss(z, y) {
	return crossEntropy(softmax(z), y);
}

/** The chain rule written out: sum_i dL/da_i * da_i/dz_j, with a_i cancelled: sum_i y_i (a_j - [i = j]) */
export function logitGradient(z, y) {
	if (z.length != y.length) throw new RangeError("length");
	const a = softmax(z);
	const g = [];
	for (let j = 0; j < a.length; j++) {
		let gj = 0;
		for (let i = 0; i < y.length; i++) gj += y[i] * (a[j] - (i === j ? 1 : 0));
		g.push(gj);
	}
	return g;
}

export function predict(z) {
	let best = { score: -Infinity, index: 0 };
	z.forEach((score, index) => {
		if (score > best.score) best = { score, index };
	});
	return best.index;
}
