import { addressGroup } from "./address-group.ts";
import { findRate, type LimitName } from "./limits.ts";
import { Problem } from "./problem.ts";
import { type Claim, RateLimiter } from "./rate-limiter.ts";

declare global {
	/** One count per process; Next may load this module several times. */
	var chainruleRateLimiter: RateLimiter | undefined;
}

/** A request that was let through; what it turned out not to cost can be given back. */
export interface Admission {
	/** @param share of what the request counted, 0 to 1 */
	giveBack(share: number, scope?: "account" | "address"): void;
}

/** The address a request comes from; see `nearest-address.ts` and `address-group.ts`. */
export function addressOf(headers: Headers): string {
	return addressGroup(headers.get("x-forwarded-for"));
}

/**
 * Counts a request against its account and its address, against both or neither.
 *
 * @param account who asks, where somebody does
 * @throws Problem 429 telling when to come again
 */
export function admit(
	name: LimitName,
	headers: Headers,
	account: string | null,
): Admission {
	globalThis.chainruleRateLimiter ??= new RateLimiter();
	const limiter = globalThis.chainruleRateLimiter;
	const claims: Partial<Record<"account" | "address", Claim>> = {};
	const byAccount = account === null ? null : findRate(name, "account");
	if (byAccount !== null)
		claims.account = { key: `${name} account ${account}`, rate: byAccount };
	const byAddress = findRate(name, "address");
	if (byAddress !== null)
		claims.address = {
			key: `${name} address ${addressOf(headers)}`,
			rate: byAddress,
		};
	const waitMs = limiter.take(Object.values(claims), performance.now());
	if (waitMs > 0) throw tooManyRequests(waitMs);
	return {
		giveBack(share, scope) {
			const given = Object.entries(claims)
				.filter(([kind]) => scope === undefined || kind === scope)
				.map(([, claim]) => claim);
			limiter.giveBack(given, share);
		},
	};
}

/** The refusal of a request that comes too soon. */
export function tooManyRequests(waitMs: number): Problem {
	const seconds = Math.max(1, Math.ceil(waitMs / 1000));
	return new Problem(
		"too-many-requests",
		`That was a lot of requests; come again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
		{ retryAfter: seconds },
	);
}
