/**
 * The web process: serves the built pages and the HTTP API. `node web/start.ts <port> <host>`, started by `chainrule
 * serve`. On a signal, or when its parent is gone, it finishes what is being answered and stops.
 */
import next from "next";
import { createHttpServer } from "./server/http-server.ts";
import { checkLimits } from "./server/limits.ts";
import { log } from "./server/log.ts";
import { originOf } from "./server/request-origin.ts";

const graceMs = 3_000;
const [port = "3000", hostname = "127.0.0.1"] = process.argv.slice(2);

try {
	checkLimits();
	originOf(new Headers());
} catch (error) {
	if (!(error instanceof TypeError)) throw error;
	// `serve` does not start again what ends so.
	log.fatal(error.message);
	process.exit(2);
}
const app = next({
	dev: false,
	dir: import.meta.dirname,
	hostname,
	port: Number(port),
});
await app.prepare();
const handle = app.getRequestHandler();
const server = createHttpServer((request, response) => {
	handle(request, response).catch((error: unknown) => {
		log.error({ err: error }, "a request failed");
		response.destroy();
	});
});
// Longer than any proxy keeps an idle connection, so that it is never us who close one under a request.
server.keepAliveTimeout = 65_000;
server.listen(Number(port), hostname);

function stop(): void {
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	// Event streams never end by themselves.
	setTimeout(() => server.closeAllConnections(), graceMs).unref();
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
process.once("disconnect", stop);
