/**
 * Answers what a class asks for most without Next around it: handing in, following a submission, keeping a draft. The
 * handlers are the very same that Next would call for these addresses; anything but these methods is left to it.
 */
import type {
	IncomingMessage,
	RequestListener,
	ServerResponse,
} from "node:http";
import { Readable } from "node:stream";
import * as draft from "../app/api/v1/drafts/[slug]/route.ts";
import * as events from "../app/api/v1/submissions/[id]/events/route.ts";
import * as submissions from "../app/api/v1/submissions/route.ts";
import nextConfig from "../next.config.ts";
import type { RouteHandler } from "./handle.ts";
import { log } from "./log.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import { brokenProblem } from "./refuse.ts";

interface DirectRoute {
	method: string;
	/** Matches a whole path; its groups are the parameters. */
	pattern: RegExp;
	handler: RouteHandler;
}

const direct = (
	{ method, path }: Pick<Operation, "method" | "path">,
	handler: RouteHandler,
): DirectRoute => ({
	method,
	pattern: new RegExp(`^/api/v1${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
	handler,
});

const routes = [
	direct(operations.createSubmission, submissions.POST),
	direct(operations.watchSubmission, events.GET),
	direct(operations.saveDraft, draft.PUT),
];

/** Makes a handler that answers these addresses itself. @param serveOther answers everything else */
export async function answerDirectly(
	serveOther: RequestListener,
): Promise<RequestListener> {
	const headers = await headersOfApi();
	return (incoming, outgoing) => {
		const { method, url = "/" } = incoming;
		const [path = ""] = url.split("?");
		for (const route of routes) {
			const match = route.method === method ? route.pattern.exec(path) : null;
			if (match === null) continue;
			void answer(
				route.handler,
				match.groups ?? {},
				headers,
				incoming,
				outgoing,
			);
			return;
		}
		serveOther(incoming, outgoing);
	};
}

/** What every answer of the API bears; see `next.config.ts`. */
async function headersOfApi(): Promise<[string, string][]> {
	const rules = (await nextConfig.headers?.()) ?? [];
	return ["/:path*", "/api/:path*"].flatMap((source) =>
		rules
			.filter((rule) => rule.source === source)
			.flatMap((rule) =>
				rule.headers.map(({ key, value }): [string, string] => [key, value]),
			),
	);
}

async function answer(
	handler: RouteHandler,
	groups: Record<string, string>,
	headers: readonly [string, string][],
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): Promise<void> {
	try {
		const params = Object.fromEntries(
			Object.entries(groups).map(([name, value]) => [
				name,
				decodeURIComponent(value),
			]),
		);
		const request = requestOf(incoming, outgoing);
		const response = await handler(request, {
			params: Promise.resolve(params),
		});
		await send(response, headers, outgoing);
	} catch (error) {
		log.error({ err: error }, "a request failed");
		if (outgoing.headersSent) outgoing.destroy();
		else await send(brokenProblem().toResponse(), headers, outgoing);
	}
}

/** The request as a handler reads it; its signal tells when nobody waits for the answer any more. */
function requestOf(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): Request {
	const gone = new AbortController();
	outgoing.once("close", () => {
		// With a reason of ours, for making the usual error costs more than the rest of this.
		if (!outgoing.writableFinished) gone.abort("nobody waits for the answer");
	});
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers)) {
		for (const one of Array.isArray(value) ? value : [value ?? ""])
			headers.append(name, one);
	}
	// As Next does for a request without one.
	if (!headers.has("x-forwarded-for"))
		headers.set("x-forwarded-for", incoming.socket.remoteAddress ?? "unknown");
	const hasBody = incoming.method !== "GET";
	return new Request(`http://localhost${incoming.url}`, {
		method: incoming.method ?? "GET",
		headers,
		signal: gone.signal,
		...(hasBody
			? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }
			: {}),
	});
}

async function send(
	response: Response,
	headers: readonly [string, string][],
	outgoing: ServerResponse,
): Promise<void> {
	for (const [name, value] of headers) outgoing.setHeader(name, value);
	for (const [name, value] of response.headers)
		outgoing.appendHeader(name, value);
	outgoing.writeHead(response.status);
	const reader = response.body?.getReader();
	// Also when it ends by itself, which changes nothing any more.
	outgoing.once("close", () => void reader?.cancel().catch(() => {}));
	for (;;) {
		const part = await reader?.read();
		if (part === undefined || part.done) break;
		if (!outgoing.write(part.value)) await drained(outgoing);
	}
	outgoing.end();
}

/** Waits until more can be written, or never will be. */
function drained(outgoing: ServerResponse): Promise<void> {
	return new Promise((resolve) => {
		const go = () => {
			outgoing.off("drain", go);
			outgoing.off("close", go);
			resolve();
		};
		outgoing.once("drain", go);
		outgoing.once("close", go);
		if (outgoing.destroyed) go();
	});
}
