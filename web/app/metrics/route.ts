import { renderMetrics } from "../../server/metrics.ts";

export const dynamic = "force-dynamic";

/** Gives Prometheus what it asks for. */
export async function GET(): Promise<Response> {
	const { text, contentType } = await renderMetrics();
	return new Response(text, { headers: { "content-type": contentType } });
}
