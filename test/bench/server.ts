/** The one place where the bench starts a server, and with which settings. */
import { rmSync } from "node:fs";
import { type Site, startSite } from "../journeys/site.ts";
import { agent } from "./student.ts";

/**
 * What differs from an installation: a load test is one address and a thousand students. Limits per account and address
 * are raised here, nowhere else.
 */
const settings: Readonly<Record<string, string>> = {
	CHAINRULE_LOG: "warn",
	CHAINRULE_LIMIT_SUBMISSIONS_ACCOUNT: "off",
};

/** A real `chainrule serve` on a free port of the loopback with an empty database; it ends with this process. */
export async function startServer(): Promise<Site> {
	const site = await startSite(undefined, settings);
	// Whatever ends this process early, an error or a signal: the server ends with it.
	const endServer = () => {
		site.process.kill("SIGTERM");
		rmSync(site.data, { recursive: true, force: true });
	};
	const endUs = (signal: NodeJS.Signals) =>
		process.exit(signal === "SIGINT" ? 130 : 143);
	process.once("exit", endServer);
	process.once("SIGINT", endUs);
	process.once("SIGTERM", endUs);
	return {
		...site,
		async stop() {
			process.off("exit", endServer);
			process.off("SIGINT", endUs);
			process.off("SIGTERM", endUs);
			agent.destroy();
			return site.stop();
		},
	};
}
