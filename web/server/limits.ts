/**
 * How much one account and one address may ask for. The defaults let a class of 300 behind one school's address work as
 * hard as it can at a deadline, and stop a script. Settings change them; see the README.
 *
 * Counts are kept in memory, by the one web process there is; a restart forgets them.
 */
import type { Rate } from "./rate-limiter.ts";

/** What is counted separately. `strangers` are requests for the signed-in that come without a session. */
export type LimitName =
	| "submissions"
	| "drafts"
	| "writes"
	| "reads"
	| "strangers"
	| "guests"
	| "sign-ins"
	| "sign-ups";

interface Limit {
	account?: Rate;
	address: Rate;
}

const rate = (burst: number, perMinute: number): Rate => ({ burst, perMinute });

const defaults: Record<LimitName, Limit> = {
	submissions: { account: rate(30, 30), address: rate(9_000, 9_000) },
	drafts: { account: rate(120, 120), address: rate(20_000, 20_000) },
	writes: { account: rate(60, 60), address: rate(6_000, 6_000) },
	reads: { account: rate(600, 600), address: rate(30_000, 30_000) },
	strangers: { address: rate(6_000, 6_000) },
	// Turns are fair between students: whoever can invent hundreds of them is served as hundreds.
	guests: { address: rate(600, 60) },
	// The account here is the one asked for, from this address: nobody can lock others out.
	"sign-ins": { account: rate(10, 10), address: rate(1_000, 300) },
	"sign-ups": { address: rate(600, 60) },
};

const counts = {
	/** Submissions of one student that wait or run. */
	CHAINRULE_MAX_WAITING: 20,
	/** Submissions of everybody that wait. */
	CHAINRULE_MAX_QUEUE: 100_000,
	/** Event streams open at once: of one account, from one address, in all. */
	CHAINRULE_MAX_STREAMS_ACCOUNT: 20,
	CHAINRULE_MAX_STREAMS_ADDRESS: 2_000,
	CHAINRULE_MAX_STREAMS: 4_000,
};

/** The name of a limit's setting, e.g. CHAINRULE_LIMIT_SIGN_INS_ACCOUNT. */
const settingOf = (name: LimitName, scope: "account" | "address"): string =>
	`CHAINRULE_LIMIT_${name}_${scope}`.replaceAll("-", "_").toUpperCase();

/** The rate of a limit, or null when there is none. @throws TypeError when its setting is wrong */
export function findRate(
	name: LimitName,
	scope: "account" | "address",
): Rate | null {
	const setting = settingOf(name, scope);
	const text = process.env[setting];
	if (text === undefined || text === "") return defaults[name][scope] ?? null;
	if (text === "off") return null;
	const [, burst, perMinute] =
		/^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(text) ?? [];
	if (burst === undefined || perMinute === undefined) {
		throw new TypeError(
			`${setting} is "off" or how many at once and how many a minute, such as 30/30; not "${text}"`,
		);
	}
	return { burst: Number(burst), perMinute: Number(perMinute) };
}

/** The value of a setting that is one number. @throws TypeError when it is none */
export function getCount(setting: keyof typeof counts): number {
	const text = process.env[setting];
	if (text === undefined || text === "") return counts[setting];
	if (!/^[1-9]\d{0,8}$/.test(text)) {
		throw new TypeError(`${setting} is a number from 1 on, not "${text}"`);
	}
	return Number(text);
}

/** Reads every setting once, so that a wrong one is told at the start. @throws TypeError naming it */
export function checkLimits(): void {
	for (const name of Object.keys(defaults) as LimitName[]) {
		findRate(name, "account");
		findRate(name, "address");
	}
	for (const setting of Object.keys(counts) as (keyof typeof counts)[]) {
		getCount(setting);
	}
}
