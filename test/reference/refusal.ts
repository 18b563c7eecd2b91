import { expect, it } from "vitest";

/** A call that must throw: what it tries (ends the sentence "refuses …"), the call, the error's class and its whole message. */
export type Refusal = [
	what: string,
	call: () => unknown,
	error: typeof TypeError | typeof RangeError,
	message: string,
];

/** Makes one test of each refusal. */
export function itRefuses(refusals: Refusal[]): void {
	it.each(refusals)("refuses %s", (_, call, error, message) => {
		let thrown: unknown;
		try {
			call();
		} catch (caught) {
			thrown = caught;
		}
		expect(thrown).toBeInstanceOf(error);
		expect(thrown).toHaveProperty("message", message);
	});
}

/** Passes something of the wrong kind where the compiler would not let us. */
export function wrong<T>(value: unknown): T {
	return value as T;
}
