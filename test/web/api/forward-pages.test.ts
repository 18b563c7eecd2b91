import { mkdtempSync, rmSync } from "node:fs";
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	request,
	type Server,
} from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forwardPages } from "../../../web/server/forward-pages.ts";
import { createHttpServer } from "../../../web/server/http-server.ts";

/** Long beside what the tests' answers take, short beside a test. */
const heldMs = 500;
let folder: string;
let socketPath: string;
let port: number;
let web: Server;
let pages: Server | null;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "chainrule-pages-"));
	socketPath = join(folder, "pages");
	pages = null;
	const answerAs =
		(name: string): RequestListener =>
		(incoming, outgoing) => {
			outgoing.setHeader("x-made-by", name);
			outgoing.end(`${name}: ${incoming.method} ${incoming.url}`);
		};
	web = createHttpServer(
		forwardPages(socketPath, answerAs("web"), answerAs("other"), heldMs),
	);
	await new Promise<void>((done) => web.listen(0, "127.0.0.1", done));
	const address = web.address();
	port = typeof address === "object" ? (address?.port ?? 0) : 0;
});
afterEach(() => {
	for (const server of [web, pages]) {
		server?.close();
		server?.closeAllConnections();
	}
	rmSync(folder, { recursive: true, force: true });
});

/** Plays the pages process. */
async function listen(answer: RequestListener): Promise<void> {
	pages = createServer(answer);
	await new Promise<void>((done) => pages?.listen(socketPath, done));
}

