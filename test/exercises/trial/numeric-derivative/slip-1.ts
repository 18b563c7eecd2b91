// slip: in forwardDifference the difference is divided by |h|, so for a negative step the slope has the wrong sign (no difference for h > 0)
export type TableName = "const" | "x" | "x^2" | "exp" | "exp(-x)";

export function forwardDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	if (h === 0) throw new RangeError("h must not be 0");
	return (f(x + h) - f(x)) / Math.abs(h);
}

export function centralDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	if (h === 0) throw new RangeError("h must not be 0");
	return (f(x + h) - f(x - h)) / (2 * h);
}

export function tableDerivative(name: TableName, x: number): number {
	switch (name) {
		case "const":
			return 0;
		case "x":
			return 1;
		case "x^2":
			return 2 * x;
		case "exp":
			return Math.exp(x);
		case "exp(-x)":
			return -Math.exp(-x);
	}
}
