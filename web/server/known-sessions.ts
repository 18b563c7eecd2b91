import { eq } from "drizzle-orm";
import { sessions, users } from "../../db/schema.ts";
import { getAuthDatabase } from "./store.ts";

const maxKnown = 20_000;
/** better-auth prolongs a session that was last prolonged so long ago; see `auth.ts`. */
const prolongAfterMs = 24 * 60 * 60 * 1000;

declare global {
	var chainruleKnownSessions: Map<string, string> | undefined;
}

/** Credentials that better-auth has checked, the most recently used last, and the session's token that they are for. */
function known(): Map<string, string> {
	globalThis.chainruleKnownSessions ??= new Map();
	return globalThis.chainruleKnownSessions;
}

/** Everything of a request that says who sends it. */
function credentialsOf(headers: Headers): string {
	return `${headers.get("authorization") ?? ""}\n${headers.get("cookie") ?? ""}`;
}

/** Keeps in mind that these credentials were good for a session. */
export function rememberSession(headers: Headers, token: string): void {
	const credentials = credentialsOf(headers);
	if (credentials.length > 4_000) return;
	known().delete(credentials);
	known().set(credentials, token);
	const [oldest] = known().keys();
	if (known().size > maxKnown && oldest !== undefined) known().delete(oldest);
}

/**
 * The user of a session whose credentials were checked before: what remains to be asked is whether the session is still
 * there, in one query instead of better-auth's whole way (a small request took 2.0 ms after, 2.7 before, one run each).
 *
 * @returns null when better-auth is to be asked: the credentials are new, the session is gone, or it is to be prolonged
 */
export function findKnownUser(
	headers: Headers,
	now: number,
): typeof users.$inferSelect | null {
	const token = known().get(credentialsOf(headers));
	if (token === undefined) return null;
	const row = getAuthDatabase()
		.select()
		.from(sessions)
		.innerJoin(users, eq(users.id, sessions.userId))
		.where(eq(sessions.token, token))
		.get();
	if (row === undefined || row.sessions.expiresAt.getTime() <= now) return null;
	if (now - row.sessions.updatedAt.getTime() >= prolongAfterMs) return null;
	return row.users;
}
