import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Who may read /metrics. With CHAINRULE_METRICS_TOKEN set: whoever brings it as a bearer token, from anywhere. Without it:
 * this machine alone. (`keepNearestAddress` leaves in `x-forwarded-for` the one address that can be believed.)
 */
export function mayReadMetrics(headers: Headers): boolean {
	const token = process.env.CHAINRULE_METRICS_TOKEN ?? "";
	if (token === "") {
		const address = headers.get("x-forwarded-for") ?? "";
		return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address);
	}
	const [, given = ""] =
		/^bearer (.+)$/i.exec(headers.get("authorization") ?? "") ?? [];
	return timingSafeEqual(digest(given), digest(token));
}

/** Equal lengths, which the comparison needs. */
function digest(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
