// Class: attacks on the transform
// Mechanism: getters, traps, coercions and tagged templates as loops
// Expected: time_limit|runtime_error, at most 3 points.
// Function entries of every kind, each counted.
let depth = 0;
const tag = () => `${again}`;
const again = { toString() { depth++; return depth < 50 ? tag`x` : String([1, 2].map(() => "ab".replace(/./g, () => proxy.x))); }, get x() { return 1; } };
const proxy = new Proxy(again, { get: () => { depth = 0; return depth ? 1 : tag`y`; } });
export function backward(x, values, y) {
	return proxy.x;
}
export const nextX = (x, deltaX) => x - deltaX;
