import { eq } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { users } from "./schema.ts";
import { type Store, UnknownUserError } from "./store.ts";

/** What the platform adds to accounts: roles, and names on leaderboards. Signing in is better-auth's. */
export function createUsers(
	db: Database,
): Pick<Store, "findUser" | "setRole" | "setLeaderboardName"> {
	return {
		async findUser(userId) {
			const user = db.select().from(users).where(eq(users.id, userId)).get();
			if (user === undefined) return null;
			return {
				userId: user.id,
				name: user.name,
				email: user.email,
				role: user.role,
				isGuest: user.isAnonymous === true,
				leaderboardName: user.leaderboardName,
			};
		},

		async setRole(email, role) {
			// better-auth stores addresses in lower case.
			const { changes } = db
				.update(users)
				.set({ role })
				.where(eq(users.email, email.toLowerCase()))
				.run();
			return changes === 1;
		},

		async setLeaderboardName(userId, name) {
			const { changes } = db
				.update(users)
				.set({ leaderboardName: name })
				.where(eq(users.id, userId))
				.run();
			if (changes === 0) throw new UnknownUserError(userId);
		},
	};
}

/** @throws UnknownUserError when there is no such user */
export function requireUser(db: Database, userId: string): void {
	const user = db
		.select({ id: users.id })
		.from(users)
		.where(eq(users.id, userId))
		.get();
	if (user === undefined) throw new UnknownUserError(userId);
}
