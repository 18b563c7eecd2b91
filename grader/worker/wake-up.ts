/**
 * A word from one of our processes to the others, passed on by whoever started them. It saves them from noticing a change
 * some milliseconds later by themselves; when it is lost, that is all that is lost.
 */
export function sendWakeUp(word: "submitted" | "changed"): void {
	if (!process.connected) return;
	process.send?.(word, undefined, {}, () => {
		// The channel closed under the message: its reader is gone.
	});
}
