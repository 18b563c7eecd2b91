import type {
	IncomingMessage,
	RequestListener,
	ServerResponse,
} from "node:http";
import { dirname } from "node:path";
import next from "next";
import { log } from "./log.ts";

/**
 * Loads the built pages and routes.
 * @param port and `hostname`: where browsers reach us; Next builds addresses from them where a request names none
 */
export async function prepareNext(
	port: number,
	hostname: string,
): Promise<RequestListener> {
	const app = next({
		dev: false,
		dir: dirname(import.meta.dirname),
		hostname,
		port,
	});
	await app.prepare();
	const handle = app.getRequestHandler();
	return (request: IncomingMessage, response: ServerResponse) => {
		handle(request, response).catch((error: unknown) => {
			log.error({ err: error }, "a request failed");
			response.destroy();
		});
	};
}
