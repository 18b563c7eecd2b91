// Class: values that are not what they seem
// Mechanism: instance of a class with private fields
// Expected: accepted, at most 15 points.
// Own fields count, whatever else the class does.
class Answer {
	#secret = 1;
	constructor(x, values, y) {
		this.deltaC = values.c - y;
		this.deltaB = this.deltaC * 2 * Math.sqrt(values.b);
		this.deltaA = this.deltaB * values.a;
		this.deltaX = this.deltaA / (2 * x);
	}
	get deltaY() { for (;;); }
	toJSON() { return this.#secret; }
}
export function backward(x, values, y) {
	return new Answer(x, values, y);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
