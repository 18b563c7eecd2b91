import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import { anonymous, bearer } from "better-auth/plugins";
import { withoutAddresses } from "../../db/describe-error.ts";
import { accounts, sessions, users, verifications } from "../../db/schema.ts";
import { log } from "./log.ts";
import { originOf } from "./request-origin.ts";
import { getAuthDatabase, getStore } from "./store.ts";

const dayS = 24 * 60 * 60;

/**
 * Accounts and sessions, by better-auth: e-mail and password, guests, bearer tokens for programs. A guest who signs up or
 * in takes all work along. It speaks to nobody outside: no mail, no telemetry.
 */
function createAuth(secret: string, isHttps: boolean) {
	return betterAuth({
		appName: "Chainrule",
		basePath: "/api/auth",
		secret,
		database: drizzleAdapter(getAuthDatabase(), {
			provider: "sqlite",
			schema: {
				user: users,
				session: sessions,
				account: accounts,
				verification: verifications,
			},
		}),
		emailAndPassword: { enabled: true, minPasswordLength: 8 },
		user: {
			additionalFields: {
				// `input: false`: nobody gives themselves a role at signing up.
				role: { type: "string", defaultValue: "student", input: false },
				leaderboardName: { type: "string", required: false, input: false },
			},
		},
		// A guest's cookie is the only key to a guest's work, so it lasts a whole term.
		session: { expiresIn: 180 * dayS, updateAge: dayS },
		plugins: [
			anonymous({
				generateName: () => "Guest",
				onLinkAccount: ({ anonymousUser, newUser }) =>
					adoptGuest(anonymousUser.user.id, newUser.user.id),
				// `adoptGuest` removes the guest itself, in the transaction that moves the work.
				disableDeleteAnonymousUser: true,
			}),
			bearer(),
		],
		// Ours counts by account as well as by address; see `handle-auth.ts`.
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: "chainrule",
			useSecureCookies: isHttps,
			// Stated, because better-auth leaves these checks out where NODE_ENV is "test".
			disableCSRFCheck: false,
			disableOriginCheck: false,
		},
		telemetry: { enabled: false },
		logger: {
			log: (level, message, ...details) => {
				// We give it every request under the address that the browser sees; see `handleAuth`.
				if (message.includes("Base URL is not set")) return;
				// Of what comes along only errors are told: the rest may be a person's.
				const err = details.find((detail) => detail instanceof Error);
				log[level](
					err === undefined ? {} : { err },
					`better-auth: ${withoutAddresses(message)}`,
				);
			},
		},
	});
}

/** Moves a guest's work. Should that fail, signing in fails with it (see `handleAuth`), and the guest's session and work stay. */
async function adoptGuest(guestId: string, userId: string): Promise<void> {
	try {
		await (await getStore()).adoptGuest(guestId, userId);
	} catch (error) {
		log.error({ err: error }, "a guest's work could not be moved");
		throw new APIError("INTERNAL_SERVER_ERROR");
	}
}

/** better-auth, set up for Chainrule. */
export type Auth = ReturnType<typeof createAuth>;

declare global {
	var chainruleAuth: Map<boolean, Promise<Auth>> | undefined;
}

/** Gives better-auth for a request with these headers; over https its cookies are `Secure`. */
export function getAuth(headers: Headers): Promise<Auth> {
	globalThis.chainruleAuth ??= new Map();
	const isHttps = originOf(headers).startsWith("https:");
	const existing = globalThis.chainruleAuth.get(isHttps);
	if (existing !== undefined) return existing;
	const made = getStore()
		.then((store) => store.getSecret("auth"))
		.then((secret) => createAuth(secret, isHttps));
	globalThis.chainruleAuth.set(isHttps, made);
	return made;
}
