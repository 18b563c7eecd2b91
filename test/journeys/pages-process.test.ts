/** Pages come from a process of their own, which may die at any moment without a reader noticing. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ApiClient } from "./api-client.ts";
import { descendantsOf, type Site, startSite } from "./site.ts";

const kills = 5;
const readers = 4;
const paths = ["/", "/exercises/nonlinear-backward", "/leaderboard"];

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site.stop());

const findPages = () =>
	descendantsOf(site.process.pid ?? 0).find(({ command }) =>
		command.includes("web/pages.ts"),
	)?.pid;

/** Pages made until now, by the process that made them. */
async function countPages(): Promise<Record<string, number>> {
	const text = await (await fetch(`${site.url}/metrics`)).text();
	const counts: Record<string, number> = {};
	for (const [, by = "", count] of text.matchAll(
		/^chainrule_page_seconds_count\{rendered_by="(\w+)",status="200"\} (\d+)$/gm,
	))
		counts[by] = Number(count);
	return counts;
}

/** Reads until the pages process has made one. */
const waitForPages = () =>
	vi.waitFor(
		async () => {
			const { pages: before = 0 } = await countPages();
			await (await fetch(site.url)).text();
			expect((await countPages()).pages ?? 0).toBeGreaterThan(before);
		},
		{ timeout: 60_000, interval: 100 },
	);

test("every page comes whole while the pages process is killed again and again", async () => {
	await waitForPages();
	let isOver = false;
	let read = 0;
	const reading = Array.from({ length: readers }, async (_, reader) => {
		for (let page = reader; !isOver; page++) {
			const response = await fetch(site.url + paths[page % paths.length]);
			expect(response.status).toBe(200);
			expect(response.headers.get("content-security-policy")).toContain(
				"'nonce-",
			);
			expect((await response.text()).trimEnd()).toMatch(/<\/html>$/);
			read++;
		}
	});
	for (let kill = 0; kill < kills; kill++) {
		const pid = findPages();
		if (pid !== undefined) process.kill(pid, "SIGKILL");
		const before = read;
		// Enough that some were under way, or came while nobody listened.
		await vi.waitFor(() => expect(read).toBeGreaterThan(before + readers), {
			timeout: 30_000,
		});
		expect(findPages()).not.toBe(pid);
		await waitForPages();
	}
	isOver = true;
	await Promise.all(reading);
	expect((await countPages()).web).toBeGreaterThan(0);
	const metrics = await (await fetch(`${site.url}/metrics`)).text();
	expect(metrics).toMatch(/^chainrule_pages_process_cpu_seconds_total \d/m);
}, 180_000);

test("a session that ends is over in the pages process at once", async () => {
	await waitForPages();
	const client = new ApiClient(site.url);
	const post = (path: string, body: unknown) =>
		client.request(path, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
		});
	await client.signInAsGuest();
	const { pages: before = 0 } = await countPages();
	const page = async () => (await client.request("/leaderboard")).text();
	// Only who is signed in may choose a name.
	expect(await page()).toContain('id="shown-name"');
	expect((await post("/api/auth/sign-out", {})).status).toBe(200);
	expect(await page()).not.toContain('id="shown-name"');
	expect((await countPages()).pages).toBe(before + 2);
});
