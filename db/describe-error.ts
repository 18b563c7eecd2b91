/** What of an error may stand in a log. */
export interface DescribedError {
	type: string;
	message: string;
	stack?: string;
	code?: string;
	cause?: DescribedError;
}

const emailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi;
const longestChain = 5;

/** Puts "[address]" wherever a text holds an e-mail address. */
export function withoutAddresses(text: string): string {
	return text.replace(emailAddress, "[address]");
}

/**
 * Describes an error for a log, with its causes: kind, message, stack and code, and nothing else that may hang on it.
 * drizzle writes a failed statement's parameters, which may be sources, names or hashes, into the message: they are cut
 * out, as are e-mail addresses.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
	if (!(error instanceof Error)) {
		return {
			type: typeof error,
			message: "something that is no Error was thrown",
		};
	}
	const message =
		"params" in error && "query" in error
			? `Failed query: ${String(error.query)}`
			: error.message;
	// A stack begins with the message, parameters and all.
	const stack = error.stack?.replace(error.message, () => message);
	const code = "code" in error ? error.code : undefined;
	return {
		type: error.name === "Error" ? error.constructor.name : error.name,
		message: withoutAddresses(message),
		...(stack === undefined ? {} : { stack: withoutAddresses(stack) }),
		...(typeof code === "string" ? { code } : {}),
		...(error.cause === undefined || depth >= longestChain
			? {}
			: { cause: describeError(error.cause, depth + 1) }),
	};
}
