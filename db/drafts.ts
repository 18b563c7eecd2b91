import { and, desc, eq } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { drafts, replacedDrafts } from "./schema.ts";
import type { Draft, Store } from "./store.ts";
import { requireUser } from "./users.ts";

type Operations = Pick<Store, "findDraft" | "saveDraft" | "listReplacedDrafts">;

/**
 * What stands in the editor, with a revision that keeps two open windows from overwriting each other unseen.
 *
 * Saving what is stored already is no conflict, whatever revision it names: it is the retry of a save whose answer was
 * lost. Nor is a save without a stored draft (its guest's drafts may have moved away): it goes on from its own revision.
 */
export function createDrafts(db: Database): Operations {
	return {
		async findDraft(userId, slug) {
			return find(db, userId, slug);
		},

		async saveDraft({ userId, slug, source, baseRevision, now }) {
			return db.transaction(
				() => {
					requireUser(db, userId);
					const stored = find(db, userId, slug);
					if (stored !== null && stored.revision !== baseRevision) {
						return { draft: stored, isConflict: stored.source !== source };
					}
					const draft = { source, revision: baseRevision + 1, savedAt: now };
					db.insert(drafts)
						.values({ userId, slug, ...draft })
						.onConflictDoUpdate({
							target: [drafts.userId, drafts.slug],
							set: draft,
						})
						.run();
					return { draft, isConflict: false };
				},
				{ behavior: "immediate" },
			);
		},

		async listReplacedDrafts(userId, slug) {
			return db
				.select({
					source: replacedDrafts.source,
					savedAt: replacedDrafts.savedAt,
				})
				.from(replacedDrafts)
				.where(
					and(eq(replacedDrafts.userId, userId), eq(replacedDrafts.slug, slug)),
				)
				.orderBy(
					desc(replacedDrafts.savedAt),
					desc(replacedDrafts.replacedDraftId),
				)
				.all();
		},
	};
}

function find(db: Database, userId: string, slug: string): Draft | null {
	const draft = db
		.select({
			source: drafts.source,
			revision: drafts.revision,
			savedAt: drafts.savedAt,
		})
		.from(drafts)
		.where(and(eq(drafts.userId, userId), eq(drafts.slug, slug)))
		.get();
	return draft ?? null;
}
