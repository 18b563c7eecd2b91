import { noSuchAddress } from "../../../../server/problem.ts";

/** Answers every address that is no operation, so that programs get a problem document and not a page. */
async function refuseAddress(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	return noSuchAddress(pathname).toResponse();
}

export const GET = refuseAddress;
export const POST = refuseAddress;
export const PUT = refuseAddress;
export const PATCH = refuseAddress;
export const DELETE = refuseAddress;
