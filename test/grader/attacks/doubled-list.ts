// Expected: memory_limit|time_limit, at most 0 points.
// Doubles a list in a few turns.
export function backward(x, values, y) {
	let list = [1.5];
	for (let turn = 0; turn < 40; turn++) list = list.concat(list);
	return list.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
