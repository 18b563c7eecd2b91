/** Credentials are checked once; whether their session is still there is asked every time. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { sessions } from "../../../db/schema.ts";
import type { Store } from "../../../db/store.ts";
import { getAuthDatabase } from "../../../web/server/store.ts";
import { Browser, publishNeuron } from "./api-under-test.ts";

let store: Store;
beforeAll(async () => {
	store = await publishNeuron();
});

/** Signed in, and known since a first call. */
async function enterAndCall(name: string): Promise<Browser> {
	const browser = new Browser();
	await browser.enter(name);
	expect((await browser.call("GET", "/api/v1/me")).status).toBe(200);
	return browser;
}

/** Another browser with the cookies of this one as they are now. */
function copyOf(browser: Browser): Browser {
	const copy = new Browser();
	for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
	return copy;
}

const sessionOf = async (browser: Browser) => {
	const me = (await (await browser.call("GET", "/api/v1/me")).json()) as {
		userId: string;
	};
	return eq(sessions.userId, me.userId);
};

test("ends with signing out, for whoever kept the cookie too", async () => {
	const browser = await enterAndCall("Emmy");
	const copy = copyOf(browser);
	expect((await copy.call("GET", "/api/v1/me")).status).toBe(200);
	await browser.call("POST", "/api/auth/sign-out", { body: {} });
	expect((await copy.call("GET", "/api/v1/me")).status).toBe(401);
});

test("ends with its time", async () => {
	const browser = await enterAndCall("Sofia");
	getAuthDatabase()
		.update(sessions)
		.set({ expiresAt: new Date(Date.now() - 1) })
		.where(await sessionOf(browser))
		.run();
	expect((await browser.call("GET", "/api/v1/me")).status).toBe(401);
});

test("is prolonged when a day has passed", async () => {
	const browser = await enterAndCall("Ada");
	const own = await sessionOf(browser);
	const find = () =>
		getAuthDatabase().select().from(sessions).where(own).get()?.expiresAt;
	const twoDays = 2 * 24 * 60 * 60 * 1000;
	const before = Date.now() + 178 * 24 * 60 * 60 * 1000;
	getAuthDatabase()
		.update(sessions)
		.set({
			expiresAt: new Date(before),
			updatedAt: new Date(Date.now() - twoDays),
		})
		.where(own)
		.run();
	await browser.call("GET", "/api/v1/me");
	expect(find()?.getTime()).toBeGreaterThan(before);
});

test("shows a new role at once", async () => {
	const browser = await enterAndCall("Mileva");
	expect((await browser.call("GET", "/api/v1/operator/overview")).status).toBe(
		404,
	);
	await store.setRole("mileva@example.org", "administrator");
	expect((await browser.call("GET", "/api/v1/operator/overview")).status).toBe(
		200,
	);
});

test("knows nobody by half of their credentials", async () => {
	const browser = await enterAndCall("Grace");
	const other = copyOf(browser);
	for (const [name, value] of other.cookies)
		other.cookies.set(name, `${value.slice(0, -4)}AAA%3D`);
	expect((await other.call("GET", "/api/v1/me")).status).toBe(401);
});
