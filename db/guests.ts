import { and, eq, max } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { drafts, replacedDrafts, submissions, users } from "./schema.ts";
import { type Store, UnknownUserError } from "./store.ts";

/** A guest's way into an account. */
export function createGuests(db: Database): Pick<Store, "adoptGuest"> {
	return {
		async adoptGuest(guestId, userId) {
			db.transaction(() => adopt(db, guestId, userId), {
				behavior: "immediate",
			});
		},
	};
}

function adopt(db: Database, guestId: string, userId: string): void {
	if (guestId === userId) return;
	const findUser = (id: string) =>
		db.select().from(users).where(eq(users.id, id)).get();
	const guest = findUser(guestId);
	const user = findUser(userId);
	if (user === undefined) throw new UnknownUserError(userId);
	// Adopted before: the guest is removed at the end.
	if (guest === undefined) return;
	if (guest.isAnonymous !== true) {
		throw new RangeError(`user "${guestId}" is an account, not a guest`);
	}

	moveSubmissions(db, guestId, userId);
	moveDrafts(db, guestId, userId);
	db.update(replacedDrafts)
		.set({ userId })
		.where(eq(replacedDrafts.userId, guestId))
		.run();
	if (user.leaderboardName === null && guest.leaderboardName !== null) {
		db.update(users)
			.set({ leaderboardName: guest.leaderboardName })
			.where(eq(users.id, userId))
			.run();
	}
	// Ends the guest's sessions too, so no later request can leave work with somebody who is gone.
	db.delete(users).where(eq(users.id, guestId)).run();
}

/** The guest's numbers go on after the account's own; `seed_user_id` and `seed_attempt` stay, and so do the seeds. */
function moveSubmissions(db: Database, guestId: string, userId: string): void {
	const moving = db
		.select({
			submissionId: submissions.submissionId,
			slug: submissions.slug,
			attempt: submissions.attempt,
		})
		.from(submissions)
		.where(eq(submissions.userId, guestId))
		.all();
	const offsets = new Map(
		[...new Set(moving.map(({ slug }) => slug))].map((slug) => [
			slug,
			lastAttempt(db, userId, slug),
		]),
	);
	for (const { submissionId, slug, attempt } of moving) {
		db.update(submissions)
			.set({ userId, attempt: attempt + (offsets.get(slug) ?? 0) })
			.where(eq(submissions.submissionId, submissionId))
			.run();
	}
}

function lastAttempt(db: Database, userId: string, slug: string): number {
	const last = db
		.select({ attempt: max(submissions.attempt) })
		.from(submissions)
		.where(and(eq(submissions.userId, userId), eq(submissions.slug, slug)))
		.get();
	return last?.attempt ?? 0;
}

function moveDrafts(db: Database, guestId: string, userId: string): void {
	const ofGuest = db
		.select()
		.from(drafts)
		.where(eq(drafts.userId, guestId))
		.all();
	for (const moving of ofGuest) {
		const isOwn = and(eq(drafts.userId, userId), eq(drafts.slug, moving.slug));
		const own = db.select().from(drafts).where(isOwn).get();
		db.delete(drafts)
			.where(and(eq(drafts.userId, guestId), eq(drafts.slug, moving.slug)))
			.run();
		if (own === undefined) {
			db.insert(drafts)
				.values({ ...moving, userId })
				.run();
			continue;
		}
		const [newer, older] =
			moving.savedAt > own.savedAt ? [moving, own] : [own, moving];
		// A revision neither window knows: whoever saves next is told about the other text.
		const revision = Math.max(own.revision, moving.revision) + 1;
		db.update(drafts)
			.set({ source: newer.source, savedAt: newer.savedAt, revision })
			.where(isOwn)
			.run();
		if (older.source !== newer.source) {
			db.insert(replacedDrafts)
				.values({
					userId,
					slug: older.slug,
					source: older.source,
					savedAt: older.savedAt,
				})
				.run();
		}
	}
}
