export const dynamic = "force-dynamic";

/** Says that the process is alive. */
export async function GET(): Promise<Response> {
	return Response.json({ status: "alive" });
}
