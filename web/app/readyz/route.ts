import { log } from "../../server/log.ts";
import { checkReadiness } from "../../server/readiness.ts";
import { measureStorage } from "../../server/storage.ts";
import { databaseFile, getStore } from "../../server/store.ts";

export const dynamic = "force-dynamic";

/** Says whether a submission made now would be graded: 200, or 503 with the reasons. */
export async function GET(): Promise<Response> {
	try {
		const { freeBytes } = await measureStorage(databaseFile());
		const readiness = await checkReadiness(
			await getStore(),
			Date.now(),
			undefined,
			freeBytes,
		);
		return Response.json(readiness, { status: readiness.isReady ? 200 : 503 });
	} catch (error) {
		log.error({ err: error }, "the database does not answer");
		const reasons = ["the database does not answer"];
		return Response.json({ isReady: false, reasons }, { status: 503 });
	}
}
