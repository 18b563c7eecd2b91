// Class: attacks on the transform
// Mechanism: static blocks, field initialisers and computed keys
// Expected: time_limit, at most 0 points.
// Code that runs where a class is declared.
let turns = 0;
export function backward(x, values, y) {
	class Again {
		static { turns++; }
		static [(() => { for (;;) turns++; })()] = 1;
		field = new Again();
	}
}
export const nextX = (x, deltaX) => x - deltaX;
