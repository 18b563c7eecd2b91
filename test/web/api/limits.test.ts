import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Store } from "../../../db/store.ts";
import { GET as watch } from "../../../web/app/api/v1/submissions/[id]/events/route.ts";
import { checkLimits, findRate, getCount } from "../../../web/server/limits.ts";
import {
	Browser,
	dispatch,
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
beforeEach(() => {
	globalThis.chainruleRateLimiter = undefined;
});
afterEach(async () => {
	vi.unstubAllEnvs();
	while ((await store.countQueue()).queued > 0) await gradeNext(store);
});

let made = 0;
function submit(browser: Browser, address = "192.0.2.1", source?: string) {
	return browser.call("POST", "/api/v1/submissions", {
		body: { ...newSubmission, source: source ?? `// ${made++}` },
		headers: { "x-forwarded-for": address },
	});
}

/** Expects a refusal that says when to come again, in the document as in the header. */
async function expectTooMany(response: Response, kind = "too-many-requests") {
	const problem = await problemOf(response, 429, kind);
	expect(response.headers.get("retry-after")).toBe(String(problem.retryAfter));
	expect(problem.retryAfter).toBeGreaterThan(0);
	return problem;
}

test("refuses the submissions of a script, and lets others behind its address go on", async () => {
	vi.stubEnv("CHAINRULE_MAX_WAITING", "1000");
	// The default burst; on a slow machine nothing is to come back meanwhile.
	expect(findRate("submissions", "account")?.burst).toBe(30);
	vi.stubEnv("CHAINRULE_LIMIT_SUBMISSIONS_ACCOUNT", "30/1");
	const [script, student] = [await openAsGuest(), await openAsGuest()];
	const statuses: number[] = [];
	for (let i = 0; i < 60; i++) statuses.push((await submit(script)).status);
	expect(statuses.slice(0, 30)).toEqual(Array(30).fill(202));
	expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(
		20,
	);
	const problem = await expectTooMany(await submit(script));
	expect(problem.detail).toMatch(
		/^That was a lot of requests; come again in \d+ seconds?\.$/,
	);
	expect((await submit(student)).status).toBe(202);
});

test("never refuses a class of 300 behind one address that submits ten times each", async () => {
	const { RateLimiter } = await import("../../../web/server/rate-limiter.ts");
	const limiter = new RateLimiter();
	const account = findRate("submissions", "account");
	const address = findRate("submissions", "address");
	if (account === null || address === null) throw new Error("no limit");
	for (let now = 0; now < 600_000; now += 6_000) {
		for (let student = 0; student < 300; student++) {
			const claims = [
				{ key: `student ${student}`, rate: account },
				{ key: "school", rate: address },
			];
			expect(limiter.take(claims, now)).toBe(0);
		}
	}
});

test("counts by address, whoever asks", async () => {
	vi.stubEnv("CHAINRULE_LIMIT_SUBMISSIONS_ADDRESS", "3/1");
	for (let i = 0; i < 3; i++) {
		expect((await submit(await openAsGuest())).status).toBe(202);
	}
	const fourth = await openAsGuest();
	await expectTooMany(await submit(fourth));
	expect((await submit(fourth, "192.0.2.2")).status).toBe(202);
});

test("counts equal sources lightly", async () => {
	vi.stubEnv("CHAINRULE_LIMIT_SUBMISSIONS_ACCOUNT", "5/1");
	const browser = await openAsGuest();
	const statuses: number[] = [];
	for (let i = 0; i < 25; i++) {
		statuses.push((await submit(browser, "192.0.2.1", "same")).status);
	}
	// One whole for the first, a fifth for each after it, and a whole one must be left to come in.
	expect(statuses.indexOf(429)).toBe(17);
});

test("tells a student with many waiting how many they are, and takes more when some are graded", async () => {
	vi.stubEnv("CHAINRULE_MAX_WAITING", "3");
	const browser = await openAsGuest();
	for (let i = 0; i < 3; i++) await submit(browser);
	const problem = await expectTooMany(
		await submit(browser),
		"too-many-waiting",
	);
	expect(problem).toMatchObject({
		waiting: 3,
		detail:
			"You have 3 submissions waiting to be graded; come again when some of them are.",
	});
	await gradeNext(store);
	expect((await submit(browser)).status).toBe(202);
});

test("answers 503 when the whole queue is full", async () => {
	vi.stubEnv("CHAINRULE_MAX_QUEUE", "2");
	for (let i = 0; i < 2; i++) await submit(await openAsGuest());
	const response = await submit(await openAsGuest());
	expect(response.headers.get("retry-after")).toBe("60");
	const problem = await problemOf(response, 503, "too-busy");
	expect(problem.detail).toContain("come again in a minute");
});

test("limits drafts, other writes and reads each by themselves", async () => {
	for (const name of ["DRAFTS", "WRITES", "READS"]) {
		vi.stubEnv(`CHAINRULE_LIMIT_${name}_ACCOUNT`, "2/1");
	}
	const browser = await openAsGuest();
	const calls = {
		draft: () =>
			browser.call("PUT", "/api/v1/drafts/neuron", {
				body: { source: "x", baseRevision: 0 },
			}),
		write: () =>
			browser.call("PUT", "/api/v1/me", { body: { leaderboardName: "A" } }),
		read: () => browser.call("GET", "/api/v1/leaderboards"),
	};
	for (const call of Object.values(calls)) {
		for (let i = 0; i < 2; i++) expect((await call()).status).not.toBe(429);
		await expectTooMany(await call());
	}
});

test("counts those without a session apart from those with one", async () => {
	vi.stubEnv("CHAINRULE_LIMIT_STRANGERS_ADDRESS", "2/1");
	const student = await openAsGuest();
	const stranger = new Browser();
	for (let i = 0; i < 2; i++) {
		await problemOf(await submit(stranger), 401, "not-signed-in");
	}
	await expectTooMany(await submit(stranger));
	expect((await submit(student)).status).toBe(202);
});

test("limits the guests that one address makes", async () => {
	vi.stubEnv("CHAINRULE_LIMIT_GUESTS_ADDRESS", "2/1");
	const start = (address: string) =>
		new Browser().call("POST", "/api/auth/sign-in/anonymous", {
			body: {},
			headers: { "x-forwarded-for": address },
		});
	for (let i = 0; i < 2; i++) {
		expect((await start(`2001:db8::${i}`)).status).toBe(200);
	}
	await expectTooMany(await start("2001:db8::ffff"));
	expect((await start("2001:db8:0:1::1")).status).toBe(200);
});

test("stops guessing one account's password from one address, and locks nobody else out", async () => {
	expect(findRate("sign-ins", "account")?.burst).toBe(10);
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ACCOUNT", "10/1");
	await new Browser().enter("Lena");
	await new Browser().enter("Milo");
	const signIn = (name: string, password: string, address: string) =>
		new Browser().call("POST", "/api/auth/sign-in/email", {
			body: { email: `${name}@example.org`, password },
			headers: { "x-forwarded-for": address },
		});
	for (let i = 0; i < 10; i++) {
		const response = await signIn("lena", `guess ${i}`, "192.0.2.1");
		expect(response.status).toBe(401);
	}
	// Neither the right password nor another way of writing the address helps now.
	const right = "correct horse battery";
	await expectTooMany(await signIn("lena", right, "192.0.2.1"));
	await expectTooMany(await signIn(" LENA", right, "192.0.2.1"));
	expect((await signIn("milo", right, "192.0.2.1")).status).toBe(200);
	expect((await signIn("lena", right, "192.0.2.2")).status).toBe(200);
}, 60_000);

test("counts guesses however they are written", async () => {
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ACCOUNT", "2/1");
	await new Browser().enter("Tess");
	const guess = {
		email: "tess@example.org",
		password: "correct horse battery",
	};
	const signIn = (type: string, body: string, cookie: string) =>
		dispatch(
			new Request("http://localhost:3000/api/auth/sign-in/email", {
				method: "POST",
				headers: {
					origin,
					"x-forwarded-host": "course.example.org",
					"content-type": type,
					cookie,
				},
				body,
			}),
		);
	const form = String(new URLSearchParams(guess));
	const json = JSON.stringify(guess);
	for (const type of ["application/x-www-form-urlencoded", "text/plain"])
		await problemOf(await signIn(type, form, "a=0"), 415, "wrong-content-type");
	const wrong = JSON.stringify({ ...guess, password: "guess" });
	expect((await signIn("application/json", wrong, "a=1")).status).toBe(401);
	expect(
		(await signIn("application/json; charset=utf-16", wrong, "a=2")).status,
	).toBe(401);
	// A byte order mark, and whatever cookies come along, are no way around.
	await expectTooMany(await signIn("application/json", `\ufeff${json}`, "a=3"));
	await expectTooMany(await signIn("application/json", json, "a=4"));
});

test("counts guesses of a session's own password by whose session it is", async () => {
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ACCOUNT", "2/1");
	const browser = new Browser();
	await browser.enter("Ursa");
	const change = (guess: number) =>
		browser.call("POST", "/api/auth/change-password", {
			body: {
				currentPassword: `guess ${guess}`,
				newPassword: "an ox has horns",
				email: `${guess}@example.org`,
			},
			headers: {
				cookie: [...browser.cookies]
					.map((pair) => pair.join("="))
					.concat(`a=${guess}`)
					.join("; "),
			},
		});
	for (let i = 0; i < 2; i++) expect((await change(i)).status).toBe(400);
	await expectTooMany(await change(2));
});

test("counts against an address only what failed at signing in", async () => {
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ADDRESS", "3/1");
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_UPS_ADDRESS", "4/1");
	for (const name of ["Nora", "Omar", "Pia", "Quin"]) {
		expect((await new Browser().enter(name)).status).toBe(200);
	}
	// Making accounts is counted whether or not it succeeds.
	await expectTooMany(await new Browser().enter("Rex"));
	for (const name of ["Nora", "Omar", "Pia", "Quin"]) {
		expect((await new Browser().enter(name, false)).status).toBe(200);
	}
	for (const name of ["Rex", "Sam", "Tom"]) {
		expect((await new Browser().enter(name, false)).status).toBe(401);
	}
	await expectTooMany(await new Browser().enter("Nora", false));
}, 60_000);

test("limits open event streams by account and in all, and gives places back", async () => {
	vi.stubEnv("CHAINRULE_MAX_STREAMS_ACCOUNT", "2");
	const browser = await openAsGuest();
	const { id } = await (await submit(browser)).json();
	const open = () => browser.call("GET", `/api/v1/submissions/${id}/events`);
	const streams = [await open(), await open()];
	await expectTooMany(await open());
	await streams.pop()?.body?.cancel();
	streams.push(await open());
	await gradeNext(store);
	for (const stream of streams)
		expect(await stream.text()).toContain("verdict");
	expect(globalThis.chainruleStreams?.size).toBe(0);
	vi.stubEnv("CHAINRULE_MAX_STREAMS", "1");
	const other = await (await submit(browser)).json();
	const path = `/api/v1/submissions/${other.id}/events`;
	const last = await browser.call("GET", path);
	const refused = await browser.call("GET", path);
	expect(refused.headers.get("retry-after")).toBe("5");
	await problemOf(refused, 503, "too-busy");
	await last.body?.cancel();
	vi.stubEnv("CHAINRULE_MAX_STREAMS_ADDRESS", "1");
	vi.stubEnv("CHAINRULE_MAX_STREAMS", "10");
	const first = await browser.call("GET", path);
	await expectTooMany(await browser.call("GET", path));
	await first.body?.cancel();
});

test("opens no event stream for HEAD, which nobody would ever close", async () => {
	const browser = await openAsGuest();
	const { id } = await (await submit(browser)).json();
	const cookie = [...browser.cookies].map((pair) => pair.join("=")).join("; ");
	const context = { params: Promise.resolve({ id }) };
	const response = await watch(
		new Request(`http://localhost:3000/api/v1/submissions/${id}/events`, {
			method: "HEAD",
			headers: { cookie },
		}),
		context,
	);
	expect(response.status).toBe(200);
	expect(response.headers.get("content-type")).toBe("text/event-stream");
	expect(response.body).toBeNull();
	expect(globalThis.chainruleStreams?.size).toBe(0);
});

test("reads settings, and says which is wrong", () => {
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ACCOUNT", "7/9");
	expect(findRate("sign-ins", "account")).toEqual({ burst: 7, perMinute: 9 });
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ACCOUNT", "off");
	expect(findRate("sign-ins", "account")).toBeNull();
	vi.stubEnv("CHAINRULE_MAX_QUEUE", "5");
	expect(getCount("CHAINRULE_MAX_QUEUE")).toBe(5);
	checkLimits();
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ACCOUNT", "0/9");
	expect(checkLimits).toThrow(
		'CHAINRULE_LIMIT_SIGN_INS_ACCOUNT is "off" or how many at once and how many a minute, such as 30/30; not "0/9"',
	);
	vi.stubEnv("CHAINRULE_LIMIT_SIGN_INS_ACCOUNT", "");
	vi.stubEnv("CHAINRULE_MAX_QUEUE", "many");
	expect(checkLimits).toThrow(
		'CHAINRULE_MAX_QUEUE is a number from 1 on, not "many"',
	);
});

test("lets a class of 300 begin as guests or with accounts within a minute, and no script invent thousands", async () => {
	const { RateLimiter } = await import("../../../web/server/rate-limiter.ts");
	for (const name of ["guests", "sign-ups"] as const) {
		const limiter = new RateLimiter();
		const address = findRate(name, "address");
		if (address === null) throw new Error("no limit");
		let begun = 0;
		for (let now = 0; now < 600_000; now += 100) {
			if (limiter.take([{ key: "school", rate: address }], now) === 0) begun++;
			if (now === 60_000) expect(begun).toBeGreaterThan(300);
		}
		expect(begun).toBeLessThan(1_300);
	}
});
