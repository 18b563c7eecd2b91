/** What can go wrong with a form of ours about accounts; the sentences stand under `account.errors` in the messages. */
export type AccountProblem =
	| "credentials"
	| "exists"
	| "email"
	| "passwordShort"
	| "passwordLong"
	| "name"
	| "nameLong"
	| "tooMany"
	| "offline"
	| "other";

const byCode: Record<string, AccountProblem> = {
	INVALID_EMAIL_OR_PASSWORD: "credentials",
	INVALID_PASSWORD: "credentials",
	USER_NOT_FOUND: "credentials",
	USER_ALREADY_EXISTS: "exists",
	USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "exists",
	INVALID_EMAIL: "email",
	PASSWORD_TOO_SHORT: "passwordShort",
	PASSWORD_TOO_LONG: "passwordLong",
};

/** Names the problem behind an answer of better-auth. */
export function nameProblem(status: number, code: unknown): AccountProblem {
	const known = typeof code === "string" ? byCode[code] : undefined;
	if (known !== undefined) return known;
	if (status === 429) return "tooMany";
	if (status === 401) return "credentials";
	return status === 0 ? "offline" : "other";
}

/** Looks at what was typed before anything is sent; null when it may be sent. */
export function checkFields(fields: {
	name?: string;
	email: string;
	password: string;
}): AccountProblem | null {
	if (fields.name !== undefined && fields.name.trim() === "") return "name";
	if (!/^[^\s@]+@[^\s@]+$/.test(fields.email.trim())) return "email";
	if (fields.name !== undefined && fields.password.length < 8)
		return "passwordShort";
	if (fields.password === "") return "credentials";
	return fields.password.length > 128 ? "passwordLong" : null;
}
