/** As far back as is looked. */
const windowMs = 60_000;
/** Fewer verdicts, or a shorter time, than this say nothing about the next ones. */
const fewestVerdicts = 10;
const shortestMs = 2_000;

/**
 * How fast the queue is being worked off, seen while there is one: verdicts that came while nobody waited tell how
 * seldom people submit, not how fast we grade.
 */
export class DrainRate {
	/** When we looked, and verdicts counted until then; the oldest first, since submissions have been waiting. */
	#looks: { at: number; verdicts: number }[] = [];

	/** Takes note of verdicts that came since the last look. @param now milliseconds */
	note(now: number, verdicts: number, isQueueEmpty: boolean): void {
		if (isQueueEmpty) {
			this.#looks = [];
			return;
		}
		const before = this.#looks.at(-1)?.verdicts ?? 0;
		const isFirst = this.#looks.length === 0;
		this.#looks.push({ at: now, verdicts: isFirst ? 0 : before + verdicts });
		const oldest = this.#looks.findIndex(({ at }) => now - at <= windowMs);
		this.#looks.splice(0, oldest);
	}

	/** Milliseconds until a submission with so many before it is likely to have its verdict; null when nobody can tell. */
	estimate(ahead: number): number | null {
		const [first, last] = [this.#looks[0], this.#looks.at(-1)];
		if (first === undefined || last === undefined) return null;
		const verdicts = last.verdicts - first.verdicts;
		const tookMs = last.at - first.at;
		if (verdicts < fewestVerdicts || tookMs < shortestMs) return null;
		return Math.round(((ahead + 1) * tookMs) / verdicts);
	}
}
