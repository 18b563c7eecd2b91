/** The pages around the exercises: contents, map, search, glossary and paper, in a real browser. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { chapters } from "../../exercises/chapters.ts";
import { glossary } from "../../exercises/glossary.ts";
import {
	builtInFolder,
	listBuiltInSlugs,
	readBundle,
} from "../../grader/bundles/read-bundle.ts";
import { ApiClient } from "./api-client.ts";
import { launchBrowser } from "./browser.ts";
import { type Site, startSite } from "./site.ts";

const slugs = await listBuiltInSlugs();
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
	javaScriptEnabled?: boolean;
}

/** A page that complains of errors, which a script or style against the page's policy is as well. */
async function openPage(path: string, reader: Reader = {}): Promise<Page> {
	context = await browser.newContext({
		locale: reader.locale ?? "en",
		colorScheme: reader.colorScheme ?? "light",
		viewport: { width: reader.width ?? 1440, height: 900 },
		reducedMotion: "reduce",
		javaScriptEnabled: reader.javaScriptEnabled ?? true,
	});
	context.setDefaultTimeout(30_000);
	const page = await context.newPage();
	page.on("console", (message) => {
		if (message.type() === "error")
			complaints.push(`console: ${message.text()}`);
	});
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	page.on("request", (request) => {
		if (!request.url().startsWith(site.url))
			complaints.push(`leaves the machine: ${request.url()}`);
	});
	await page.goto(site.url + path);
	return page;
}

