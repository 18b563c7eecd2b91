/** What an operator sees: one command that starts everything, an instructor made, a clean stop. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { listBuiltInSlugs } from "../../grader/bundles/read-bundle.ts";
import { ApiClient } from "./api-client.ts";
import { descendantsOf, freePort, isRunning, startSite } from "./site.ts";

const main = resolve(import.meta.dirname, "../../grader/cli/main.ts");

test("serves the course, tells how to make the first instructor, and stops cleanly on a signal", async () => {
	const site = await startSite();
	expect(site.output()).toContain(`Chainrule is ready at ${site.url}`);
	expect(site.output()).toContain(
		"npx chainrule user role <e-mail> instructor",
	);
	expect(
		site
			.output()
			.match(/published \S+/g)
			?.sort(),
	).toEqual((await listBuiltInSlugs()).map((slug) => `published ${slug}`));

	const client = new ApiClient(site.url);
	const signedUp = await client.request("/api/auth/sign-up/email", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({
			name: "Emmy",
			email: "emmy@example.org",
			password: "noether rings",
		}),
	});
	expect(signedUp.status).toBe(200);
	const makeInstructor = (email: string) =>
		spawnSync(
			process.execPath,
			[main, "user", "role", email, "instructor", "--data", site.data],
			{ encoding: "utf8" },
		);
	expect(makeInstructor("emmy@example.org")).toMatchObject({
		status: 0,
		stdout: "emmy@example.org is now an instructor\n",
	});
	expect(makeInstructor("nobody@example.org")).toMatchObject({
		status: 2,
		stderr:
			"chainrule: nobody has signed up as nobody@example.org; sign up in the browser first\n",
	});

	for (const path of ["/healthz", "/readyz", "/metrics"]) {
		expect((await client.request(path)).status, path).toBe(200);
	}
	for (const path of ["/exercises/%ff", "/api/v1/exercises/%ff"]) {
		const refused = await client.request(path);
		expect(refused.status, path).toBe(400);
		expect(await refused.json()).toMatchObject({
			status: 400,
			detail: "The address holds a percent sign that encodes no text.",
		});
	}
	const started = descendantsOf(site.process.pid ?? 0);
	expect(started.length).toBeGreaterThanOrEqual(4);
	expect(await site.stop()).toBe(0);
	expect(site.output()).not.toContain("did not stop in time");
	await vi.waitFor(
		() => expect(started.filter(({ pid }) => isRunning(pid))).toEqual([]),
		{ timeout: 5_000 },
	);
}, 120_000);

test("says which port is taken, and ends", async () => {
	const site = await startSite();
	const port = new URL(site.url).port;
	const second = spawnSync(
		process.execPath,
		[main, "serve", "--port", port, "--data", join(site.data, "other")],
		{ encoding: "utf8", timeout: 60_000 },
	);
	expect(second.status).toBe(2);
	expect(second.stderr).toContain(
		`chainrule: port ${port} on 127.0.0.1 is taken; choose another with --port`,
	);
	await site.stop();
}, 120_000);

test.each([
	[
		"CHAINRULE_LIMIT_READS_ACCOUNT",
		"many",
		'is \\"off\\" or how many at once and how many a minute, such as 30/30; not \\"many\\"',
	],
	[
		"CHAINRULE_URL",
		"course.example.org",
		'is an address such as https://course.example.org, not \\"course.example.org\\"',
	],
])(
	"ends with 2 when %s is wrong, rather than starting again and again",
	async (setting, value, reason) => {
		const data = mkdtempSync(join(tmpdir(), "chainrule-settings-"));
		const port = String(await freePort());
		const { status, stdout } = spawnSync(
			process.execPath,
			[main, "serve", "--port", port, "--data", data],
			{
				encoding: "utf8",
				env: { ...process.env, [setting]: value },
				timeout: 200_000,
			},
		);
		rmSync(data, { recursive: true });
		expect(stdout).toContain(`${setting} ${reason}`);
		expect(stdout).not.toContain("Chainrule is ready");
		expect(status).toBe(2);
	},
);
