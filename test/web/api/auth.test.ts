import { afterEach, beforeAll, expect, test } from "vitest";
import type { Store } from "../../../db/store.ts";
import {
	attemptListSchema,
	meSchema,
} from "../../../web/server/api-schemas.ts";
import { handleAuth } from "../../../web/server/handle-auth.ts";
import { findSession } from "../../../web/server/session.ts";
import {
	Browser,
	gradeNext,
	newSubmission,
	openAsGuest,
	origin,
	publishNeuron,
} from "./api-under-test.ts";
import { problemOf } from "./problem-of.ts";

let store: Store;
beforeAll(async () => {
	store = await publishNeuron();
});
afterEach(() => {
	delete process.env.CHAINRULE_URL;
});

async function readMe(browser: Browser) {
	return meSchema.parse(await (await browser.call("GET", "/api/v1/me")).json());
}

async function readAttempts(browser: Browser) {
	const response = await browser.call(
		"GET",
		"/api/v1/me/submissions?exercise=neuron",
	);
	return attemptListSchema.parse(await response.json()).submissions;
}

test("begins as a guest without a question asked", async () => {
	const browser = await openAsGuest();
	expect(await readMe(browser)).toMatchObject({
		name: "Guest",
		isGuest: true,
		role: "student",
		scores: [],
	});
});

test("keeps a guest's submissions and drafts when the guest signs up", async () => {
	const browser = await openAsGuest();
	await browser.call("POST", "/api/v1/submissions", { body: newSubmission });
	await gradeNext(store);
	await browser.call("PUT", "/api/v1/drafts/neuron", {
		body: { source: "half done", baseRevision: 0 },
	});
	const guest = await readMe(browser);
	expect((await browser.enter("Ada")).status).toBe(200);
	const account = await readMe(browser);
	expect(account).toMatchObject({
		name: "Ada",
		email: "ada@example.org",
		isGuest: false,
		scores: [{ slug: "neuron", points: 10, attempts: 1 }],
	});
	expect(account.userId).not.toBe(guest.userId);
	expect(await readAttempts(browser)).toMatchObject([{ attempt: 1 }]);
	const draft = await browser.call("GET", "/api/v1/drafts/neuron");
	expect(await draft.json()).toMatchObject({ draft: { source: "half done" } });
	expect(await store.findUser(guest.userId)).toBeNull();
});

test("adds a guest's submissions when the guest signs in to an older account", async () => {
	const first = new Browser();
	await first.enter("Bob");
	const body = { ...newSubmission, source: "from home" };
	await first.call("POST", "/api/v1/submissions", { body });
	await gradeNext(store);
	const second = await openAsGuest();
	const other = { ...newSubmission, source: "from school" };
	await second.call("POST", "/api/v1/submissions", { body: other });
	await gradeNext(store);
	expect((await second.enter("Bob", false)).status).toBe(200);
	const attempts = await readAttempts(second);
	expect(attempts.map(({ attempt }) => attempt)).toEqual([2, 1]);
});

test("ends the guest's own token when the guest has become an account", async () => {
	const browser = new Browser();
	const { token } = await browser.startAsGuest();
	await browser.enter("Cleo");
	const program = new Browser();
	const response = await program.call("GET", "/api/v1/me", {
		headers: { authorization: `Bearer ${token}` },
	});
	await problemOf(response, 401, "not-signed-in");
});

test("answers 401, not 500, to a request under way while its guest becomes an account", async () => {
	const browser = await openAsGuest();
	const create = store.createSubmission;
	store.createSubmission = async (input) => {
		store.createSubmission = create;
		await browser.enter("Dana");
		return store.createSubmission(input);
	};
	const response = await browser.call("POST", "/api/v1/submissions", {
		body: newSubmission,
	});
	await problemOf(response, 401, "not-signed-in");
});

test("lets a program write with its bearer token, from no page at all", async () => {
	const { token } = await new Browser().startAsGuest();
	const program = new Browser();
	program.pageOrigin = null;
	const headers = { authorization: `Bearer ${token}` };
	const response = await program.call("POST", "/api/v1/submissions", {
		body: newSubmission,
		headers,
	});
	expect(response.status).toBe(202);
	await gradeNext(store);
});

