/**
 * Every exercise's page as a reader sees it: statement, formulas and pictures, without a fault that a browser or axe can see. Two views
 * of each in the ordinary run; `CHAINRULE_ALL_VIEWS=1` takes all four, and `CHAINRULE_SCREENSHOTS=folder` keeps what was seen.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listBuiltInSlugs } from "../../grader/bundles/read-bundle.ts";
import { launchBrowser } from "./browser.ts";
import { type Site, startSite } from "./site.ts";

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);
const views = [
	{ locale: "en", colorScheme: "light", width: 1440 },
	{ locale: "zh-CN", colorScheme: "dark", width: 390 },
	{ locale: "zh-CN", colorScheme: "light", width: 1440 },
	{ locale: "en", colorScheme: "dark", width: 390 },
] as const;
const screenshots = process.env.CHAINRULE_SCREENSHOTS;

let site: Site;
let browser: Browser;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

/** What is wrong with the page that is open. */
async function faultsOf(page: Page): Promise<string[]> {
	const inPage = await page.evaluate(() => {
		const faults: string[] = [];
		const { scrollWidth } = document.documentElement;
		if (scrollWidth > window.innerWidth)
			faults.push(`scrolls sideways: ${scrollWidth} px`);
		for (const error of document.querySelectorAll(".katex-error"))
			faults.push(`formula: ${error.textContent}`);
		for (const chart of document.querySelectorAll(".chart, .graph-frame"))
			if (chart.querySelector("svg") === null)
				faults.push(`not drawn: ${chart.className}`);
		return faults;
	});
	await page.evaluate(axe);
	const violations = await page.evaluate(async () => {
		const run = Reflect.get(window, "axe") as {
			run(): Promise<{
				violations: { id: string; nodes: { html: string }[] }[];
			}>;
		};
		return (await run.run()).violations.map(
			({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 200) ?? ""}`,
		);
	});
	return [...inPage, ...violations];
}

for (const view of views.slice(0, process.env.CHAINRULE_ALL_VIEWS ? 4 : 2)) {
	const { locale, colorScheme, width } = view;
	test(`are readable: ${locale}, ${colorScheme}, ${width} px`, async () => {
		const context = await browser.newContext({
			locale,
			colorScheme,
			viewport: { width, height: 900 },
			reducedMotion: "reduce",
		});
		context.setDefaultTimeout(30_000);
		const faults: Record<string, string[]> = {};
		const page = await context.newPage();
		let complaints: string[] = [];
		page.on("console", (message) => {
			if (message.type() === "error") complaints.push(message.text());
		});
		page.on("pageerror", (error) => complaints.push(error.message));
		for (const slug of await listBuiltInSlugs()) {
			complaints = [];
			await page.goto(`${site.url}/exercises/${slug}`);
			for (const picture of await page.locator(".picture").all())
				await picture.scrollIntoViewIfNeeded();
			await page
				.waitForFunction(
					() =>
						[...document.querySelectorAll(".chart, .graph-frame")].every(
							(frame) => frame.querySelector("svg") !== null,
						),
					undefined,
					{ timeout: 10_000 },
				)
				.catch(() => undefined); // named among the faults
			const found = [...(await faultsOf(page)), ...complaints];
			if (found.length > 0) faults[slug] = found;
			if (screenshots) {
				mkdirSync(screenshots, { recursive: true });
				await page.locator(".statement").first().scrollIntoViewIfNeeded();
				await page.screenshot({
					path: join(screenshots, `${slug}-${locale}-${width}.png`),
					fullPage: width < 600,
				});
			}
		}
		await context.close();
		expect(faults).toEqual({});
	}, 600_000);
}
