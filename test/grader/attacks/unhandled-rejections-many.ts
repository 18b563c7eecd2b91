// Class: code outside the timeout
// Mechanism: a hundred thousand rejections nobody handles
// Expected: time_limit|memory_limit|runtime_error, at most 3 points.
// Each one is kept until the end of the call.
export function backward(x, values, y) {
	for (let index = 0; index < 90_000; index++) Promise.reject(index);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
