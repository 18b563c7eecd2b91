/**
 * The pages process: renders what the web process (`start.ts`) forwards to it, so that pages do not wait behind a class that
 * submits. `node web/pages.ts <port> <host>`, started by `chainrule serve`; it listens on the socket that
 * CHAINRULE_PAGES_SOCKET names, in a folder that only we may enter, and believes every header it gets there.
 */
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import { prepareNext } from "./server/next-handler.ts";
import { tellPagesMetrics } from "./server/pages-metrics.ts";
import { pagesSocket } from "./server/pages-socket.ts";
import { stopCleanly } from "./server/stop-cleanly.ts";

const [port = "3000", hostname = "127.0.0.1"] = process.argv.slice(2);
const socket = pagesSocket();
if (socket === null)
	throw new TypeError("CHAINRULE_PAGES_SOCKET: expected the path of a socket");
const render = await prepareNext(Number(port), hostname);
const server = createServer(
	{ shouldUpgradeCallback: () => false },
	(request, response) => {
		// The web process answers this address itself; here it asks for what only this process can tell.
		if (request.url === "/metrics") void tellPagesMetrics(response);
		else render(request, response);
	},
);
// The web process keeps its connections as long as it likes.
server.keepAliveTimeout = 0;
// One that was killed leaves its socket behind.
rmSync(socket, { force: true });
server.listen(socket);
stopCleanly(server);
