// Plain JavaScript; the slopes are written in z directly.
function value(act, z) {
	switch (act) {
		case "sigmoid": {
			const e = Math.exp(-Math.abs(z));
			return z >= 0 ? 1 / (1 + e) : e / (1 + e);
		}
		case "tanh":
			return Math.tanh(z);
		case "relu":
			return z < 0 ? 0 : z;
		case "linear":
			return z;
	}
}

function slope(act, z) {
	switch (act) {
		case "sigmoid": {
			const e = Math.exp(-Math.abs(z));
			return e / ((1 + e) * (1 + e));
		}
		case "tanh": {
			const c = Math.cosh(z);
			return 1 / c / c;
		}
		case "relu":
			return z <= 0 ? 0 : 1;
		case "linear":
			return 1;
	}
}

export function outputDelta(a, y, z, act, cost) {
	const delta = a.slice();
	for (let k = delta.length; k-- > 0; ) {
		delta[k] -= y[k];
		if (cost !== "cross-entropy") delta[k] *= slope(act, z[k]);
	}
	return delta;
}

export function backDelta(nextW, nextDelta, z, act) {
	const delta = z.map((v) => slope(act, v));
	for (let i = 0; i < delta.length; i++) {
		let sum = 0;
		for (let j = nextW.length - 1; j >= 0; j--) sum += nextDelta[j] * nextW[j][i];
		delta[i] *= sum;
	}
	return delta;
}

export function backprop(layers, x, y, cost) {
	const L = layers.length;
	const a = [x];
	const z = [null];
	for (let l = 1; l <= L; l++) {
		const { W, b, act } = layers[l - 1];
		z[l] = b.slice();
		a[l] = [];
		for (let j = 0; j < W.length; j++) {
			for (let i = 0; i < W[j].length; i++) z[l][j] += W[j][i] * a[l - 1][i];
			a[l][j] = value(act, z[l][j]);
		}
	}

	const deltas = [];
	const gradW = [];
	const gradB = [];
	for (let l = L; l >= 1; l--) {
		const { act } = layers[l - 1];
		const d =
			l === L
				? outputDelta(a[L], y, z[L], act, cost)
				: backDelta(layers[l].W, deltas[0], z[l], act);
		const rows = [];
		for (let j = 0; j < d.length; j++) {
			rows[j] = [];
			for (let i = 0; i < a[l - 1].length; i++) rows[j][i] = d[j] * a[l - 1][i];
		}
		deltas.unshift(d);
		gradW.unshift(rows);
		gradB.unshift(Array.from(d));
	}
	return { a: a[L], deltas, gradW, gradB };
}

// adds s times the nested list v to the nested list u of the same shape
function accumulate(u, v, s) {
	for (let i = 0; i < v.length; i++) {
		if (Array.isArray(v[i])) accumulate((u[i] ??= []), v[i], s);
		else u[i] = (u[i] ?? 0) + s * v[i];
	}
}

export function batchGradients(layers, X, Y, cost) {
	const m = X.length;
	if (!m) throw new RangeError("empty");
	const mean = { cost: 0, gradW: [], gradB: [] };
	for (let s = m - 1; s >= 0; s--) {
		const { a, gradW, gradB } = backprop(layers, X[s], Y[s], cost);
		accumulate(mean.gradW, gradW, 1 / m);
		accumulate(mean.gradB, gradB, 1 / m);
		let c = 0;
		for (let k = 0; k < a.length; k++) {
			const t = Y[s][k];
			if (cost === "cross-entropy") {
				c -= t * Math.log(Math.max(1e-12, a[k])) + (1 - t) * Math.log(Math.max(1e-12, 1 - a[k]));
			} else {
				c += 0.5 * Math.pow(t - a[k], 2);
			}
		}
		mean.cost += c / m;
	}
	return mean;
}
