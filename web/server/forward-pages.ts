/**
 * Has pages rendered in a process of their own, so that they do not wait for the HTTP API and it does not wait for them.
 *
 * Theory of operation: the web process listens; what asks for a page or a file goes on to the pages process over a private
 * socket, everything else is answered here. When the pages process is not there, because it is being started or was killed,
 * the page is rendered here: reading a page changes nothing, so it may be tried twice. That is still possible until the
 * first byte went out; an answer is therefore held back until it is whole, is large, or takes its time.
 */
import {
	Agent,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type RequestListener,
	request,
	type ServerResponse,
} from "node:http";
import { log } from "./log.ts";
import { observePage } from "./metrics.ts";

/** More than any page of ours has; editor files are larger. */
const heldBytes = 512 * 1024;
/** A page that is still being rendered so long after its first byte is passed on as it comes. Longer than a busy machine takes. */
const usuallyHeldMs = 5_000;

/** Fields about one connection, not about what is asked or answered (RFC 9110, section 7.6.1). */
const connectionFields = new Set([
	"connection",
	"keep-alive",
	"proxy-connection",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade",
]);

/**
 * Tells whether the pages process is to answer: GET and HEAD of pages and files. The form that chooses language and theme
 * is answered here, for nobody could tell whether a write that broke off was made.
 */
function isForPages({ method, headers, url }: IncomingMessage): boolean {
	// As Next will read it: whatever is counted or told per process must not be reached by another spelling.
	const path = decodeURIComponent(new URL(`http://host${url}`).pathname);
	return (
		(method === "GET" || method === "HEAD") &&
		!/^\/+(api|healthz|readyz|metrics)(\/|$)/.test(path) &&
		headers.host !== undefined &&
		headers["content-length"] === undefined &&
		headers["transfer-encoding"] === undefined
	);
}

/**
 * Makes a handler that forwards what is for the pages process.
 *
 * @param socketPath where that process listens
 * @param renderHere answers for it while nobody listens there
 * @param serveOther answers everything else
 * @param heldMs how long an answer may be held back after its first byte
 */
export function forwardPages(
	socketPath: string,
	renderHere: RequestListener,
	serveOther: RequestListener,
	heldMs = usuallyHeldMs,
): RequestListener {
	const agent = new Agent({ keepAlive: true });
	return (incoming, outgoing) => {
		if (!isForPages(incoming)) {
			serveOther(incoming, outgoing);
			return;
		}
		const startedAt = performance.now();
		let renderedBy: "pages" | "web" = "pages";
		outgoing.once("finish", () =>
			observePage(
				renderedBy,
				outgoing.statusCode,
				performance.now() - startedAt,
			),
		);
		const { method, url: target } = incoming;
		const asked = request({
			agent,
			socketPath,
			method,
			path: target,
			headers: headersFor(incoming),
			setHost: false,
		});
		const onLoss = (error: Error) => {
			// A connection that breaks may say so twice.
			if (renderedBy === "web") return;
			// Nobody waits any more, or part of the answer has gone out.
			if (outgoing.destroyed || outgoing.headersSent) {
				outgoing.destroy();
				return;
			}
			renderedBy = "web";
			log.debug({ err: error }, "the pages process did not answer");
			renderHere(incoming, outgoing);
		};
		asked.once("response", (answer) =>
			passOn(answer, outgoing, heldMs, onLoss),
		);
		asked.once("error", onLoss);
		outgoing.once("close", () => asked.destroy());
		asked.end();
	};
}

/** What the pages process is told: all that we believe, and whence the request came. */
function headersFor({ headers, socket }: IncomingMessage): IncomingHttpHeaders {
	const named = (headers.connection ?? "").toLowerCase().split(/\s*,\s*/);
	const kept: IncomingHttpHeaders = {};
	for (const [name, value] of Object.entries(headers)) {
		if (connectionFields.has(name) || named.includes(name)) continue;
		if (name !== "expect") kept[name] = value;
	}
	// As Next does for a request that comes to it directly.
	kept["x-forwarded-for"] ??= socket.remoteAddress ?? "unknown";
	return kept;
}

/** Passes an answer on. @param onLoss called when it broke off */
function passOn(
	answer: IncomingMessage,
	outgoing: ServerResponse,
	heldMs: number,
	onLoss: (error: Error) => void,
): void {
	const held: Buffer[] = [];
	let size = 0;
	const hold = (chunk: Buffer) => {
		held.push(chunk);
		size += chunk.length;
		if (size > heldBytes) stream();
	};
	const sendHead = () =>
		outgoing.writeHead(
			answer.statusCode ?? 502,
			answer.statusMessage,
			headersOf(answer),
		);
	const send = () => {
		clearTimeout(timer);
		sendHead();
		outgoing.end(Buffer.concat(held));
	};
	const stream = () => {
		clearTimeout(timer);
		answer.off("data", hold);
		answer.off("end", send);
		sendHead();
		outgoing.write(Buffer.concat(held));
		answer.pipe(outgoing);
	};
	const timer = setTimeout(stream, heldMs);
	answer.on("data", hold);
	answer.once("end", send);
	answer.once("error", (error) => {
		clearTimeout(timer);
		onLoss(error);
	});
}

/** Names and values in turn, as they were sent: a name may come several times. */
function headersOf({ rawHeaders }: IncomingMessage): string[] {
	return rawHeaders.filter((_, index) => {
		const name = rawHeaders[index - (index % 2)] ?? "";
		return !connectionFields.has(name.toLowerCase());
	});
}
