/**
 * The origin under which a browser sees us, e.g. "https://course.example.org": CHAINRULE_URL's when that is set, else
 * what the request's own headers tell. (Next builds `request.url` from the address it listens on, not from these.)
 *
 * The forwarded headers may be trusted here: `keepNearestAddress` has taken away those of callers that are no proxy, and
 * no page of another site can make a browser send them without asking first.
 *
 * @throws TypeError when CHAINRULE_URL is not an address
 */
export function originOf(headers: Headers): string {
	const configured = process.env.CHAINRULE_URL;
	if (configured !== undefined && configured !== "") {
		if (!/^https?:\/\//.test(configured) || !URL.canParse(configured)) {
			throw new TypeError(
				`CHAINRULE_URL is an address such as https://course.example.org, not "${configured}"`,
			);
		}
		return new URL(configured).origin;
	}
	const protocol = firstOf(headers.get("x-forwarded-proto")) ?? "http";
	const host =
		firstOf(headers.get("x-forwarded-host")) ??
		headers.get("host") ??
		"localhost";
	const address = `${protocol}://${host}`;
	return URL.canParse(address) ? new URL(address).origin : "http://localhost";
}

/**
 * Tells whether a browser made this request from one of our own pages. Browsers name the page's origin with every write,
 * and newer ones also say how it relates to us; a page can forge neither.
 */
export function isSameOrigin(headers: Headers): boolean {
	if (headers.get("sec-fetch-site") === "same-origin") return true;
	return headers.get("origin") === originOf(headers);
}

/** The first of a list that every proxy on the way appended to. */
function firstOf(list: string | null): string | null {
	const first = list?.split(",")[0]?.trim();
	return first === undefined || first === "" ? null : first;
}
