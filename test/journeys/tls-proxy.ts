/** A TLS-terminating proxy as operators put in front: it tells us host, protocol and address, and passes bytes on as they come. */
import { request as forward } from "node:http";
import { createServer, request } from "node:https";
import { makeCertificate } from "./certificate.ts";

export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

export interface TlsProxy {
	/** Where the browser sees us, e.g. "https://127.0.0.1:40123". */
	origin: string;
	/**
	 * Asks over TLS, checking the certificate.
	 * @param onText told each piece of the answer when it comes; what it returns ends the reading when true
	 */
	ask(
		path: string,
		options?: {
			method?: string;
			headers?: Record<string, string>;
			body?: unknown;
		},
		onText?: (text: string) => boolean,
	): Promise<Answer>;
	close(): Promise<void>;
}

/** Starts a proxy in front of a site. @param target e.g. "http://127.0.0.1:3000" */
export async function startTlsProxy(target: string): Promise<TlsProxy> {
	const { key, cert } = makeCertificate();
	const server = createServer({ key, cert }, (incoming, outgoing) => {
		const upstream = forward(
			new URL(incoming.url ?? "/", target),
			{
				method: incoming.method,
				headers: {
					...incoming.headers,
					"x-forwarded-proto": "https",
					"x-forwarded-host": incoming.headers.host,
					"x-forwarded-for": incoming.socket.remoteAddress,
				},
			},
			(answer) => {
				outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(outgoing);
			},
		);
		upstream.on("error", () => outgoing.destroy());
		outgoing.on("close", () => upstream.destroy());
		incoming.pipe(upstream);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port was given");
	const origin = `https://127.0.0.1:${address.port}`;
	return {
		origin,
		ask: (path, { method = "GET", headers = {}, body } = {}, onText) =>
			new Promise((done, fail) => {
				const asking = request(
					new URL(path, origin),
					{
						method,
						ca: cert,
						headers: {
							...(method === "GET" ? {} : { origin }),
							...(body === undefined
								? {}
								: { "content-type": "application/json" }),
							...headers,
						},
					},
					(answer) => {
						let text = "";
						const end = () =>
							done({
								status: answer.statusCode ?? 0,
								headers: answer.headers,
								text,
							});
						answer.setEncoding("utf8");
						answer.on("data", (piece: string) => {
							text += piece;
							if (onText?.(text)) {
								end();
								asking.destroy();
							}
						});
						answer.once("end", end);
					},
				);
				asking.once("error", fail);
				asking.end(body === undefined ? undefined : JSON.stringify(body));
			}),
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
