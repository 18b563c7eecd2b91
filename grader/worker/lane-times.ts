/** Before anything was measured; and the least time after which a job may count as long, in milliseconds. */
const firstGuessMs = 60;
/** How many times its like a job must take to be a long one. */
const longFactor = 5;
const longestMs = 1_000;
/** Weight of a new measurement; one alone counts for at most three times what was known. */
const weight = 0.2;
const keptVersions = 64;

/**
 * How long submissions of one exercise version usually hold a lane, learned from those that ended: a running mean. With
 * the machine, and with how busy it is, the mean moves, so that "long" means long beside the others, not long by a clock.
 */
export class LaneTimes {
	readonly #meanMs = new Map<string, number>();

	/** Takes note of a submission that was graded in one go. */
	note(version: string, laneMs: number): void {
		const meanMs = this.#meanMs.get(version) ?? firstGuessMs;
		const change = Math.min(laneMs, 3 * meanMs) - meanMs;
		this.#meanMs.delete(version);
		this.#meanMs.set(version, meanMs + weight * change);
		const [oldest] = this.#meanMs.keys();
		if (this.#meanMs.size > keptVersions && oldest !== undefined)
			this.#meanMs.delete(oldest);
	}

	/** From how many milliseconds on a submission of this version is a long one. */
	longFrom(version: string): number {
		const meanMs = this.#meanMs.get(version) ?? firstGuessMs;
		return Math.min(longestMs, Math.max(firstGuessMs, longFactor * meanMs));
	}
}
