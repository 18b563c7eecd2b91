// one column after the other, all indices by hand, no types
export function fitStandardizer(X) {
	const { min, max } = fitMinMax(X);
	const m = X.length;
	const mean = [];
	const std = [];
	let k, i;
	for (k = 0; k < min.length; k++) {
		// offsets from the middle of the range stay small
		const middle = min[k] === max[k] ? min[k] : (min[k] + max[k]) / 2;
		let s = 0;
		for (i = m - 1; i >= 0; i--) s += X[i][k] - middle;
		const shift = s / m;
		let q = 0;
		for (i = 0; i < m; i++) {
			const d = X[i][k] - middle - shift;
			q += d * d;
		}
		mean[k] = middle + shift;
		std[k] = Math.sqrt(q) / Math.sqrt(m);
	}
	return { mean, std };
}

export function applyStandardizer(s, X) {
	const n = s.mean.length;
	const result = [];
	for (let i = 0; i < X.length; i++) {
		if (X[i].length !== n) throw new RangeError("features");
		const row = X[i].slice();
		for (let k = 0; k < n; k++) {
			row[k] -= s.mean[k];
			row[k] = s.std[k] !== 0 ? row[k] / s.std[k] : 0;
		}
		result.push(row);
	}
	return result;
}

function extreme(X, k, i, better) {
	let best = X[i][k];
	while (++i < X.length) if (better(X[i][k], best)) best = X[i][k];
	return best;
}

export function fitMinMax(X) {
	if (!X.length) throw new RangeError("empty");
	const result = { min: [], max: [] };
	for (const k in X[0]) {
		result.min.push(extreme(X, k, 0, (a, b) => a < b));
		result.max.push(extreme(X, k, 0, (a, b) => a > b));
	}
	return result;
}

export function applyMinMax(s, X) {
	function walk(row, k) {
		if (k === s.min.length) return [];
		const [lo, hi] = [s.min[k], s.max[k]];
		// share of the way from the least to the greatest
		const here = lo === hi ? 0 : (row[k] - lo) / (hi - lo);
		return [here].concat(walk(row, k + 1));
	}
	return X.map((row) => {
		if (row.length !== s.min.length) throw new RangeError("features");
		return walk(row, 0);
	});
}
