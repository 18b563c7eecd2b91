/** So many at once, and so many a minute for as long as one likes. */
export interface Rate {
	burst: number;
	perMinute: number;
}

/** One count a request falls under, e.g. that of its account. */
export interface Claim {
	key: string;
	rate: Rate;
}

/**
 * Counts requests by the generic cell rate algorithm (ITU-T I.371): all that is kept of a key is one time, at which it
 * will have its whole allowance again. A key past that time says nothing and is forgotten; beyond `maxKeys` the one used
 * longest ago is forgotten too, so memory stays bounded whoever comes from how many addresses.
 */
export class RateLimiter {
	readonly #maxKeys: number;
	/** Times in milliseconds, the key used longest ago first. */
	readonly #fullAt = new Map<string, number>();

	constructor(maxKeys = 100_000) {
		this.#maxKeys = maxKeys;
	}

	/** Keys remembered now. */
	get size(): number {
		return this.#fullAt.size;
	}

	/**
	 * Takes one from every claim, or from none when one of them has nothing left.
	 *
	 * @param now milliseconds
	 * @returns 0, or milliseconds after which it would have been allowed
	 */
	take(claims: readonly Claim[], now: number): number {
		const next = claims.map(({ key, rate }) => {
			const intervalMs = 60_000 / rate.perMinute;
			const fullAt = Math.max(now, this.#fullAt.get(key) ?? now) + intervalMs;
			// To whole milliseconds: a wait that is nothing but a rounding error is none.
			const waitMs = Math.round(fullAt - intervalMs * rate.burst - now);
			return { key, fullAt, waitMs };
		});
		const waitMs = Math.max(0, ...next.map((claim) => claim.waitMs));
		if (waitMs > 0) return waitMs;
		for (const { key, fullAt } of next) this.#keep(key, fullAt, now);
		return 0;
	}

	/** Gives a share of what was taken back, e.g. 1 for what turned out to cost nothing. */
	giveBack(claims: readonly Claim[], share: number): void {
		for (const { key, rate } of claims) {
			const fullAt = this.#fullAt.get(key);
			if (fullAt !== undefined)
				this.#fullAt.set(key, fullAt - (share * 60_000) / rate.perMinute);
		}
	}

	#keep(key: string, fullAt: number, now: number): void {
		this.#fullAt.delete(key);
		this.#fullAt.set(key, fullAt);
		// Two looks for each new key: old ones go at least as fast as new ones come.
		for (let looks = 0; looks < 2; looks++) {
			const [oldest] = this.#fullAt;
			if (oldest === undefined) return;
			const isForgotten = oldest[1] <= now || this.#fullAt.size > this.#maxKeys;
			if (!isForgotten) return;
			this.#fullAt.delete(oldest[0]);
		}
	}
}
