/** The same handlers as Next's, over HTTP and without Next. */
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Store } from "../../../db/store.ts";
import { answerDirectly } from "../../../web/server/direct-routes.ts";
import { countEventStreams } from "../../../web/server/event-streams.ts";
import { createHttpServer } from "../../../web/server/http-server.ts";
import { refuse } from "../../../web/server/refuse.ts";
import {
	gradeNext,
	newSubmission,
	openAsGuest,
	publishNeuron,
} from "./api-under-test.ts";

const server = createHttpServer(
	await answerDirectly((incoming, outgoing) => {
		outgoing.end(`other: ${incoming.method} ${incoming.url}`);
	}),
);
let port: number;
let store: Store;
let cookie: string;
beforeAll(async () => {
	store = await publishNeuron();
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	port = (server.address() as AddressInfo).port;
	const { cookies } = await openAsGuest();
	cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});

function send(
	method: string,
	path: string,
	body: unknown = null,
	headers: Record<string, string> = {},
): Promise<IncomingMessage> {
	const host = "course.example.org";
	return new Promise((resolve, reject) => {
		const asked = request({
			port,
			method,
			path,
			agent: false,
			headers: {
				host,
				cookie,
				origin: `http://${host}`,
				...(body === null ? {} : { "content-type": "application/json" }),
				...headers,
			},
		});
		asked.once("response", resolve);
		asked.once("error", reject);
		asked.end(body === null ? undefined : JSON.stringify(body));
	});
}

async function read(answer: IncomingMessage): Promise<string> {
	let text = "";
	for await (const part of answer.setEncoding("utf8")) text += part;
	return text;
}

async function submit(source: string): Promise<string> {
	const answer = await send("POST", "/api/v1/submissions", {
		...newSubmission,
		source,
	});
	expect(answer.statusCode).toBe(202);
	return JSON.parse(await read(answer)).id;
}

test("takes a submission, with the headers of every answer of the API", async () => {
	const answer = await send("POST", "/api/v1/submissions", newSubmission);
	expect(answer.statusCode).toBe(202);
	const { id } = JSON.parse(await read(answer));
	expect(answer.headers).toMatchObject({
		"content-type": "application/json",
		"cache-control": "no-store",
		location: `/api/v1/submissions/${id}`,
		"content-security-policy":
			"default-src 'none'; frame-ancestors 'none'; sandbox",
		"x-content-type-options": "nosniff",
		"cross-origin-resource-policy": "same-origin",
	});
	await gradeNext(store);
});

test("follows a submission to its verdict, and ends", async () => {
	const id = await submit("export const x = 2;");
	const answer = await send("GET", `/api/v1/submissions/${id}/events`);
	expect(answer.statusCode).toBe(200);
	expect(answer.headers).toMatchObject({
		"content-type": "text/event-stream",
		"cache-control": "no-store, no-transform",
		"x-content-type-options": "nosniff",
	});
	const reading = read(answer);
	await gradeNext(store);
	const text = await reading;
	expect(text).toMatch(/^event: progress\ndata: \{"status":"queued"/);
	expect(text).toMatch(/\n\nretry: 60000\nevent: verdict\ndata: .*\n\n$/);
	expect(countEventStreams()).toBe(0);
});

test("closes the stream of a reader who has left", async () => {
	const id = await submit("export const x = 3;");
	const answer = await send("GET", `/api/v1/submissions/${id}/events`);
	expect(countEventStreams()).toBe(1);
	answer.once("error", () => {});
	answer.destroy();
	await vi.waitFor(() => expect(countEventStreams()).toBe(0));
	await gradeNext(store);
});

test("keeps a draft of an exercise whose name is spelled in percent signs", async () => {
	const draft = { source: "export const x = 4;", baseRevision: 0 };
	const answer = await send("PUT", "/api/v1/drafts/%6eeuron", draft);
	expect(answer.statusCode).toBe(200);
	expect(JSON.parse(await read(answer))).toMatchObject({ revision: 1 });
});

test.each([
	["POST", "/api/v1/submissions", { wrong: 1 }, {}, 422],
	["POST", "/api/v1/submissions", newSubmission, { cookie: "" }, 401],
	["POST", "/api/v1/submissions", newSubmission, { origin: "http://x" }, 403],
	["GET", "/api/v1/submissions/none/events", null, {}, 404],
	["PUT", "/api/v1/drafts/none", { source: "", baseRevision: 0 }, {}, 404],
] as const)(
	"refuses %s %s %o %o with a problem document",
	async (method, path, body, headers, status) => {
		const answer = await send(method, path, body, headers);
		expect(answer.statusCode).toBe(status);
		expect(answer.headers["content-type"]).toBe("application/problem+json");
		expect(JSON.parse(await read(answer))).toMatchObject({ status });
	},
);

test.each([
	["GET", "/api/v1/submissions"],
	["HEAD", "/api/v1/submissions/x/events"],
	["POST", "/api/v1/submissions/"],
	["GET", "/api/v1/submissions/x"],
	["GET", "/api/v1/drafts/neuron"],
])("leaves %s %s to whom it would ask otherwise", async (method, path) => {
	const answer = await send(method, path);
	expect(answer.headers).not.toHaveProperty("content-security-policy");
	if (method !== "HEAD")
		expect(await read(answer)).toBe(`other: ${method} ${path}`);
});

test("answers 500 without details when a handler cannot even begin", async () => {
	// Node lets through what no Request can be made of.
	const answer = await send("GET", "/api/v1/submissions/%00/events", null, {
		cookie,
	});
	expect(answer.statusCode).toBe(404);
	vi.stubGlobal("Request", () => {
		throw new TypeError("no such request");
	});
	const broken = await send("GET", "/api/v1/submissions/x/events");
	vi.unstubAllGlobals();
	expect(broken.statusCode).toBe(500);
	expect(await read(broken)).not.toContain("no such request");
});

test("survives a sender who leaves in the middle of a body, or before it is read", async () => {
	for (const waitMs of [20, 0]) {
		const asked = request({
			port,
			method: "POST",
			path: "/api/v1/submissions",
			agent: false,
			headers: {
				cookie,
				origin: `http://127.0.0.1:${port}`,
				"content-type": "application/json",
				"content-length": "1000",
			},
		});
		asked.once("error", () => {});
		asked.write("half a body");
		await new Promise((done) => setTimeout(done, waitMs));
		asked.destroy();
	}
	await submit("export const x = 5;");
	await gradeNext(store);
});

test("knows the store's refusals of another copy of its module", async () => {
	const foreign = (name: string) =>
		Object.assign(new RangeError("foreign"), { name, waiting: 7 });
	const about = { operation: "createSubmission" };
	const many = refuse(foreign("TooManyWaitingError"), about);
	expect(many.status).toBe(429);
	expect(await many.json()).toMatchObject({ waiting: 7 });
	expect(refuse(foreign("QueueFullError"), about).status).toBe(503);
	expect(refuse(foreign("UnknownUserError"), about).status).toBe(401);
	expect(refuse(foreign("RangeError"), about).status).toBe(500);
});
