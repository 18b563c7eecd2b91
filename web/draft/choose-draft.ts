import type { LocalDraft } from "./local-draft.ts";

/** A draft as the server keeps it. */
export interface ServerDraft {
	source: string;
	revision: number;
	savedAt: number;
}

/** What the editor opens with, and the other version when two had to be chosen between. */
export interface ChosenDraft {
	source: string;
	baseRevision: number;
	isSynced: boolean;
	other: { source: string; savedAt: number } | null;
}

/**
 * Decides what the editor opens with: this browser's draft or the server's, whichever is newer, else the starter.
 * When both hold work that the other lacks, the older one is handed back as `other`, so that nothing is lost.
 */
export function chooseDraft(
	local: LocalDraft | null,
	server: ServerDraft | null,
	starter: string,
): ChosenDraft {
	if (local === null && server === null)
		return { source: starter, baseRevision: 0, isSynced: true, other: null };
	if (local === null && server !== null) return fromServer(server, null);
	if (local !== null && server === null) {
		return {
			source: local.source,
			baseRevision: 0,
			isSynced: false,
			other: null,
		};
	}
	if (local === null || server === null)
		throw new Error("unreachable: both drafts were looked at above");

	if (local.source === server.source || local.isSynced)
		return fromServer(server, null);
	if (local.baseRevision === server.revision) {
		return {
			source: local.source,
			baseRevision: server.revision,
			isSynced: false,
			other: null,
		};
	}
	if (local.savedAt > server.savedAt) {
		return {
			source: local.source,
			baseRevision: server.revision,
			isSynced: false,
			other: { source: server.source, savedAt: server.savedAt },
		};
	}
	return fromServer(server, { source: local.source, savedAt: local.savedAt });
}

function fromServer(
	server: ServerDraft,
	other: ChosenDraft["other"],
): ChosenDraft {
	return {
		source: server.source,
		baseRevision: server.revision,
		isSynced: true,
		other,
	};
}
