const origin = "http://same.origin.invalid";

/**
 * Where to go after signing in: the wanted path if it stays on this server, else the course page. Addresses of other
 * servers, also those disguised as `//host` or `/\host`, are refused.
 * Example: `safePath("/exercises/nonlinear-backward?x=1")` is returned as it is, `safePath("//evil.example")` is `"/"`.
 */
export function safePath(wanted: string | string[] | undefined): string {
	if (typeof wanted !== "string" || !wanted.startsWith("/")) return "/";
	if (!URL.canParse(wanted, origin)) return "/";
	const { origin: reached, pathname, search, hash } = new URL(wanted, origin);
	// `/.//host` becomes the path `//host`, which would be another server's address when used again.
	return reached === origin && !pathname.startsWith("//")
		? `${pathname}${search}${hash}`
		: "/";
}
