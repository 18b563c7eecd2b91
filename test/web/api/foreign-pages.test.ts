/** No page of another site can write in a student's name: every route that writes, ours and better-auth's. */
import { beforeAll, expect, test } from "vitest";
import { getAuth } from "../../../web/server/auth.ts";
import { operations } from "../../../web/server/operations.ts";
import {
	Browser,
	newSubmission,
	openAsGuest,
	origin,
	publishNeuron,
} from "./api-under-test.ts";

let administrator: Browser;
beforeAll(async () => {
	// What is refused here for its origin must not be refused for its number before.
	for (const scope of ["ACCOUNT", "ADDRESS"])
		process.env[`CHAINRULE_LIMIT_SIGN_INS_${scope}`] = "off";
	const store = await publishNeuron();
	administrator = new Browser();
	await administrator.enter("Root");
	await store.setRole("root@example.org", "administrator");
});

const bodies: Record<string, unknown> = {
	createSubmission: newSubmission,
	saveDraft: { source: "mine", baseRevision: 0 },
	updateMe: { leaderboardName: "Ada" },
	gradeAgain: {},
};
/** No submission is set aside here: what our own page asks for is understood, and not found. */
const understood: Record<string, number> = { gradeAgain: 404 };
const writes = Object.values(operations).filter(
	({ method }) => method !== "GET",
);

test("knows a body for every operation that writes", () => {
	expect(writes.map(({ id }) => id).sort()).toEqual(Object.keys(bodies).sort());
});

test.each(writes)(
	"refuses $id from pages that are not ours, and takes it from ours",
	async ({ id, method, path, access }) => {
		const browser =
			access === "administrator" ? administrator : await openAsGuest();
		const call = (headers: Record<string, string>) =>
			browser.call(
				method as "POST" | "PUT",
				`/api/v1${path.replace(/\{\w+\}/, "neuron")}`,
				{ body: bodies[id], headers },
			);
		for (const foreign of [
			"https://evil.example",
			"null",
			`${origin}.evil.example`,
			origin.replace("http:", "https:"),
			`${origin}:8080`,
		]) {
			browser.pageOrigin = foreign;
			expect((await call({})).status, foreign).toBe(403);
			// What a browser says of another site's page, and of a neighbour's subdomain.
			for (const site of ["cross-site", "same-site", "none"])
				expect((await call({ "sec-fetch-site": site })).status).toBe(403);
		}
		browser.pageOrigin = null;
		expect((await call({})).status).toBe(403);
		browser.pageOrigin = origin;
		const { status } = await call({});
		if (understood[id]) expect(status).toBe(understood[id]);
		else expect(status).toBeLessThan(300);
	},
);

interface Endpoint {
	path: string;
	method: string;
}

/** better-auth's own list of what it answers; server-side functions among them have no path. */
async function listAuthWrites(): Promise<Endpoint[]> {
	const auth = await getAuth(new Headers({ host: "course.example.org" }));
	return Object.values(auth.api).flatMap((endpoint) => {
		const path: unknown = Reflect.get(endpoint, "path");
		const options: unknown = Reflect.get(endpoint, "options");
		const methods = [
			typeof options === "object" && options !== null
				? Reflect.get(options, "method")
				: [],
		].flat();
		const metadata: unknown =
			typeof options === "object" && options !== null
				? Reflect.get(options, "metadata")
				: undefined;
		const isServerOnly =
			typeof metadata === "object" &&
			metadata !== null &&
			Reflect.get(metadata, "SERVER_ONLY") === true;
		return typeof path === "string" && !isServerOnly
			? methods
					.filter((method) => method !== "GET")
					.map((method) => ({ path, method: String(method) }))
			: [];
	});
}

test("refuses every write of better-auth's from another site's page", async () => {
	const endpoints = await listAuthWrites();
	const paths = endpoints.map(({ path }) => path);
	// If this list shrinks, it was read wrongly.
	for (const path of [
		"/sign-in/email",
		"/sign-up/email",
		"/sign-in/anonymous",
		"/sign-out",
		"/update-user",
		"/change-password",
	])
		expect(paths).toContain(path);
	const browser = await openAsGuest();
	for (const { path, method } of endpoints) {
		for (const foreign of ["https://evil.example", "null"]) {
			browser.pageOrigin = foreign;
			const response = await browser.call(
				method as "POST",
				`/api/auth${path.replace(/:\w+/g, "x")}`,
				{ body: {} },
			);
			// 404 and 405: endpoints that are not switched on here.
			expect([403, 404, 405], `${method} ${path}`).toContain(response.status);
			expect(response.headers.getSetCookie(), path).toEqual([]);
		}
	}
	browser.pageOrigin = origin;
	expect((await browser.call("GET", "/api/v1/me")).status).toBe(200);
});

test("refuses a form of another site, which needs no leave to be sent", async () => {
	const browser = new Browser();
	await browser.enter("Lin");
	browser.pageOrigin = "https://evil.example";
	for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
		const headers = { "content-type": type, "sec-fetch-site": "cross-site" };
		for (const path of ["/api/auth/sign-in/email", "/api/auth/sign-out"]) {
			const response = await browser.call("POST", path, { body: {}, headers });
			expect(response.status, path).toBeGreaterThanOrEqual(400);
			expect(response.headers.getSetCookie()).toEqual([]);
		}
	}
});
