import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { inTurn, Turns } from "../../../web/server/turns.ts";

const nextTurn = () => new Promise<void>((done) => setImmediate(done));

test("begins one piece of work in each turn of the event loop, in the order in which they came", async () => {
	const turns = new Turns();
	const begun: string[] = [];
	for (const name of ["a", "b", "c"]) turns.take(() => begun.push(name));
	expect(begun).toEqual([]);
	for (const expected of [["a"], ["a", "b"], ["a", "b", "c"]]) {
		await nextTurn();
		expect(begun).toEqual(expected);
	}
	turns.take(() => begun.push("d"));
	await nextTurn();
	expect(begun).toEqual(["a", "b", "c", "d"]);
});

test("does not begin what was withdrawn, and goes on after it", async () => {
	const turns = new Turns();
	const begun: string[] = [];
	const withdrawals = ["a", "b", "c"].map((name) =>
		turns.take(() => begun.push(name)),
	);
	withdrawals[0]?.();
	withdrawals[1]?.();
	await nextTurn();
	expect(begun).toEqual(["c"]);
	turns.take(() => begun.push("d"))();
	turns.take(() => begun.push("e"));
	await nextTurn();
	await nextTurn();
	expect(begun).toEqual(["c", "e"]);
});

test("goes on after work that throws", async () => {
	const turns = new Turns();
	const begun: string[] = [];
	const caught = vi.fn();
	const listeners = process.listeners("uncaughtException");
	process.removeAllListeners("uncaughtException");
	process.once("uncaughtException", caught);
	turns.take(() => {
		throw new Error("the first");
	});
	turns.take(() => begun.push("b"));
	await vi.waitFor(() => expect(begun).toEqual(["b"]));
	expect(caught).toHaveBeenCalledOnce();
	for (const listener of listeners) process.on("uncaughtException", listener);
});

test("lets whoever looks after the server pass, and forgets who has left", async () => {
	const answered: string[] = [];
	const server = createServer();
	const handle = inTurn(({ url = "" }, response) => {
		answered.push(url);
		response.end();
	});
	server.on("request", (incoming, outgoing) => {
		// Left while it waited.
		if (incoming.url === "/gone") {
			handle(incoming, outgoing);
			outgoing.emit("close");
			return;
		}
		handle(incoming, outgoing);
		if (incoming.url === "/healthz") expect(answered).toContain("/healthz");
		else expect(answered).not.toContain(incoming.url);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	const ask = (path: string) =>
		new Promise<void>((done, fail) => {
			const asked = request({ port, path, agent: false }, (answer) => {
				answer.resume().once("end", done);
			});
			asked.once("error", fail);
			asked.end();
			if (path === "/gone") setTimeout(done, 20);
		});
	await ask("/gone");
	await ask("/healthz");
	await ask("/api/v1/me");
	expect(answered).toEqual(["/healthz", "/api/v1/me"]);
	server.close();
	server.closeAllConnections();
});
