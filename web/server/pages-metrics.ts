/** What the pages process tells of itself: its processor time, memory and event loop, under names of their own. */
import { get, type ServerResponse } from "node:http";
import { collectDefaultMetrics, Registry } from "prom-client";

const patienceMs = 1_000;

let registry: Registry | null = null;

/** In the pages process: answers with its metrics. */
export async function tellPagesMetrics(
	response: ServerResponse,
): Promise<void> {
	if (registry === null) {
		registry = new Registry();
		collectDefaultMetrics({ register: registry, prefix: "chainrule_pages_" });
	}
	response.end(await registry.metrics());
}

/** In the web process: asks the pages process for its metrics. @returns "" when it does not answer */
export function askPagesMetrics(socketPath: string): Promise<string> {
	return new Promise((resolve) => {
		const asked = get({ socketPath, path: "/metrics", timeout: patienceMs });
		asked.once("timeout", () => asked.destroy());
		asked.once("error", () => resolve(""));
		asked.once("response", (response) => {
			let text = "";
			response.setEncoding("utf8");
			response.on("data", (part: string) => {
				text += part;
			});
			response.once("error", () => resolve(""));
			response.once("end", () => resolve(text));
		});
	});
}
