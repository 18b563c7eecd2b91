/** An administrator in a real browser, and one submission followed through the logs of all processes. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openDatabase, openStore } from "../../db/open-store.ts";
import type { Store } from "../../db/store.ts";
import { verdictFor } from "../db/temporary-store.ts";
import { ApiClient } from "./api-client.ts";
import { launchBrowser } from "./browser.ts";
import { descendantsOf, type Site, startSite } from "./site.ts";

const project = resolve(import.meta.dirname, "../..");
const slug = "nonlinear-backward";
const solution = readFileSync(
	join(project, "exercises", slug, "solution.ts"),
	"utf8",
);
const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);
const password = "noether rings, canary-password";

let site: Site;
let browser: Browser;
let context: BrowserContext | undefined;
let store: Store;
const complaints: string[] = [];

beforeAll(async () => {
	vi.stubEnv("CHAINRULE_LOG", "info");
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
	store = openStore({ file: join(site.data, "chainrule.sqlite") });
	await signUp("emmy");
	const made = spawnSync(
		process.execPath,
		[
			join(project, "grader/cli/main.ts"),
			"user",
			"role",
			"emmy@example.org",
			"administrator",
			"--data",
			site.data,
		],
		{ encoding: "utf8" },
	);
	expect(made.stdout).toBe("emmy@example.org is now an administrator\n");
});
afterAll(async () => {
	await browser?.close();
	await store?.close();
	await site?.stop();
	vi.unstubAllEnvs();
});
afterEach(async () => {
	await context?.close();
	context = undefined;
	expect(complaints.splice(0)).toEqual([]);
});

async function signUp(name: string): Promise<void> {
	const response = await new ApiClient(site.url).request(
		"/api/auth/sign-up/email",
		{
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ name, email: `${name}@example.org`, password }),
		},
	);
	expect(response.status).toBe(200);
}

interface Reader {
	locale?: string;
	colorScheme?: "light" | "dark";
	width?: number;
}

/** A page of an administrator's that complains of console errors. */
async function openPage(reader: Reader = {}): Promise<Page> {
	context = await browser.newContext({
		locale: reader.locale ?? "en",
		colorScheme: reader.colorScheme ?? "light",
		viewport: { width: reader.width ?? 1440, height: 900 },
		reducedMotion: "reduce",
	});
	context.setDefaultTimeout(30_000);
	const signedIn = await context.request.post(
		`${site.url}/api/auth/sign-in/email`,
		{
			headers: { origin: site.url },
			data: { email: "emmy@example.org", password },
		},
	);
	expect(signedIn.status()).toBe(200);
	const page = await context.newPage();
	page.on("console", (message) => {
		if (message.type() === "error")
			complaints.push(`console: ${message.text()}`);
	});
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	await page.goto(`${site.url}/operator`);
	return page;
}

async function expectNoViolations(page: Page): Promise<void> {
	expect(
		await page.evaluate(
			() => document.documentElement.scrollWidth - innerWidth,
		),
	).toBeLessThanOrEqual(0);
	await page.evaluate(axe);
	const violations = await page.evaluate(async () => {
		const run = Reflect.get(window, "axe") as {
			run(): Promise<{
				violations: { id: string; nodes: { html: string }[] }[];
			}>;
		};
		return (await run.run()).violations.map(
			({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`,
		);
	});
	expect(violations).toEqual([]);
}

/** Plays a worker whose sandbox fails, and is quicker than the real one. @returns the submission's id */
async function setOneAside(): Promise<string> {
	const db = openDatabase(join(site.data, "chainrule.sqlite"));
	const { id: userId } = db.$client
		.prepare<[], { id: string }>("SELECT user_id AS id FROM users LIMIT 1")
		.get() ?? { id: "" };
	db.$client.close();
	for (let tries = 0; tries < 50; tries++) {
		const source = `${solution}\n// ${tries}`;
		// The worker looks every ten milliseconds; mostly we are there first.
		const made = await store.createSubmission({
			userId,
			slug,
			language: "typescript",
			source,
			now: Date.now(),
		});
		const job = await store.claimNextSubmission({
			workerId: "broken",
			leaseMs: 60_000,
			now: Date.now(),
		});
		if (job === null) continue; // the real worker was there first
		const failure = {
			kind: "internal_error",
			message: "sandbox children died 10 times",
		};
		const isStored = await store.completeSubmission({
			leaseToken: job.leaseToken,
			now: Date.now(),
			verdict: verdictFor(job, {
				status: "internal_error",
				points: 0,
				failure,
			}),
		});
		expect(isStored).toBe(true);
		return made.submission.submissionId;
	}
	throw new Error("the real worker always came first");
}

test("does not exist for a visitor, and has no link for one", async () => {
	const response = await new ApiClient(site.url).request("/operator");
	expect(response.status).toBe(404);
	const text = await response.text();
	expect(text).toContain("This page does not exist");
	expect(text).not.toMatch(/>Operator</);
});

test("has a submission that was set aside graded again, by keyboard, and shows what came of it", async () => {
	const id = await setOneAside();
	const page = await openPage();
	await page.getByRole("heading", { name: "Operator", level: 1 }).waitFor();
	await page
		.getByRole("heading", { name: /^Hardening level [A-D]$/ })
		.waitFor();
	await page
		.getByRole("table", { name: "Workers" })
		.getByText("Working")
		.waitFor();
	const row = page
		.getByRole("table", { name: "Set aside" })
		.getByRole("row", { name: new RegExp(id) });
	expect(await row.textContent()).toContain("sandbox children died 10 times");
	await expectNoViolations(page);

	const button = row.getByRole("button");
	await button.focus();
	await page.keyboard.press("Enter");
	await page.getByRole("dialog").waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "hidden" });
	expect((await store.findSubmission(id))?.status).toBe("internal_error");

	await button.focus();
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "Grade again" }).focus();
	await page.keyboard.press("Enter");
	await page
		.getByText(`Submission ${id.slice(0, 8)} is in the queue again.`)
		.waitFor();
	await page.getByRole("heading", { name: "Nothing is set aside" }).waitFor();
	await page
		.getByRole("table", { name: "Graded again" })
		.getByText("All right")
		.waitFor();
	await page.getByRole("table", { name: "Slow exercises" }).waitFor();
	await expectNoViolations(page);
	expect(site.output()).toMatch(
		new RegExp(
			`"submissionId":"${id}","administratorId":"[^"]+","msg":"an administrator has it graded again"`,
		),
	);
}, 120_000);