async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		const run = Reflect.get(window, "axe") as {
			run(): Promise<{
				violations: { id: string; nodes: { html: string }[] }[];
			}>;
		};
		return (await run.run()).violations.map(
			({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`,
		);
	});
}

async function isWiderThanScreen(page: Page): Promise<boolean> {
	return page.evaluate(
		() => document.documentElement.scrollWidth > window.innerWidth,
	);
}

/** A guest who has solved the given exercises. */
async function solve(page: Page, solved: string[]): Promise<void> {
	const client = new ApiClient(site.url);
	await client.signInAsGuest();
	for (const slug of solved) {
		const source = readFileSync(
			join(builtInFolder, slug, "solution.ts"),
			"utf8",
		);
		const { id } = (await (await client.submit(slug, source)).json()) as {
			id: string;
		};
		await expect
			.poll(
				async () =>
					(
						(await (
							await client.request(`/api/v1/submissions/${id}`)
						).json()) as { status: string }
					).status,
				{ timeout: 30_000 },
			)
			.toBe("accepted");
	}
	await page.context().addCookies(
		client.cookie.split("; ").map((cookie) => {
			const [, name = "", value = ""] = /^([^=]*)=(.*)$/.exec(cookie) ?? [];
			return { name, value, url: site.url };
		}),
	);
}

test("shows each chapter's goal and time, and what is left once it is begun", async () => {
	const page = await openPage("/");
	const bundles = await Promise.all(
		slugs.map((slug) => readBundle(join(builtInFolder, slug))),
	);
	const first = bundles.filter(({ exercise }) => exercise.chapter === 1);
	const [begun] = first.toSorted(
		(one, other) => one.exercise.order - other.exercise.order,
	);
	if (begun === undefined) throw new Error("chapter 1 has no exercise");
	const chapter = page.getByRole("region", { name: "Basic concepts" });
	await chapter.getByText(chapters[0]?.goal.en ?? "").waitFor();
	await chapter.getByText(`0 of ${first.length} solved`).waitFor();
	expect(await page.getByText(/min left$/).count()).toBe(0);

	await solve(page, [begun.exercise.slug]);
	await page.reload();
	await chapter.getByText(`1 of ${first.length} solved`).waitFor();
	const left = first
		.filter((one) => one !== begun)
		.reduce((sum, { exercise }) => sum + exercise.minutes, 0);
	await chapter
		.getByText(
			left < 60
				? `${left} min left`
				: new RegExp(`${Math.floor(left / 60)} h( ${left % 60} min)? left`),
		)
		.waitFor();
	// The next exercise is offered on top and marked in its place.
	expect(await page.locator(".next-tag").count()).toBe(1);
	const next = await page.locator(".chain-next h3 a").getAttribute("href");
	expect(await page.locator(".hero-action a").getAttribute("href")).toBe(next);
});

test("leads to a chapter from the contents on a phone, by touch and without scripts", async () => {
	for (const javaScriptEnabled of [true, false]) {
		const page = await openPage("/", { width: 390, javaScriptEnabled });
		const list = page.getByRole("navigation", { name: "Chapters" });
		expect(await list.isVisible()).toBe(false);
		await page.getByRole("button", { name: "Chapters" }).click();
		await list.waitFor();
		await list.getByRole("link", { name: /Gradient descent/ }).click();
		const heading = page.getByRole("heading", { name: "Gradient descent" });
		await expect
			.poll(async () => (await heading.boundingBox())?.y ?? 9999)
			.toBeLessThan(300);
		// The bar must not cover what it led to.
		expect((await heading.boundingBox())?.y).toBeGreaterThan(90);
		if (javaScriptEnabled) {
			expect(await list.isVisible()).toBe(false);
			await page
				.getByRole("button", { name: /5 · Gradient descent/ })
				.waitFor();
		}
		await context.close();
	}
});

test("draws the map with links and states, reachable by keyboard, and says the same in a list", async () => {
	const page = await openPage("/map");
	const boxes = page.locator(".map-box");
	expect(await boxes.count()).toBe(slugs.length);
	expect(await page.locator(".map-list li").count()).toBe(slugs.length);
	await page
		.getByRole("link", {
			name: /^Chapter 1 · Ready The weighted sum of a neuron/,
		})
		.waitFor();

	await solve(page, ["neuron-weighted-sum"]);
	await page.reload();
	await page
		.getByRole("link", {
			name: /^Chapter 1 · Solved The weighted sum of a neuron/,
		})
		.waitFor();
	// It builds on nothing else.
	await page
		.getByRole("link", { name: /^Chapter 1 · Ready From threshold to bias/ })
		.waitFor();
	const [inPicture, inList] = [
		await boxes.locator(".map-chapter").allTextContents(),
		await page.locator(".map-list-state").allTextContents(),
	];
	expect(inPicture.map((text) => text.split(" · ")[1])).toEqual(inList);
	const arrows = await page.locator("path.arrow").count();
	const roots = await page.locator(".map-list-roots").allTextContents();
	expect(roots.reduce((sum, text) => sum + text.split("; ").length, 0)).toBe(
		arrows,
	);

	// On a phone the picture opens where the student is.
	await page.setViewportSize({ width: 390, height: 844 });
	await page.reload();
	const isInSight = async (): Promise<boolean> => {
		const [frame, box] = await Promise.all([
			page.locator(".map-frame").boundingBox(),
			page.locator(".map-box[data-next] rect").boundingBox(),
		]);
		if (frame === null || box === null) return false;
		return (
			box.x >= frame.x &&
			box.x + box.width <= frame.x + frame.width &&
			box.y >= frame.y &&
			box.y + box.height <= frame.y + frame.height
		);
	};
	await expect.poll(isInSight).toBe(true);

	await boxes.last().focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/exercises\//);
});

test("searches from any page with a key, marks the words and leads on", async () => {
	const page = await openPage("/leaderboard");
	await page.keyboard.press("/");
	await page.keyboard.type("learning rate");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/search\?q=learning/);
	await page.getByRole("heading", { name: "Exercises" }).waitFor();
	expect(await page.title()).toContain("learning rate");
	expect(
		new Set(
			(await page.locator("mark").allTextContents()).map((text) =>
				text.toLowerCase(),
			),
		),
	).toEqual(new Set(["learning", "rate"]));
	await page.getByText("Chapter 5 · Gradient descent").waitFor();
	await page.getByRole("link", { name: "Choosing the learning rate" }).click();
	await page.waitForURL(/\/exercises\/learning-rate-lab/);

	await page.goto(`${site.url}/search?q=grdaient`);
	await page.getByText("Did you mean").waitFor();
	await page
		.getByRole("link", { name: /^gradient/i })
		.first()
		.click();
	await page.locator(".found-exercises li").first().waitFor();

	await page.goto(`${site.url}/search?q=${encodeURIComponent("<b>(x")}`);
	await page.getByText("Nothing has all these words").waitFor();
});

test("turns the search key off for who presses it by accident", async () => {
	const page = await openPage("/search");
	await page.getByRole("button", { name: "Turn the key off" }).click();
	await page.getByRole("button", { name: "Turn the key on" }).waitFor();
	await page.goto(`${site.url}/glossary`);
	await page.getByRole("heading", { name: "Glossary" }).waitFor();
	await page.keyboard.press("/");
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe(
		"BODY",
	);
});

test("finds Chinese inside a sentence, and a page of either language without scripts", async () => {
	const page = await openPage("/", {
		locale: "zh-CN",
		javaScriptEnabled: false,
	});
	await page.getByLabel("搜索练习与术语").fill("链式法则");
	await page.getByLabel("搜索练习与术语").press("Enter");
	await page.getByRole("heading", { name: "术语", exact: true }).waitFor();
	expect(new Set(await page.locator("mark").allTextContents())).toEqual(
		new Set(["链式法则"]),
	);
});

test("leads from a statement to the term, and filters the glossary", async () => {
	const page = await openPage("/exercises/softmax-cross-entropy");
	const link = page.locator(".statement .term-link", {
		hasText: /^one-hot$/,
	});
	expect(await link.count()).toBe(1);
	await link.click();
	await page.waitForURL(/\/glossary#one-hot/);
	await page.locator("#one-hot:target").waitFor();

	const terms = page.locator(".term");
	expect(await terms.count()).toBe(glossary.length);
	await page.getByLabel("Filter the terms").fill("梯度下");
	await expect.poll(() => terms.count()).toBe(1);
	await page.getByText("1 term", { exact: true }).waitFor();
	await page.getByLabel("Filter the terms").fill("nothing like it");
	await page.getByText("No term matches “nothing like it”").waitFor();
});

test("filters the glossary without scripts", async () => {
	const page = await openPage("/glossary?q=softmax", {
		javaScriptEnabled: false,
	});
	expect(await page.locator(".term").count()).toBeLessThan(glossary.length);
	await page.locator("#softmax").waitFor();
});

test("prints a statement with its cases, black on white, and only the hints that were opened", async () => {
	const page = await openPage("/exercises/net222-train", {
		colorScheme: "dark",
	});
	await page.getByRole("link", { name: "Print view" }).click();
	await page.getByRole("heading", { name: "Visible cases" }).waitFor();
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute("data-printed", "");
	});
	await page.getByRole("button", { name: "Print" }).click();
	await page.locator("body[data-printed]").waitFor({ state: "attached" });

	const hints = page.locator(".sheet-hints details");
	await hints.first().locator("summary").click();
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	expect(await hints.first().isVisible()).toBe(true);
	expect(await hints.nth(1).isVisible()).toBe(false);
	expect(await page.locator(".site-header").isVisible()).toBe(false);
	expect(await page.locator(".print-tools").isVisible()).toBe(false);
	const paper = await page.evaluate(() => {
		const sheet = document.querySelector(".sheet .statement p");
		return [
			getComputedStyle(sheet ?? document.body).color,
			getComputedStyle(document.documentElement).backgroundColor,
		];
	});
	expect(paper).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
	// What is wider than an A4 page would be cut off.
	await page.setViewportSize({ width: 673, height: 1000 });
	expect(await isWiderThanScreen(page)).toBe(false);
});

test("needs no sideways scrolling at 320 pixels, as at fourfold magnification", async () => {
	const page = await openPage("/", { width: 320 });
	for (const path of ["/", "/map", "/search?q=gradient", "/glossary"]) {
		await page.goto(site.url + path);
		expect(await isWiderThanScreen(page), path).toBe(false);
	}
});

for (const reader of [
	{ locale: "en", colorScheme: "light", width: 1440 },
	{ locale: "zh-CN", colorScheme: "dark", width: 390 },
	{ locale: "zh-CN", colorScheme: "light", width: 1440 },
	{ locale: "en", colorScheme: "dark", width: 390 },
] as const) {
	test(`has no accessibility violation and no sideways scrolling: ${reader.locale}, ${reader.colorScheme}, ${reader.width} px`, async () => {
		const page = await openPage("/", reader);
		// The header of who is not signed in is the widest.
		await page.waitForLoadState("load");
		expect(await isWiderThanScreen(page), "signed out").toBe(false);
		await solve(page, ["neuron-weighted-sum"]);
		const titles = new Set<string>();
		for (const path of [
			"/",
			"/map",
			"/search",
			"/search?q=gradient",
			"/search?q=grdaient",
			"/glossary#chain-rule",
			"/glossary?q=zzz",
			"/exercises/softmax-cross-entropy",
			"/exercises/softmax-cross-entropy/print",
		]) {
			await page.goto(site.url + path);
			await page.waitForLoadState("load");
			expect(await page.evaluate(() => document.documentElement.lang)).toBe(
				reader.locale === "en" ? "en" : "zh-Hans",
			);
			expect(await isWiderThanScreen(page), `${path} is too wide`).toBe(false);
			expect(await findViolations(page), path).toEqual([]);
			titles.add(await page.title());
		}
		// The glossary's two pages share a title.
		expect(titles.size).toBe(8);
	});
}