interface Sending {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

function send(path: string, sending: Sending = {}): Promise<IncomingMessage> {
	const { method = "GET", headers = {}, body } = sending;
	return new Promise((resolve, reject) => {
		const asked = request({ port, path, method, headers, agent: false });
		asked.once("response", resolve);
		asked.once("error", reject);
		asked.end(body);
	});
}

async function read(answer: IncomingMessage): Promise<string> {
	let text = "";
	for await (const part of answer.setEncoding("utf8")) text += part;
	return text;
}

test("hands a page on with all that is believed of the request, and its answer back unchanged", async () => {
	let seen: IncomingMessage["headers"] = {};
	await listen((incoming, outgoing) => {
		seen = incoming.headers;
		outgoing.writeHead(404, "Nowhere", [
			["Set-Cookie", "a=1"],
			["Set-Cookie", "b=2"],
			["X-Odd-Case", "kept"],
		]);
		outgoing.end(`pages: ${incoming.method} ${incoming.url}`);
	});
	const answer = await send("/exercises/neuron?x=%20", {
		headers: {
			host: "course.example.org",
			cookie: "chainrule.session_token=t",
			"x-forwarded-proto": "https",
			connection: "close, x-mine",
			"x-mine": "about this connection",
			te: "trailers",
			expect: "100-continue",
		},
	});
	expect(await read(answer)).toBe("pages: GET /exercises/neuron?x=%20");
	expect(answer).toMatchObject({ statusCode: 404, statusMessage: "Nowhere" });
	expect(answer.headers["set-cookie"]).toEqual(["a=1", "b=2"]);
	expect(answer.rawHeaders).toContain("X-Odd-Case");
	expect(answer.headers.connection).toBe("close");
	expect(seen).toMatchObject({
		host: "course.example.org",
		cookie: "chainrule.session_token=t",
		"x-forwarded-for": "127.0.0.1",
		"x-forwarded-proto": "https",
	});
	for (const name of ["x-mine", "te", "expect"])
		expect(seen).not.toHaveProperty(name);
	expect(seen.connection).toBe("keep-alive");
});

test("names the visitor that a proxy names, and nobody whom a visitor invents", async () => {
	const seen: unknown[] = [];
	await listen(({ headers }, outgoing) => {
		seen.push(headers["x-forwarded-for"]);
		outgoing.end();
	});
	const list = "6.6.6.6, 192.0.2.7";
	await read(await send("/", { headers: { "x-forwarded-for": list } }));
	expect(seen).toEqual(["192.0.2.7"]);
});

test("answers HEAD without a body", async () => {
	await listen((incoming, outgoing) => {
		outgoing.setHeader("content-length", "12");
		outgoing.end(incoming.method === "HEAD" ? undefined : "twelve bytes");
	});
	const answer = await send("/", { method: "HEAD" });
	expect(answer.headers["content-length"]).toBe("12");
	expect(await read(answer)).toBe("");
});

test.each([
	["/api/v1/me", {}],
	["/api", {}],
	["/healthz", {}],
	["/readyz", {}],
	["/metrics?all", {}],
	["/%61pi/v1/me", {}],
	["/x/../api/v1/me", {}],
	["/x/%2e%2e/metrics", {}],
	["//api/v1/me", {}],
	["/", { method: "POST", body: "language=zh" }],
	["/", { headers: { "content-length": "6" }, body: "a body" }],
] satisfies [string, Sending][])(
	"answers %s %o in the process that listens",
	async (path, sending) => {
		await listen((_, outgoing) => outgoing.end("pages"));
		expect(await read(await send(path, sending))).toMatch(/^other: /);
	},
);

test("leaves addresses that only begin alike to the pages process", async () => {
	await listen((_, outgoing) => outgoing.end("pages"));
	for (const path of ["/apiary", "/metricsandmore", "/leaderboard?a=/api/"])
		expect(await read(await send(path)), path).toBe("pages");
});

test("renders a page itself while nobody listens, or nobody any more", async () => {
	expect(await read(await send("/"))).toBe("web: GET /");
	await listen((_, outgoing) => outgoing.end("pages"));
	expect(await read(await send("/"))).toBe("pages");
	pages?.close();
	pages?.closeAllConnections();
	expect(await read(await send("/"))).toBe("web: GET /");
});

test("renders a page itself when the pages process dies over it, before or within its answer", async () => {
	await listen(({ url }, outgoing) => {
		if (url === "/before") outgoing.destroy();
		else {
			outgoing.setHeader("content-length", "1000");
			outgoing.setHeader("x-made-by", "pages");
			outgoing.write("half a page", () => outgoing.destroy());
		}
	});
	for (const path of ["/before", "/within"]) {
		const answer = await send(path);
		expect(answer.headers["x-made-by"]).toBe("web");
		expect(await read(answer)).toBe(`web: GET ${path}`);
	}
});

test("passes a large file on as it comes, and breaks off with it", async () => {
	const size = 3_000_000;
	await listen(({ url }, outgoing) => {
		outgoing.setHeader("content-length", String(size));
		if (url === "/whole") outgoing.end("x".repeat(size));
		else
			outgoing.write("x".repeat(size / 2), () =>
				setTimeout(() => outgoing.destroy(), 20),
			);
	});
	expect(await read(await send("/whole"))).toHaveLength(size);
	await expect(read(await send("/half"))).rejects.toThrow("aborted");
});

test("passes a page that takes its time on as it comes", async () => {
	let finish = () => {};
	await listen((_, outgoing) => {
		outgoing.write("first ");
		finish = () => outgoing.end("last");
	});
	// It arrives although the rest is not there.
	const answer = await send("/");
	finish();
	expect(await read(answer)).toBe("first last");
});

test("stops rendering for a reader who has left", async () => {
	let hasLeft = false;
	let hasCome = () => {};
	const come = new Promise<void>((done) => {
		hasCome = done;
	});
	await listen((_, outgoing) => {
		outgoing.once("close", () => {
			hasLeft = true;
		});
		hasCome();
	});
	const asked = request({ port, path: "/", agent: false });
	asked.once("error", () => {});
	asked.end();
	await come;
	asked.destroy();
	await vi.waitFor(() => expect(hasLeft).toBe(true));
});
