import { buildIfNeeded } from "../../grader/cli/serve.ts";

/** Builds the pages once, before the first journey; each site then finds them built. */
export default async function setup(): Promise<void> {
	await buildIfNeeded();
}