test("takes a wrong token for nobody, though a good cookie comes along", async () => {
	const browser = await openAsGuest();
	for (const token of ["forged", "forged.signature"]) {
		const response = await browser.call("POST", "/api/v1/submissions", {
			body: newSubmission,
			headers: { authorization: `Bearer ${token}` },
		});
		await problemOf(response, 401, "not-signed-in");
	}
});

test("takes a forged cookie for nobody", async () => {
	const browser = await openAsGuest();
	for (const [name, value] of browser.cookies) {
		browser.cookies.set(name, `${value.slice(0, -8)}AAAAAAA%3D`);
	}
	await problemOf(
		await browser.call("GET", "/api/v1/me"),
		401,
		"not-signed-in",
	);
});

test("signs out", async () => {
	const browser = new Browser();
	await browser.enter("Eve");
	const kept = new Map(browser.cookies);
	await browser.call("POST", "/api/auth/sign-out", { body: {} });
	await problemOf(
		await browser.call("GET", "/api/v1/me"),
		401,
		"not-signed-in",
	);
	const thief = new Browser();
	for (const [name, value] of kept) thief.cookies.set(name, value);
	await problemOf(await thief.call("GET", "/api/v1/me"), 401, "not-signed-in");
});

test("refuses a wrong password, a short one and a second account for one address", async () => {
	const browser = new Browser();
	await browser.enter("Finn");
	const attempt = (path: string, password: string) =>
		new Browser().call("POST", path, {
			body: { name: "Finn", email: "finn@example.org", password },
		});
	const wrong = await attempt("/api/auth/sign-in/email", "not the password");
	expect(wrong.status).toBe(401);
	const taken = await attempt("/api/auth/sign-up/email", "another password");
	expect(taken.status).toBe(422);
	const short = await new Browser().call("POST", "/api/auth/sign-up/email", {
		body: { name: "G", email: "g@example.org", password: "short" },
	});
	expect(short.status).toBe(400);
});

test("lets nobody make themselves an instructor", async () => {
	const browser = new Browser();
	await browser.call("POST", "/api/auth/sign-up/email", {
		body: {
			name: "Mallory",
			email: "mallory@example.org",
			password: "correct horse battery",
			role: "instructor",
		},
	});
	await browser.enter("Mallory", false);
	expect((await browser.enter("Gil")).status).toBe(200);
	await browser.call("POST", "/api/auth/update-user", {
		body: { role: "instructor" },
	});
	expect((await readMe(browser)).role).toBe("student");
});

test("shows a role given by the operator at the next request", async () => {
	const browser = new Browser();
	await browser.enter("Hana");
	await store.setRole("hana@example.org", "instructor");
	expect((await readMe(browser)).role).toBe("instructor");
});

test("refuses to sign somebody in from another site's page", async () => {
	const browser = new Browser();
	await browser.enter("Ivo");
	browser.pageOrigin = "https://evil.example";
	const response = await browser.enter("Ivo", false);
	expect(response.status).toBe(403);
});

test("refuses to delete a guest from under its submissions", async () => {
	const browser = await openAsGuest();
	await browser.call("POST", "/api/v1/submissions", { body: newSubmission });
	await gradeNext(store);
	const response = await browser.call(
		"POST",
		"/api/auth/delete-anonymous-user",
		{ body: {} },
	);
	expect(response.status).toBe(400);
	expect(await readAttempts(browser)).toHaveLength(1);
});

test("refuses a sign-in body longer than 16 KiB", async () => {
	const response = await new Browser().call("POST", "/api/auth/sign-in/email", {
		body: { email: "a@example.org", password: "x".repeat(17_000) },
	});
	const problem = await problemOf(response, 413, "too-large");
	expect(problem.detail).toMatch(
		/at most 16384 are read|more than 16384 bytes/,
	);
});

