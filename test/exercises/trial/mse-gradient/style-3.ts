// Halving recursion: the sum of term(i) for lo <= i < hi
function sumOver(term, lo, hi) {
	if (hi <= lo) return 0;
	if (hi - lo === 1) return term(lo);
	var mid = (lo + hi) >> 1;
	return sumOver(term, lo, mid) + sumOver(term, mid, hi);
}

function check(a, b, least) {
	if (a.length !== b.length || a.length < least) {
		throw new RangeError("bad lists");
	}
	return a.length;
}

export function mse(pred, label) {
	var m = check(pred, label, 1);
	return 1 / (2 * m) * sumOver(function (i) {
		return Math.pow(label[i] - pred[i], 2);
	}, 0, m);
}

export function mseGradient(pred, label) {
	var m = check(pred, label, 1);
	var g = [];
	while (g.length < m) {
		var i = g.length;
		g.push(pred[i] / m - label[i] / m);
	}
	return g;
}

export function networkError(out, target) {
	var n = check(out, target, 0);
	return 0.5 * sumOver(function (k) {
		return (out[k] - target[k]) * (out[k] - target[k]);
	}, 0, n);
}

export function objective(cost, weights, lambda) {
	var extraGradient = weights.slice();
	for (var k = extraGradient.length - 1; k >= 0; k--) extraGradient[k] *= lambda;
	// lambda/2 * w^2 = w * (lambda w) / 2
	var penalty = sumOver(function (k) {
		return weights[k] * extraGradient[k];
	}, 0, weights.length) / 2;
	return { extraGradient: extraGradient, value: penalty + cost };
}
