/** The pictures of exercises in a real browser: one of each kind, in both languages, dark and light, wide and narrow. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type Site, startSite } from "./site.ts";

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);
/** Exercises whose pictures are of the kinds named. */
const pages = {
	"nonlinear-solve": "curve and loss",
	"linear-solve-wb": "contour",
	"least-squares": "scatter",
	"softmax-cross-entropy": "bars",
	"matrices-basics": "matrix",
	"digits-cost": "pixels and network",
	"linear-graph": "graph",
};
/** The chart library's own name for what it draws; only its file holds it. */
const libraryMark = "plot-d6a7b5";

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

/** A page that complains of errors and of every request that leaves the site. */
async function openPage(reader: {
	locale: string;
	colorScheme: "light" | "dark";
	width: number;
}): Promise<Page> {
	context = await browser.newContext({
		locale: reader.locale,
		colorScheme: reader.colorScheme,
		viewport: { width: reader.width, height: 900 },
		reducedMotion: "reduce",
	});
	context.setDefaultTimeout(30_000);
	const page = await context.newPage();
	page.on("console", (message) => {
		if (message.type() === "error")
			complaints.push(`console: ${message.text()}`);
	});
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	page.on("request", (request) => {
		if (
			!request.url().startsWith(site.url) &&
			!/^(data|blob):/.test(request.url())
		)
			complaints.push(`leaves the machine: ${request.url()}`);
	});
	return page;
}

async function open(page: Page, slug: string): Promise<void> {
	await page.goto(`${site.url}/exercises/${slug}`);
	for (const picture of await page.locator(".picture").all())
		await picture.scrollIntoViewIfNeeded();
	await page.waitForFunction(() =>
		[...document.querySelectorAll(".chart, .graph-frame")].every(
			(frame) => frame.querySelector("svg") !== null,
		),
	);
}

for (const reader of [
	{ locale: "en", colorScheme: "light", width: 1440 },
	{ locale: "zh-CN", colorScheme: "dark", width: 390 },
	{ locale: "zh-CN", colorScheme: "light", width: 1440 },
	{ locale: "en", colorScheme: "dark", width: 390 },
] as const) {
	test(`are drawn, told and within the screen: ${reader.locale}, ${reader.colorScheme}, ${reader.width} px`, async () => {
		const page = await openPage(reader);
		for (const [slug, kinds] of Object.entries(pages)) {
			await open(page, slug);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - window.innerWidth,
			);
			expect(overflow, `${slug}: ${kinds}`).toBeLessThanOrEqual(0);
			for (const words of await page.locator(".picture details").all())
				await words.locator("summary").click();
			for (const sentence of await page.locator(".picture-words").all())
				expect(await sentence.textContent()).toMatch(
					reader.locale === "en" ? /\d.*\.$/ : /\p{Script=Han}|\d.*。$/u,
				);
			await page.evaluate(axe);
			const violations = await page.evaluate(async () => {
				const run = Reflect.get(window, "axe") as {
					run(within: string): Promise<{
						violations: { id: string; nodes: { html: string }[] }[];
					}>;
				};
				return (await run.run(".pictures")).violations.map(
					({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`,
				);
			});
			expect(violations, `${slug}: ${kinds}`).toEqual([]);
		}
	});
}

test("stand in the page in words before any script has run", async () => {
	context = await browser.newContext({
		locale: "en",
		javaScriptEnabled: false,
	});
	const page = await context.newPage();
	await page.goto(`${site.url}/exercises/nonlinear-solve`);
	const words = page.locator(".picture-words").first();
	expect(await words.textContent()).toContain("target y at c = 2.13");
	expect(
		await page.getByRole("img", { name: "target y at c = 2.13" }).count(),
	).toBe(1);
});

test("follow the reader's choice of case, of round and of number", async () => {
	const page = await openPage({
		locale: "en",
		colorScheme: "light",
		width: 1440,
	});
	await open(page, "nonlinear-solve");
	const run = page.locator(".picture").first();
	const words = run.locator(".picture-words");
	await run.getByRole("combobox").selectOption({ index: 1 });
	expect(await words.textContent()).toContain("target y at c = 1.8");
	await run.getByRole("slider").fill("1");
	expect(await words.textContent()).toMatch(/rounds: 2 points/);

	await open(page, "threshold-to-bias");
	const neuron = page.locator(".picture").first();
	await neuron.getByRole("slider").fill("2");
	expect(await neuron.locator(".picture-words").textContent()).toContain(
		"s = −b at weighted sum of the inputs = −2",
	);
});

test("keep their words and say so where the chart library cannot be fetched", async () => {
	const page = await openPage({
		locale: "en",
		colorScheme: "light",
		width: 1440,
	});
	await page.route("**/*.js", async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		return body.includes(libraryMark)
			? route.abort()
			: route.fulfill({ response, body });
	});
	await page.goto(`${site.url}/exercises/least-squares`);
	const picture = page.locator(".picture").first();
	await picture.scrollIntoViewIfNeeded();
	await picture.getByText("The picture could not be drawn").waitFor();
	expect(await picture.locator(".picture-words").textContent()).toContain(
		"residuals: 10",
	);
	// The browser itself logs the file that was kept from it.
	complaints.splice(0);
	// The editor may still be fetching its own files.
	await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("fetch the chart library only where a chart is to be drawn", async () => {
	const page = await openPage({
		locale: "en",
		colorScheme: "light",
		width: 1440,
	});
	const scripts: string[] = [];
	page.on("response", async (response) => {
		if (response.url().endsWith(".js")) scripts.push(await response.text());
	});
	await open(page, "matrices-basics");
	await page.waitForLoadState("networkidle");
	expect(scripts.some((text) => text.includes(libraryMark))).toBe(false);
	await open(page, "least-squares");
	await page.waitForLoadState("networkidle");
	expect(scripts.some((text) => text.includes(libraryMark))).toBe(true);
});
