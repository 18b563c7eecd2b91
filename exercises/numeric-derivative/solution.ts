/** The functions whose derivatives stand in the table. */
export type TableName = "const" | "x" | "x^2" | "exp" | "exp(-x)";

/** Slope of the secant from x to x + h; off the derivative by about h·f″/2. */
export function forwardDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	requireStep(h);
	return (f(x + h) - f(x)) / h;
}

/** Slope of the secant from x − h to x + h; off the derivative by about h²·f‴/6. */
export function centralDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	requireStep(h);
	return (f(x + h) - f(x - h)) / (2 * h);
}

/** The exact derivative at x of a function of the table. */
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
			return -Math.exp(-x); // the inner derivative of −x is −1
	}
}

/** Two points that coincide have no slope. */
function requireStep(h: number): void {
	if (h === 0) throw new RangeError("the step h must not be 0");
}
