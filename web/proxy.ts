import { type NextRequest, NextResponse } from "next/server";
import { originOf } from "./server/request-origin.ts";

const yearS = 365 * 24 * 60 * 60;

/**
 * Gives every page a content security policy with a fresh nonce: scripts of ours only, and nothing from elsewhere.
 * Next reads the nonce from the request's header and puts it on its own scripts. Where the browser sees us over https it
 * is told to come back over nothing else; the headers that do not change from page to page stand in `next.config.ts`.
 */
export function proxy(request: NextRequest): NextResponse {
	const nonce = crypto.randomUUID();
	const isDevelopment = process.env.NODE_ENV === "development";
	const policy = [
		"default-src 'self'",
		`script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ""}`,
		// Monaco and KaTeX place things with style attributes.
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data:",
		"font-src 'self' data:",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'none'",
		"frame-src 'none'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; ");

	const headers = new Headers(request.headers);
	headers.set("Content-Security-Policy", policy);
	const response = NextResponse.next({ request: { headers } });
	response.headers.set("Content-Security-Policy", policy);
	if (originOf(request.headers).startsWith("https:"))
		response.headers.set("Strict-Transport-Security", `max-age=${yearS}`);
	return response;
}

/** Pages only: neither the API, nor built files. */
export const config = {
	matcher: ["/((?!api/|_next/|monaco/|healthz|readyz|metrics|icon.svg).*)"],
};
