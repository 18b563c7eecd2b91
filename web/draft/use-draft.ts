"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import type { CodeEditorHandle } from "../editor/code-editor.tsx";
import type { ServerDraft } from "./choose-draft.ts";
import { DraftKeeper, type DraftState } from "./draft-keeper.ts";

interface DraftHook {
	keeper: DraftKeeper | null;
	state: DraftState;
	/** What the editor holds, for comparisons. */
	source: string;
	change: (source: string) => void;
}

/** Opens and keeps the draft of one exercise for as long as its page is open. */
export function useDraft({
	slug,
	userId,
	starter,
	draft,
	editor,
}: {
	slug: string;
	userId: string | null;
	starter: string;
	draft: ServerDraft | null;
	editor: RefObject<CodeEditorHandle | null>;
}): DraftHook {
	const [keeper, setKeeper] = useState<DraftKeeper | null>(null);
	const [state, setState] = useState<DraftState>({
		status: draft === null ? "unchanged" : "saved",
		other: null,
	});
	const [source, setSource] = useState(draft?.source ?? starter);

	// Once a page: later answers of the server (a refreshed draft, a guest's new id) must not replace what is on screen.
	// biome-ignore lint/correctness/useExhaustiveDependencies: see above
	useEffect(() => {
		const opened = new DraftKeeper(slug, userId, starter, {
			storage: window.localStorage,
			fetch: (input, init) => fetch(input, init),
			now: () => Date.now(),
		});
		const unsubscribe = opened.subscribe(() => setState(opened.state));
		const chosen = opened.open(draft);
		setKeeper(opened);
		setState(opened.state);
		setSource(chosen.source);
		if (chosen.source !== editor.current?.getSource())
			editor.current?.setSource(chosen.source);

		const leave = (): void => void opened.flush(true);
		window.addEventListener("pagehide", leave);
		return () => {
			window.removeEventListener("pagehide", leave);
			unsubscribe();
			void opened.flush(true);
			opened.close();
		};
	}, [slug]);

	const change = useCallback(
		(next: string): void => {
			setSource(next);
			keeper?.change(next);
		},
		[keeper],
	);
	return { keeper, state, source, change };
}
