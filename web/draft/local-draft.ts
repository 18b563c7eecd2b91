import { z } from "zod/mini";

/** A draft as this browser keeps it. `baseRevision` is the server's revision it grew from, 0 when it knows none. */
export interface LocalDraft {
	source: string;
	savedAt: number;
	baseRevision: number;
	/** Whether the server holds the same text. */
	isSynced: boolean;
}

const localDraftSchema = z.object({
	source: z.string(),
	savedAt: z.number(),
	baseRevision: z.number(),
	isSynced: z.boolean(),
});

/** The owner under which a browser keeps drafts of a visitor who has no session yet. */
export const visitor = "visitor";

const keyOf = (owner: string, slug: string): string =>
	`chainrule:draft:${owner}:${slug}`;

/** Reads a draft of this browser; null when there is none or it cannot be read. */
export function findLocalDraft(
	storage: Storage,
	owner: string,
	slug: string,
): LocalDraft | null {
	const text = storage.getItem(keyOf(owner, slug));
	if (text === null) return null;
	try {
		const parsed = localDraftSchema.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		// Not JSON: written by something else under our name. The caller goes on without it.
		return null;
	}
}

/** Writes a draft of this browser. @returns false when the browser refuses, e.g. because its storage is full. */
export function saveLocalDraft(
	storage: Storage,
	owner: string,
	slug: string,
	draft: LocalDraft,
): boolean {
	try {
		storage.setItem(keyOf(owner, slug), JSON.stringify(draft));
		return true;
	} catch {
		return false;
	}
}

/** Forgets a draft of this browser. */
export function removeLocalDraft(
	storage: Storage,
	owner: string,
	slug: string,
): void {
	storage.removeItem(keyOf(owner, slug));
}

/** Hands a guest's drafts in this browser to the account the guest became; drafts the account has already stay. */
export function moveLocalDrafts(
	storage: Storage,
	from: string,
	to: string,
): void {
	const start = keyOf(from, "");
	const keys = Array.from({ length: storage.length }, (_, index) =>
		storage.key(index),
	);
	for (const key of keys) {
		if (key === null || !key.startsWith(start)) continue;
		const target = keyOf(to, key.slice(start.length));
		const text = storage.getItem(key);
		if (text !== null && storage.getItem(target) === null) {
			storage.setItem(target, text);
		}
		storage.removeItem(key);
	}
}
