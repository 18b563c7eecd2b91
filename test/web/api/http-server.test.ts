import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer } from "../../../web/server/http-server.ts";

const server = createHttpServer((request, response) => {
	response.end(`${request.method} ${request.url}`);
});
// As Next does with the server that it serves behind.
server.on("upgrade", (_request, socket) => socket.end());

beforeAll(
	() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)),
);
afterAll(() => {
	server.close();
});

/** Sends a request as it stands. @returns all that comes back */
function send(...lines: string[]): Promise<string> {
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("not listening");
	const socket = connect(address.port, "127.0.0.1", () =>
		socket.write(
			`${[...lines, "Host: course.example.org"].join("\r\n")}\r\n\r\n`,
		),
	);
	let got = "";
	return new Promise((resolve, reject) => {
		socket.on("data", (bytes) => {
			got += bytes;
		});
		socket.on("close", () => resolve(got));
		socket.on("error", reject);
	});
}

test.each([["websocket"], ["h2c"]])(
	"answers a request that offers to change to %s",
	async (protocol) => {
		const answer = await send(
			"GET /healthz HTTP/1.1",
			`Upgrade: ${protocol}`,
			"Connection: Upgrade, close",
		);
		expect(answer).toMatch(/^HTTP\/1\.1 200 /);
		expect(answer).toContain("GET /healthz");
	},
);

test.each([
	["TRACE / HTTP/1.1", 'There is no TRACE of \\"/\\".'],
	["QUERY /api/v1/me HTTP/1.1", 'There is no QUERY of \\"/api/v1/me\\".'],
	["OPTIONS * HTTP/1.1", 'There is no OPTIONS of \\"*\\".'],
	["GET http://[/ HTTP/1.1", 'There is no GET of \\"http://[/\\".'],
	["GET /% HTTP/1.1", "a percent sign that encodes no text"],
])("refuses %s with a problem document", async (line, detail) => {
	const answer = await send(line, "Connection: close");
	expect(answer).toMatch(/^HTTP\/1\.1 400 /);
	expect(answer).toContain("content-type: application/problem+json");
	expect(answer).toContain(detail);
});
