import { Problem } from "./problem.ts";

/**
 * Reads a request's body, but never holds more than `limit` bytes of it.
 *
 * @throws Problem 413 as soon as the body is known to be longer
 */
export async function readBody(
	request: Request,
	limit: number,
): Promise<Buffer<ArrayBuffer>> {
	const declared = Number(request.headers.get("content-length") ?? 0);
	if (declared > limit) {
		throw new Problem(
			"too-large",
			`The body has ${declared} bytes; at most ${limit} are read.`,
			{ size: declared, limit },
		);
	}
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.length;
		if (size > limit) {
			throw new Problem(
				"too-large",
				`The body has more than ${limit} bytes; no more are read.`,
				{ limit },
			);
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * Reads a body of JSON.
 *
 * @throws Problem 415 when it is declared as something else, 413 when it is too long, 400 when it is not JSON
 */
export async function readJson(
	request: Request,
	limit: number,
): Promise<unknown> {
	const type = request.headers.get("content-type") ?? "";
	if (type.split(";")[0]?.trim().toLowerCase() !== "application/json") {
		throw new Problem(
			"wrong-content-type",
			`The body must be application/json, not ${type === "" ? "without a content type" : `"${type}"`}.`,
		);
	}
	const bytes = await readBody(request, limit);
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Problem("bad-request", `The body is not JSON: ${reason}.`);
	}
}
