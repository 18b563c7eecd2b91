/**
 * An estimated wait, no more exact than it is: whole seconds up to ten, steps of five up to a minute and a half, then
 * minutes; always rounded up.
 *
 * @example roundWait(17_200) // { seconds: 20 }
 */
export function roundWait(
	waitMs: number,
): { seconds: number } | { minutes: number } {
	const seconds = Math.max(1, Math.ceil(waitMs / 1000));
	if (seconds <= 10) return { seconds };
	if (seconds <= 90) return { seconds: 5 * Math.ceil(seconds / 5) };
	return { minutes: Math.ceil(seconds / 60) };
}
