import { handle } from "../../../../server/handle.ts";
import { buildOpenApi } from "../../../../server/openapi.ts";
import { operations } from "../../../../server/operations.ts";

export const GET = handle(operations.getOpenApi, async () => ({
	value: buildOpenApi(),
}));
