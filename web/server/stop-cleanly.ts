import type { Server } from "node:http";

const graceMs = 3_000;

/** On a signal, or when the parent is gone, lets a server finish what is being answered and ends this process. */
export function stopCleanly(server: Server): void {
	const stop = () => {
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		// Event streams never end by themselves.
		setTimeout(() => server.closeAllConnections(), graceMs).unref();
	};
	for (const signal of ["SIGTERM", "SIGINT"] as const)
		process.once(signal, stop);
	process.once("disconnect", stop);
}
