/**
 * Words between our processes, passed on by whoever started them. They save the other side from noticing a change some
 * milliseconds later by itself; when one is lost, that is all that is lost.
 */

declare global {
	var chainruleWakeUps: Set<() => void> | undefined;
}

/** Tells the worker that a submission was stored. */
export function announceSubmission(): void {
	// The callback takes a closed channel's error: its reader is gone.
	if (process.connected) process.send?.("submitted", undefined, {}, () => {});
}

/** Calls `listener` whenever a worker says that it has stored something. @returns a function that stops */
export function onWakeUp(listener: () => void): () => void {
	if (globalThis.chainruleWakeUps === undefined) {
		const listeners = new Set<() => void>();
		globalThis.chainruleWakeUps = listeners;
		process.on("message", (message) => {
			if (message !== "changed") return;
			for (const wake of listeners) wake();
		});
	}
	globalThis.chainruleWakeUps.add(listener);
	return () => globalThis.chainruleWakeUps?.delete(listener);
}
