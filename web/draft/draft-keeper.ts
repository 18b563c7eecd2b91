import {
	type ChosenDraft,
	chooseDraft,
	type ServerDraft,
} from "./choose-draft.ts";
import {
	findLocalDraft,
	removeLocalDraft,
	saveLocalDraft,
	visitor,
} from "./local-draft.ts";

/** What the page says about the draft. `device` means: kept in this browser, not (yet) on the server. */
export type DraftStatus =
	| "unchanged"
	| "device"
	| "saving"
	| "saved"
	| "conflict"
	| "failed";

export interface DraftState {
	status: DraftStatus;
	/** The other version, while a choice is open. */
	other: { source: string; savedAt: number } | null;
}

interface Surroundings {
	storage: Storage;
	fetch: typeof fetch;
	now: () => number;
}

/** Pause between a change and its way to the server, and between tries when the server does not answer. */
export const saveDelayMs = 2000;
export const retryDelayMs = 10_000;

/**
 * Keeps one exercise's draft: at once in this browser, every two seconds on the server when somebody is signed in.
 * The server's revision guards against a second window or device; on a conflict nothing is written until the student
 * has chosen.
 */
export class DraftKeeper {
	readonly #slug: string;
	readonly #surroundings: Surroundings;
	#owner: string;
	#source: string;
	/** What editing began with on this page; a save that was on its way when the page before it closed has this text. */
	#opened: string;
	#revision = 0;
	#state: DraftState = { status: "unchanged", other: null };
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<void> | undefined;
	#conflictRevision: number | null = null;
	readonly #listeners = new Set<() => void>();

	/** @param userId who is signed in, or null for a visitor without a session */
	constructor(
		slug: string,
		userId: string | null,
		starter: string,
		surroundings: Surroundings,
	) {
		this.#slug = slug;
		this.#owner = userId ?? visitor;
		this.#source = starter;
		this.#opened = starter;
		this.#surroundings = surroundings;
	}

	get state(): DraftState {
		return this.#state;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Decides what the editor opens with. A visitor's draft follows into an account that has none of its own. */
	open(server: ServerDraft | null): ChosenDraft {
		const { storage } = this.#surroundings;
		const own = findLocalDraft(storage, this.#owner, this.#slug);
		const earlier =
			this.#owner === visitor
				? null
				: findLocalDraft(storage, visitor, this.#slug);
		const local = own ?? (server === null ? earlier : null);
		const chosen = chooseDraft(local, server, this.#source);
		this.#source = chosen.source;
		this.#opened = chosen.source;
		this.#revision = chosen.baseRevision;
		if (chosen.other) this.#conflictRevision = null;
		this.#set(
			chosen.isSynced ? (server === null ? "unchanged" : "saved") : "device",
			chosen.other,
		);
		if (!chosen.isSynced) this.#schedule(saveDelayMs);
		return chosen;
	}

	/** Takes note of a change in the editor: written to this browser before this returns. */
	change(source: string): void {
		if (source === this.#source) return;
		this.#source = source;
		const isKept = this.#keepLocally(false);
		if (this.#conflictRevision !== null) return;
		this.#set(isKept ? "device" : "failed", this.#state.other);
		this.#schedule(saveDelayMs);
	}

	/** Says that a session has begun: the visitor's draft becomes that user's. */
	adopt(userId: string): void {
		if (this.#owner === userId) return;
		const { storage } = this.#surroundings;
		if (this.#owner === visitor) removeLocalDraft(storage, visitor, this.#slug);
		this.#owner = userId;
		this.#keepLocally(false);
		this.#schedule(saveDelayMs);
	}

	/** Sends what is not yet on the server; resolves when the server has answered or cannot. */
	async flush(isLeaving = false): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#owner === visitor || this.#conflictRevision !== null) return;
		if (this.#state.status === "unchanged" || this.#state.status === "saved")
			return;
		if (this.#saving) await this.#saving;
		this.#saving = this.#send(isLeaving).finally(() => {
			this.#saving = undefined;
		});
		await this.#saving;
	}

	/** Ends a choice by keeping the editor's text; the other version is overwritten with the next save. */
	keepMine(): void {
		if (this.#conflictRevision !== null)
			this.#revision = this.#conflictRevision;
		this.#conflictRevision = null;
		this.#set("device", null);
		this.#schedule(0);
	}

	/** Ends a choice by taking the other version, which becomes the draft. @returns its text */
	takeOther(): string {
		const source = this.#state.other?.source ?? this.#source;
		if (this.#conflictRevision !== null)
			this.#revision = this.#conflictRevision;
		this.#conflictRevision = null;
		this.#source = source;
		this.#keepLocally(false);
		this.#set("device", null);
		this.#schedule(0);
		return source;
	}

	/** Stops all timers; the local copy stays. */
	close(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	async #send(isLeaving: boolean): Promise<void> {
		const source = this.#source;
		this.#set("saving", this.#state.other);
		let response: Response;
		try {
			response = await this.#surroundings.fetch(
				`/api/v1/drafts/${this.#slug}`,
				{
					method: "PUT",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({ source, baseRevision: this.#revision }),
					keepalive: isLeaving,
				},
			);
		} catch {
			// No network: the local copy holds the work, and the next try comes by itself.
			this.#set("failed", this.#state.other);
			this.#schedule(retryDelayMs);
			return;
		}
		if (response.ok) {
			const saved = (await response.json()) as { revision: number };
			this.#revision = saved.revision;
			const isCurrent = source === this.#source;
			this.#keepLocally(isCurrent);
			this.#set(isCurrent ? "saved" : "device", this.#state.other);
			if (!isCurrent) this.#schedule(saveDelayMs);
		} else if (response.status === 409) {
			const { draft } = (await response.json()) as { draft: ServerDraft };
			if (draft.source === source || draft.source === this.#opened) {
				// Nobody else's: our own save overtook the page's opening. The editor's text grew from it.
				this.#revision = draft.revision;
				this.#set("device", this.#state.other);
				this.#schedule(0);
				return;
			}
			this.#conflictRevision = draft.revision;
			this.#set("conflict", { source: draft.source, savedAt: draft.savedAt });
		} else if (response.status === 401) {
			this.#set("device", this.#state.other);
		} else {
			this.#set("failed", this.#state.other);
			const retryAfterMs = 1000 * Number(response.headers.get("retry-after"));
			this.#schedule(Math.max(retryDelayMs, retryAfterMs || 0));
		}
	}

	#keepLocally(isSynced: boolean): boolean {
		return saveLocalDraft(this.#surroundings.storage, this.#owner, this.#slug, {
			source: this.#source,
			savedAt: this.#surroundings.now(),
			baseRevision: this.#revision,
			isSynced,
		});
	}

	#schedule(delayMs: number): void {
		if (this.#owner === visitor || this.#timer !== undefined) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			void this.flush();
		}, delayMs);
	}

	#set(status: DraftStatus, other: DraftState["other"]): void {
		this.#state = { status, other };
		for (const listener of this.#listeners) listener();
	}
}
