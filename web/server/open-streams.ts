import { getCount } from "./limits.ts";
import { Problem } from "./problem.ts";
import { addressOf } from "./rate-limit.ts";

declare global {
	/** Open event streams by who and whence; Next may load this module several times. */
	var chainruleStreams: Map<string, number> | undefined;
}

/** Seconds after which a page may try its stream again; until then it asks now and then instead. */
const retryAfterS = 5;

/**
 * Takes a place among the open event streams.
 *
 * @returns a function that gives it back; calling it again does nothing
 * @throws Problem 429 when the account or the address has all it may have, 503 when this server has
 */
export function openStream(headers: Headers, userId: string): () => void {
	globalThis.chainruleStreams ??= new Map();
	const open = globalThis.chainruleStreams;
	const places: [string, number][] = [
		["all", getCount("CHAINRULE_MAX_STREAMS")],
		[`account ${userId}`, getCount("CHAINRULE_MAX_STREAMS_ACCOUNT")],
		[
			`address ${addressOf(headers)}`,
			getCount("CHAINRULE_MAX_STREAMS_ADDRESS"),
		],
	];
	for (const [place, most] of places) {
		if ((open.get(place) ?? 0) < most) continue;
		throw new Problem(
			place === "all" ? "too-busy" : "too-many-requests",
			`There are ${most} event streams open already; ask for the submission itself, or come again in ${retryAfterS} seconds.`,
			{ retryAfter: retryAfterS },
		);
	}
	for (const [place] of places) open.set(place, (open.get(place) ?? 0) + 1);
	let isOpen = true;
	return () => {
		if (!isOpen) return;
		isOpen = false;
		for (const [place] of places) {
			const left = (open.get(place) ?? 1) - 1;
			if (left === 0) open.delete(place);
			else open.set(place, left);
		}
	};
}