test.each<Reader>([
	{ locale: "zh-CN", colorScheme: "dark", width: 390 },
	{ locale: "zh-CN", colorScheme: "light", width: 1440 },
	{ locale: "en", colorScheme: "dark", width: 390 },
])(
	"is free of violations and fits: $locale $colorScheme $width",
	async (reader) => {
		await setOneAside();
		const page = await openPage(reader);
		const title = reader.locale === "en" ? "Operator" : "运维";
		await page.getByRole("heading", { name: title, level: 1 }).waitFor();
		await expectNoViolations(page);
	},
);

test("says so when the server no longer answers, and recovers", async () => {
	const page = await openPage();
	await page.getByText(/^As of/).waitFor();
	await page.route("**/operator/overview", (route) => route.abort());
	await page.getByText(/^The server does not answer/).waitFor();
	// The browser itself writes failed requests into its console.
	complaints.splice(0);
	await page.unroute("**/operator/overview");
	await page.getByText(/^As of/).waitFor();
	complaints.splice(0);
});

test("lets one submission be followed with one search through all logs, and logs nothing that is a person's", async () => {
	const client = new ApiClient(site.url);
	await client.signInAsGuest();
	const source = `${solution}\nconsole.log("canary-console");\n// canary-source`;
	const made = await client.submit(slug, source);
	const { id } = (await made.json()) as { id: string };
	const events = await client.request(`/api/v1/submissions/${id}/events`);
	await events.text();
	await client.submit(slug, source);
	// What a wrong sign-in and a known address make better-auth say.
	for (const [path, address] of [
		["sign-in", "canary-address@example.org"],
		["sign-up", "emmy@example.org"],
	]) {
		await client.request(`/api/auth/${path}/email`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ name: "x", email: address, password }),
		});
	}
	// A child killed from outside while it had a job, and one that met its limit: both are told with their submission.
	const hanging = `export function backward() { Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1); } // canary-source`;
	const slow = await client.submit(slug, hanging);
	const { id: slowId } = (await slow.json()) as { id: string };
	await (await client.request(`/api/v1/submissions/${slowId}/events`)).text();
	await sleep(200);

	const lines = site
		.output()
		.split("\n")
		.filter((line) => line.includes(`"submissionId":"${id}"`))
		.map((line) => JSON.parse(line) as { name: string; msg: string });
	expect(lines.map(({ name, msg }) => `${name}: ${msg}`)).toEqual(
		expect.arrayContaining([
			"web: accepted",
			"grader: claimed",
			"grader: graded",
			"web: verdict told",
			"web: repeated",
		]),
	);
	expect(lines.find(({ msg }) => msg === "graded")).toMatchObject({
		status: "accepted",
		gradingMs: expect.any(Number),
		turnaroundMs: expect.any(Number),
	});
	const death = site
		.output()
		.split("\n")
		.find(
			(line) =>
				line.includes(`"submissionId":"${slowId}"`) &&
				line.includes("a sandbox child ended"),
		);
	expect(JSON.parse(death ?? "null")).toMatchObject({
		name: "grader",
		pool: "students",
		cause: "time_limit",
		childPid: expect.any(Number),
	});
	expect(site.output()).not.toContain("canary");
	expect(site.output()).not.toContain("@example.org");
	for (const secret of ["auth", "seeds"]) {
		expect(site.output()).not.toContain(await store.getSecret(secret));
	}

	// Who watches over the processes speaks the same language.
	const worker = descendantsOf(site.process.pid ?? 0).find(({ command }) =>
		command.includes("worker/main.ts"),
	);
	if (worker) process.kill(worker.pid, "SIGKILL");
	await vi.waitFor(
		() =>
			expect(site.output()).toMatch(
				/"name":"serve".*"process":"grader","endedBy":"SIGKILL","pauseMs":\d+,"msg":"a process ended; it is started again"/,
			),
		{ timeout: 10_000 },
	);
}, 120_000);
