const LEAST = 1e-12;

export function parameterCount(sizes) {
	let weights = 0;
	let biases = 0;
	for (let l = sizes.length - 1; l > 0; l--) {
		weights += sizes[l] * sizes[l - 1];
		biases += sizes[l];
	}
	return weights + biases;
}

export function enoughData(sizes, samples) {
	return parameterCount(sizes) <= samples;
}

export function toInput(rows) {
	const x = [];
	if (rows.length != 4) throw new RangeError("rows");
	for (let p = 0; p < 12; p++) {
		const r = Math.floor(p / 3);
		const pixel = "01".indexOf(rows[r][p % 3] ?? "?");
		if (pixel < 0 || rows[r].length > 3) throw new RangeError("row " + r);
		x[p] = pixel;
	}
	return x;
}

export function forward(net, x) {
	if (x.length != 12) throw new RangeError("pixels");
	const z1 = [...net.b1];
	const z2 = net.b2.concat();
	const a1 = [];
	const a2 = [];
	for (let i = 0; i < 12; i++) for (let j = 0; j < 3; j++) z1[j] += net.W1[j][i] * x[i];
	for (let j = 0; j < 3; j++) {
		a1[j] = 1 / (1 + Math.exp(-z1[j]));
		z2[0] += net.W2[0][j] * a1[j];
		z2[1] += net.W2[1][j] * a1[j];
	}
	for (let k = 0; k < 2; k++) a2[k] = 1 / (1 + Math.exp(-z2[k]));
	return { a2, z2, a1, z1 };
}

function checkPairs(X, Y) {
	if (X.length !== Y.length) throw new RangeError("pairs");
}

export function squaredCost(net, X, Y) {
	checkPairs(X, Y);
	let i = X.length;
	let C = 0;
	while (i--) {
		const [a, b] = forward(net, X[i]).a2;
		const [y, t] = Y[i];
		C += 0.5 * ((y - a) * (y - a) + (t - b) * (t - b));
	}
	return C;
}

export function crossEntropyCost(net, X, Y) {
	checkPairs(X, Y);
	const m = X.length;
	if (m === 0) throw new RangeError("mean of nothing");
	let J = 0;
	// first the sum for each output, then over the outputs
	for (let k = 0; k < 2; k++) {
		let Jk = 0;
		for (let i = 0; i < m; i++) {
			let a = forward(net, X[i]).a2[k];
			a = a < LEAST ? LEAST : a > 1 - LEAST ? 1 - LEAST : a;
			const y = Y[i][k];
			Jk += y * Math.log(a) + (1 - y) * Math.log(1 - a);
		}
		J -= Jk / m;
	}
	return J;
}
