/**
 * The web process: listens, answers the HTTP API, and has pages rendered by the pages process (`pages.ts`) where one is
 * there. `node web/start.ts <port> <host>`, started by `chainrule serve`. On a signal, or when its parent is gone, it
 * finishes what is being answered and stops.
 */
import { answerDirectly } from "./server/direct-routes.ts";
import { forwardPages } from "./server/forward-pages.ts";
import { createHttpServer } from "./server/http-server.ts";
import { checkLimits } from "./server/limits.ts";
import { log } from "./server/log.ts";
import { prepareNext } from "./server/next-handler.ts";
import { pagesSocket } from "./server/pages-socket.ts";
import { originOf } from "./server/request-origin.ts";
import { stopCleanly } from "./server/stop-cleanly.ts";
import { inTurn } from "./server/turns.ts";

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
const askNext = await prepareNext(Number(port), hostname);
const answer = inTurn(await answerDirectly(askNext));
const socket = pagesSocket();
const server = createHttpServer(
	socket === null ? answer : forwardPages(socket, askNext, answer),
);
// Longer than any proxy keeps an idle connection, so that it is never us who close one under a request.
server.keepAliveTimeout = 65_000;
server.listen(Number(port), hostname);
stopCleanly(server);
