/** Throws a TypeError unless `value` is a number (NaN and infinities are numbers). `name` is how the message calls it. */
export function assertNumber(value: unknown, name: string): void {
	if (typeof value !== "number")
		throw new TypeError(`${name} must be a number, got ${kindOf(value)}`);
}

/** Throws a TypeError unless `value` is a function. */
export function assertFunction(value: unknown, name: string): void {
	if (typeof value !== "function")
		throw new TypeError(`${name} must be a function, got ${kindOf(value)}`);
}

/**
 * Checks a count, such as a limit of rounds.
 *
 * @param least smallest count allowed, inclusive
 * @throws TypeError unless `value` is a number; RangeError unless it is a safe integer of at least `least`
 */
export function assertCount(value: unknown, name: string, least = 0): void {
	assertNumber(value, name);
	if (!Number.isSafeInteger(value) || Number(value) < least)
		throw new RangeError(
			`${name} must be a whole number of at least ${least}, got ${value}`,
		);
}

/** Throws a TypeError unless `value` is an array of numbers without holes; any length, also 0. */
export function assertVector(value: unknown, name: string): void {
	if (!Array.isArray(value))
		throw new TypeError(
			`${name} must be an array of numbers, got ${kindOf(value)}`,
		);
	let index = 0;
	for (const entry of value) assertNumber(entry, `${name}[${index++}]`);
}

/**
 * Checks an array of rows, all of one length; 0 rows are a matrix too.
 *
 * @throws TypeError unless it is an array of arrays of numbers; RangeError when rows differ in length
 */
export function assertMatrix(value: unknown, name: string): void {
	if (!Array.isArray(value))
		throw new TypeError(
			`${name} must be an array of rows, got ${kindOf(value)}`,
		);
	let index = 0;
	for (const row of value) assertVector(row, `${name}[${index++}]`);
	for (const row of value)
		assertLength(row, value[0].length, `every row of ${name}`);
}

/** Throws a RangeError unless the array `value` has exactly `length` entries. */
export function assertLength(
	value: { readonly length: number },
	length: number,
	name: string,
): void {
	if (value.length !== length)
		throw new RangeError(
			`${name} must have length ${length}, got ${value.length}`,
		);
}

/** Throws a RangeError when the array `value` is empty: a mean or a maximum over nothing has no value. */
export function assertNotEmpty(
	value: { readonly length: number },
	name: string,
): void {
	if (value.length === 0) throw new RangeError(`${name} must not be empty`);
}

function kindOf(value: unknown): string {
	if (value === null) return "null";
	return Array.isArray(value) ? "an array" : typeof value;
}