test("marks cookies Secure over https, and not over http", async () => {
	const cookieOver = async (protocol: string) => {
		const browser = new Browser();
		browser.pageOrigin = `${protocol}://course.example.org`;
		const response = await browser.call("POST", "/api/auth/sign-in/anonymous", {
			body: {},
			headers: { "x-forwarded-proto": protocol },
		});
		const me = await browser.call("GET", "/api/v1/me", {
			headers: { "x-forwarded-proto": protocol },
		});
		expect(me.status).toBe(200);
		return response.headers.getSetCookie().join("\n");
	};
	const secure = await cookieOver("https");
	expect(secure).toMatch(/^__Secure-chainrule\.session_token=.*; HttpOnly/);
	expect(secure).toContain("; Secure");
	expect(secure).toContain("; SameSite=Lax");
	const plain = await cookieOver("http");
	expect(plain).toMatch(/^chainrule\.session_token=.*; HttpOnly/);
	expect(plain).not.toContain("Secure");
});

test("believes CHAINRULE_URL over what requests say of us", async () => {
	process.env.CHAINRULE_URL = "https://public.example/";
	const browser = new Browser();
	browser.pageOrigin = "https://public.example";
	await browser.startAsGuest();
	expect([...browser.cookies.keys()]).toEqual([
		"__Secure-chainrule.session_token",
	]);
	const body = { leaderboardName: "Ada" };
	expect((await browser.call("PUT", "/api/v1/me", { body })).status).toBe(200);
	browser.pageOrigin = origin;
	await problemOf(
		await browser.call("PUT", "/api/v1/me", { body }),
		403,
		"foreign-origin",
	);
});

test("refuses to serve under a CHAINRULE_URL that is no address", async () => {
	process.env.CHAINRULE_URL = "course.example.org";
	await expect(findSession(new Headers())).rejects.toThrow(
		new TypeError(
			'CHAINRULE_URL is an address such as https://course.example.org, not "course.example.org"',
		),
	);
});

test("answers 500 with a problem document when signing in breaks on our side", async () => {
	process.env.CHAINRULE_URL = "course.example.org";
	const response = await new Browser().enter("Jo");
	await problemOf(response, 500, "internal-error");
});

test("keeps a guest's work with the guest when moving it fails, and moves it at the next sign-in", async () => {
	await new Browser().enter("Kim");
	const browser = await openAsGuest();
	await browser.call("POST", "/api/v1/submissions", { body: newSubmission });
	await gradeNext(store);
	const adopt = store.adoptGuest;
	store.adoptGuest = async () => {
		throw new Error("database is locked");
	};
	const failed = await browser.enter("Kim", false);
	store.adoptGuest = adopt;
	await problemOf(failed, 500, "internal-error");
	expect((await readMe(browser)).isGuest).toBe(true);
	expect(await readAttempts(browser)).toHaveLength(1);
	await browser.enter("Kim", false);
	expect(await readMe(browser)).toMatchObject({ name: "Kim", isGuest: false });
	expect(await readAttempts(browser)).toHaveLength(1);
});

test("finds who is signed in for pages", async () => {
	const browser = await openAsGuest();
	const cookie = [...browser.cookies].map((pair) => pair.join("=")).join("; ");
	const headers = new Headers({ cookie });
	expect(await findSession(headers)).toMatchObject({ isGuest: true });
	expect(await findSession(new Headers())).toBeNull();
});

test("takes no nest of arrays, however deep, for a fault of ours", async () => {
	const response = await handleAuth(
		new Request("http://localhost:3000/api/auth/sign-in/email", {
			method: "POST",
			headers: { origin, "content-type": "application/json" },
			body: `{"email":${"[".repeat(8000)}${"]".repeat(8000)}}`,
		}),
	);
	await problemOf(response, 422, "wrong-fields");
});

test("answers HEAD, which Next hands to the same function as GET, as no fault of ours", async () => {
	const response = await handleAuth(
		new Request("http://localhost:3000/api/auth/get-session", {
			method: "HEAD",
		}),
	);
	expect(response.status).toBeLessThan(500);
});
