import {
	createServer,
	type RequestListener,
	type Server,
	type ServerResponse,
} from "node:http";
import { keepNearestAddress } from "./nearest-address.ts";
import { Problem } from "./problem.ts";

/** What pages and the API may be asked with; for anything else Next answers 500, as if the fault were ours. */
const methods = new Set([
	"GET",
	"HEAD",
	"POST",
	"PUT",
	"PATCH",
	"DELETE",
	"OPTIONS",
]);

/**
 * Makes the server in front of Next: believes of forwarded headers only what can be believed, and refuses what Next cannot
 * read. We speak HTTP/1.1 alone: who offers to change to something else, as Java's client does with every first request
 * and some proxies do, is answered as if nothing had been offered. (Next would close the connection without a word.)
 */
export function createHttpServer(handle: RequestListener): Server {
	return createServer(
		{ shouldUpgradeCallback: () => false },
		(request, response) => {
			keepNearestAddress(request);
			const { method = "", url = "/" } = request;
			if (!methods.has(method) || !url.startsWith("/"))
				void refuse(response, `There is no ${method} of "${url}".`);
			else if (!isReadable(url))
				void refuse(
					response,
					"The address holds a percent sign that encodes no text.",
				);
			else handle(request, response);
		},
	);
}

/** Tells whether Next can decode an address. */
function isReadable(address: string): boolean {
	try {
		decodeURIComponent(address.split("?")[0] ?? "");
		return true;
	} catch {
		return false;
	}
}

async function refuse(response: ServerResponse, detail: string): Promise<void> {
	const problem = new Problem("bad-request", detail).toResponse();
	response.writeHead(problem.status, Object.fromEntries(problem.headers));
	response.end(await problem.text());
}
