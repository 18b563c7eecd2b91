/** A student in a real browser, from a first visit to the leaderboard. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { listBuiltInSlugs } from "../../grader/bundles/read-bundle.ts";
import { launchBrowser } from "./browser.ts";
import { type Site, startSite } from "./site.ts";

const exercises = (await listBuiltInSlugs()).length;

const bundle = join(import.meta.dirname, "../../exercises/nonlinear-backward");
const solution = readFileSync(join(bundle, "solution.ts"), "utf8");
const withoutFactor = readFileSync(
	join(bundle, "wrong/factor-2-forgotten.ts"),
	"utf8",
);
const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

let site: Site;
let browser: Browser;
let context: BrowserContext;
const complaints: string[] = [];

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
});
afterEach(async () => {
	await context?.close();
	expect(complaints.splice(0)).toEqual([]);
});

interface Reader {
	locale?: string;
	colorScheme?: "light" | "dark";
	width?: number;
}

/** A page that complains of console errors and of every request that leaves the site. */
async function openPage(path: string, reader: Reader = {}): Promise<Page> {
	context = await browser.newContext({
		locale: reader.locale ?? "en",
		colorScheme: reader.colorScheme ?? "light",
		viewport: { width: reader.width ?? 1440, height: 900 },
		reducedMotion: "reduce",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	context.setDefaultTimeout(30_000);
	return watch(await context.newPage(), path);
}

async function watch(page: Page, path: string): Promise<Page> {
	page.on("console", (message) => {
		if (message.type() === "error")
			complaints.push(`console: ${message.text()}`);
	});
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	page.on("request", (request) => {
		const url = request.url();
		if (!url.startsWith(site.url) && !/^(data|blob):/.test(url))
			complaints.push(`leaves the machine: ${url}`);
	});
	page.on("requestfailed", (request) => {
		const reason = request.failure()?.errorText ?? "";
		// The browser itself drops what a page it leaves was still loading.
		if (!reason.includes("ERR_ABORTED"))
			complaints.push(`failed: ${request.url()} ${reason}`);
	});
	await page.goto(site.url + path);
	return page;
}

/** Replaces the editor's text as a student does: select all, paste. (Typed text would close its own brackets.) */
async function write(page: Page, source: string): Promise<void> {
	await page.locator(".monaco-editor .view-line").first().waitFor();
	await page.locator(".monaco-editor .view-lines").first().click();
	await page.keyboard.press("ControlOrMeta+A");
	await page.evaluate((text) => navigator.clipboard.writeText(text), source);
	await page.keyboard.press("ControlOrMeta+V");
}

async function submit(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Submit" }).click();
}

test("takes a guest from the course to a named mistake, full points and the leaderboard", async () => {
	const page = await openPage("/");
	await page.getByRole("link", { name: "Five people, backward" }).click();
	await page
		.getByRole("heading", { name: "Five people, backward", level: 1 })
		.waitFor();
	await write(page, withoutFactor);
	await submit(page);
	await page.getByText("First wrong step:").waitFor();
	await page
		.getByText("Your Δb is exactly half of what it should be", { exact: false })
		.first()
		.waitFor();
	await page.getByText("Follows from it").first().waitFor();
	expect(await page.getByText("11.35").count()).toBeGreaterThan(0);

	await write(page, solution);
	await submit(page);
	await page.getByRole("heading", { name: "All right" }).waitFor();
	await page.getByRole("tab", { name: "Attempts" }).click();
	await page.getByText("Attempt 2").first().waitFor();

	await page.goto(`${site.url}/leaderboard`);
	await page.getByLabel("Name on the leaderboard").fill("Ada L.");
	await page.getByRole("button", { name: "Save" }).click();
	await page.getByText("You appear as Ada L.").waitFor();
	await page.reload();
	const row = page.getByRole("row", { name: /Ada L\./ });
	expect(await row.textContent()).toContain("15");
	await page.goto(site.url);
	await page.getByText(`1 of ${exercises} exercises solved`).waitFor();
});

test("underlines a type error as one types, with workers of our own", async () => {
	const page = await openPage("/exercises/nonlinear-backward");
	const workers: string[] = [];
	page.on("worker", (worker) => workers.push(worker.url()));
	await write(page, "export const wrong: number = 'text';\n");
	await page.locator(".squiggly-error").first().waitFor();
	const files = page
		.workers()
		.map((worker) => worker.url())
		.concat(workers);
	expect(files.some((url) => url.startsWith(site.url))).toBe(true);
});

test("names the case and the line of an endless loop, and marks it in the editor", async () => {
	const page = await openPage("/exercises/nonlinear-backward");
	await write(
		page,
		solution.replace(
			"return x - deltaX;",
			"while (x > 0) {\n\t\tx = x + 1;\n\t}\n\treturn x;",
		),
	);
	await submit(page);
	await page.getByRole("heading", { name: "Took too long" }).waitFor();
	await page
		.getByRole("button", { name: /Show line \d+/ })
		.first()
		.waitFor();
});

/** Signs up through the form and waits until it has led elsewhere. */
async function signUp(page: Page, name: string, email: string): Promise<void> {
	await page.goto(`${site.url}/sign-up`);
	await page.getByLabel("Name", { exact: true }).fill(name);
	await page.getByLabel(/e-mail/i).fill(email);
	await page.getByLabel("Password").first().fill("compilers are fun");
	await page.getByRole("button", { name: "Create account" }).click();
	await page.waitForURL((url) => !url.pathname.includes("sign-up"));
}

test("keeps a draft when the tab is closed and when the student signs out", async () => {
	const page = await openPage("/");
	await signUp(page, "Emmy", "emmy@example.org");
	await page.goto(`${site.url}/exercises/linear-graph`);
	await write(page, "// my own unfinished thought\nexport const begun = 1;\n");
	await page.getByText("Saved", { exact: true }).waitFor();
	await page.close();

	const again = await watch(await context.newPage(), "/exercises/linear-graph");
	await again.getByText("my own unfinished thought").first().waitFor();
	await again.goto(`${site.url}/account`);
	await again
		.getByRole("main")
		.getByRole("button", { name: "Sign out" })
		.click();
	await again.goto(`${site.url}/sign-in`);
	await again.getByLabel(/e-mail/i).fill("emmy@example.org");
	await again.getByLabel("Password").first().fill("compilers are fun");
	await again
		.getByRole("main")
		.getByRole("button", { name: "Sign in" })
		.click();
	await again.waitForURL((url) => !url.pathname.includes("sign-in"));
	await again.goto(`${site.url}/exercises/linear-graph`);
	await again.getByText("my own unfinished thought").first().waitFor();
});

test("lets a guest become an account without losing work", async () => {
	const page = await openPage("/exercises/nonlinear-backward");
	await write(page, solution);
	await submit(page);
	await page.getByRole("heading", { name: "All right" }).waitFor();
	await signUp(page, "Grace", "grace@example.org");
	await page.goto(site.url);
	await page.getByText(`1 of ${exercises} exercises solved`).waitFor();
});

for (const reader of [
	{ locale: "en", colorScheme: "light", width: 1440 },
	{ locale: "zh-CN", colorScheme: "dark", width: 390 },
	{ locale: "zh-CN", colorScheme: "light", width: 1440 },
	{ locale: "en", colorScheme: "dark", width: 390 },
] as const) {
	test(`has no accessibility violation and no sideways scrolling: ${reader.locale}, ${reader.colorScheme}, ${reader.width} px`, async () => {
		const page = await openPage("/", reader);
		for (const path of [
			"/",
			"/exercises/nonlinear-solve",
			"/leaderboard",
			"/sign-in",
			"/sign-up",
			"/nowhere",
		]) {
			await page.goto(site.url + path);
			await page.waitForLoadState("load");
			// The page that does not exist answers 404, which the browser logs as an error of its own.
			if (path === "/nowhere") complaints.splice(0);
			expect(await page.evaluate(() => document.documentElement.lang)).toBe(
				reader.locale === "en" ? "en" : "zh-Hans",
			);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - window.innerWidth,
			);
			expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(
				0,
			);
			// The page's own policy lets nothing be added to it; the tool comes in by the debugger.
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
			expect(violations, path).toEqual([]);
		}
	});
}
