"use client";

import { useCallback, useEffect, useState } from "react";
import type { OperatorOverview } from "../server/operator-schemas.ts";
import { callApi } from "../submission/submission-client.ts";

const pollEveryMs = 3_000;

/** The installation as it was a moment ago; asked for anew every few seconds while somebody can see the page. */
export function useOverview(initial: OperatorOverview): {
	overview: OperatorOverview;
	/** The last try did not get through. */
	isStale: boolean;
	refresh: () => Promise<void>;
} {
	const [overview, setOverview] = useState(initial);
	const [isStale, setStale] = useState(false);
	const refresh = useCallback(async () => {
		try {
			setOverview(await callApi("/api/v1/operator/overview"));
			setStale(false);
		} catch {
			setStale(true);
		}
	}, []);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const pollLater = () => {
			timer = setTimeout(poll, pollEveryMs);
		};
		const poll = () => {
			// Hidden pages ask nothing; `visibilitychange` wakes them.
			if (document.hidden || isOver) return;
			void refresh().then(() => {
				if (!isOver) pollLater();
			});
		};
		const wake = () => {
			clearTimeout(timer);
			poll();
		};
		pollLater();
		document.addEventListener("visibilitychange", wake);
		return () => {
			isOver = true;
			clearTimeout(timer);
			document.removeEventListener("visibilitychange", wake);
		};
	}, [refresh]);
	return { overview, isStale, refresh };
}
