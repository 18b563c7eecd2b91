// style: JavaScript without types, arrow functions, recursion by halves, destructuring
const total = (list) =>
	list.length === 0 ? 0
	: list.length === 1 ? list[0]
	: total(list.slice(0, list.length >> 1)) + total(list.slice(list.length >> 1));

export const sumOfWeights = (w) => total(w);

export const weightedSum = (w, x, b) => {
	if (w.length !== x.length) throw new RangeError("lengths");
	return total([...w.map((wi, i) => wi * x[i]), b]);
};

export const isNormal = (f, low, high) => !(f <= low || f >= high);

export const bodyScore = ({ sex, heightCm, weightKg }, w, b) => {
	const f = weightedSum(w, [sex, heightCm, weightKg], b);
	return { x: [sex, heightCm, weightKg], f, normal: isNormal(f, 6, 13) };
};

export const parameterCount = (inputs) => inputs - -1;
