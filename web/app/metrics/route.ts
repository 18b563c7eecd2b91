import { renderMetrics } from "../../server/metrics.ts";
import { mayReadMetrics } from "../../server/metrics-access.ts";
import { Problem } from "../../server/problem.ts";
import { refuse } from "../../server/refuse.ts";

export const dynamic = "force-dynamic";

/** Gives Prometheus what it asks for. */
export async function GET(request: Request): Promise<Response> {
	if (!mayReadMetrics(request.headers)) {
		return new Problem(
			"not-allowed",
			"Metrics are for this machine alone, or for whoever brings the token that CHAINRULE_METRICS_TOKEN sets.",
		).toResponse();
	}
	try {
		const { text, contentType } = await renderMetrics();
		return new Response(text, { headers: { "content-type": contentType } });
	} catch (error) {
		return refuse(error, { operation: "metrics" });
	}
}
