/** What an operator relies on: a TLS proxy in front, secrets that stay inside, a backup under load, an installation that is only read. */
import { spawn } from "node:child_process";
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Connection from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyReceipts } from "../../grader/cli/verify-receipts.ts";
import { ApiClient } from "./api-client.ts";
import { descendantsOf, type Site, startSite } from "./site.ts";
import { startTlsProxy, type TlsProxy } from "./tls-proxy.ts";

const project = resolve(import.meta.dirname, "../..");
const main = join(project, "grader/cli/main.ts");
const solution = readFileSync(
	join(project, "exercises/nonlinear-backward/solution.ts"),
	"utf8",
);

let site: Site;
let proxy: TlsProxy;
let builtBefore: string;
beforeAll(async () => {
	builtBefore = listInstallation();
	// One student makes the load of a class.
	site = await startSite(undefined, {
		CHAINRULE_LIMIT_SUBMISSIONS_ACCOUNT: "off",
		CHAINRULE_MAX_WAITING: "100000",
	});
	proxy = await startTlsProxy(site.url);
}, 300_000);
afterAll(async () => {
	await proxy?.close();
	await site?.stop();
}, 60_000);

/** Every file that a server could write into its own installation, with size and time. */
function listInstallation(): string {
	return (
		["web", "node_modules/.cache"]
			.flatMap((folder) =>
				readdirSync(join(project, folder), {
					recursive: true,
					encoding: "utf8",
				}).map((name) => {
					const { size, mtimeMs } = statSync(join(project, folder, name));
					return `${folder}/${name} ${size} ${mtimeMs}`;
				}),
			)
			// What the command line measures of a version is kept there by `chainrule grade`, not by serving.
			.filter((line) => !line.includes("/proofs-"))
			.sort()
			.join("\n")
	);
}

const pages = [
	"/",
	"/exercises/nonlinear-backward",
	"/exercises/none-of-this-name",
	"/leaderboard",
	"/account",
	"/sign-in",
	"/sign-up",
	"/no/such/page",
];

test.each(pages)(
	"gives %s a strict policy and asks for nothing it does not need",
	async (page) => {
		const { headers, text } = await proxy.ask(page);
		const policy = new Map(
			String(headers["content-security-policy"])
				.split("; ")
				.map((directive) => {
					const [name = "", ...sources] = directive.split(" ");
					return [name, sources.join(" ")] as const;
				}),
		);
		const nonce = /^'self' 'nonce-([0-9a-f-]{36})'$/.exec(
			policy.get("script-src") ?? "",
		)?.[1];
		expect(nonce).toBeDefined();
		expect(Object.fromEntries(policy)).toMatchObject({
			"default-src": "'self'",
			"connect-src": "'self'",
			"worker-src": "'self'",
			"frame-src": "'none'",
			"object-src": "'none'",
			"base-uri": "'none'",
			"form-action": "'self'",
			"frame-ancestors": "'none'",
		});
		// Every script of the page bears the nonce of this answer, or none of them would run.
		const scripts = text.match(/<script\b[^>]*>/g) ?? [];
		expect(scripts.length).toBeGreaterThan(0);
		for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
		expect(text).not.toMatch(/\son[a-z]+="/);
		expect(headers).toMatchObject({
			"x-content-type-options": "nosniff",
			"referrer-policy": "same-origin",
			"x-frame-options": "DENY",
			"cross-origin-opener-policy": "same-origin",
			"cross-origin-resource-policy": "same-origin",
			"permissions-policy": expect.stringContaining("camera=()"),
			"strict-transport-security": "max-age=31536000",
		});
		expect(headers).not.toHaveProperty("x-powered-by");
		const again = await proxy.ask(page);
		expect(again.headers["content-security-policy"]).not.toContain(nonce);
	},
);

test("says nothing of https where it is seen without", async () => {
	const { headers } = await fetch(site.url);
	expect(headers.get("strict-transport-security")).toBeNull();
	expect(headers.get("content-security-policy")).toContain("script-src 'self'");
});

test.each([
	"/api/v1/exercises",
	"/api/v1/openapi.json",
	"/api/auth/get-session",
	"/healthz",
	"/readyz",
	"/metrics",
])("lets %s do nothing, should a browser show it as a page", async (path) => {
	const { status, headers } = await proxy.ask(path);
	expect(status).toBe(200);
	expect(headers).toMatchObject({
		"content-security-policy":
			"default-src 'none'; frame-ancestors 'none'; sandbox",
		"x-content-type-options": "nosniff",
		"cross-origin-resource-policy": "same-origin",
	});
});

/** Starts as a guest behind the proxy. @returns the cookie to send */
async function startBehindProxy(): Promise<{ set: string; cookie: string }> {
	const { status, headers } = await proxy.ask("/api/auth/sign-in/anonymous", {
		method: "POST",
		body: {},
	});
	expect(status).toBe(200);
	const [set = ""] = [headers["set-cookie"]].flat();
	return { set, cookie: set.split(";")[0] ?? "" };
}

test("gives cookies that only https carries and no script reads, and takes writes from its own pages only", async () => {
	const { set, cookie } = await startBehindProxy();
	expect(set).toMatch(/^__Secure-chainrule\.session_token=/);
	for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
		expect(set.split("; ")).toContain(attribute);
	const draft = { source: "mine", baseRevision: 0 };
	const save = (origin: string) =>
		proxy.ask("/api/v1/drafts/nonlinear-backward", {
			method: "PUT",
			headers: { cookie, origin },
			body: draft,
		});
	expect((await save(proxy.origin)).status).toBe(200);
	expect((await save("https://evil.example")).status).toBe(403);
	expect((await save(site.url)).status).toBe(403);
});

test("passes a submission's events through the proxy as they happen", async () => {
	const { cookie } = await startBehindProxy();
	const posted = await proxy.ask("/api/v1/submissions", {
		method: "POST",
		headers: { cookie },
		body: {
			// An endless loop: grading takes long enough to be watched.
			exercise: "nonlinear-solve",
			language: "typescript",
			source: readFileSync(
				join(project, "exercises/nonlinear-solve/wrong/while-true.ts"),
				"utf8",
			),
		},
	});
	expect(posted.status).toBe(202);
	const { id } = JSON.parse(posted.text) as { id: string };
	const seenAt: number[] = [];
	const { headers, text } = await proxy.ask(
		`/api/v1/submissions/${id}/events`,
		{ headers: { cookie, "accept-encoding": "gzip, br" } },
		(read) => {
			seenAt.push(performance.now());
			return read.includes("time_limit");
		},
	);
	expect(headers["content-type"]).toContain("text/event-stream");
	expect(headers["content-encoding"]).toBeUndefined();
	expect(headers["cache-control"]).toContain("no-transform");
	expect(text).toMatch(/event: progress\n.*event: verdict\n.*time_limit/s);
	// Held back anywhere on the way, all of it would have come at once.
	expect(seenAt.length).toBeGreaterThanOrEqual(2);
});

function readSecrets(data: string): { name: string; value: string }[] {
	const db = new Connection(join(data, "chainrule.sqlite"), { readonly: true });
	try {
		return db
			.prepare<[], { name: string; value: string }>("SELECT * FROM secrets")
			.all();
	} finally {
		db.close();
	}
}

test("keeps its secrets out of every process's environment and arguments, its log, and what browsers get", async () => {
	const secrets = readSecrets(site.data);
	expect(secrets.map(({ name }) => name).sort()).toEqual(["auth", "seeds"]);
	for (const { value } of secrets) expect(value).toMatch(/^[0-9a-f]{64}$/);
	const everywhere: [string, string][] = [["the log", site.output()]];
	const processes = [
		{ pid: site.process.pid ?? 0, command: "serve" },
		...descendantsOf(site.process.pid ?? 0),
	];
	expect(processes.length).toBeGreaterThanOrEqual(5);
	for (const { pid, command } of processes) {
		everywhere.push([`the arguments of ${pid}`, command]);
		try {
			const environment = readFileSync(`/proc/${pid}/environ`, "latin1");
			everywhere.push([`the environment of ${pid}`, environment]);
			// A child of the sandbox is given nothing but a time zone.
			if (command.includes("sandbox-child"))
				expect(environment).not.toContain("CHAINRULE");
		} catch (error) {
			// A child may end while we look.
			expect(String(error)).toMatch(/ENOENT|ESRCH|EACCES/);
		}
	}
	for (const page of pages)
		everywhere.push([page, JSON.stringify(await proxy.ask(page))]);
	for (const path of ["/metrics", "/readyz", "/api/v1/openapi.json"])
		everywhere.push([path, JSON.stringify(await proxy.ask(path))]);
	for (const { name, value } of secrets)
		for (const [where, text] of everywhere)
			expect(text.includes(value), `"${name}" in ${where}`).toBe(false);
});

test("keeps its data for its own user", () => {
	expect(statSync(site.data).mode & 0o777).toBe(0o700);
	const names = readdirSync(site.data);
	expect(names).toContain("chainrule.sqlite-wal");
	for (const name of names)
		expect(statSync(join(site.data, name)).mode & 0o777, name).toBe(0o600);
});

function chainrule(
	...args: string[]
): Promise<{ code: number | null; out: string }> {
	const child = spawn(process.execPath, [main, ...args], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let out = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (text: Buffer) => {
			out += text;
		});
	return new Promise((done) =>
		child.once("close", (code) => done({ code, out })),
	);
}

test("is backed up under load, and goes on elsewhere: people signed in, receipts equal, what waited graded", async () => {
	const folder = mkdtempSync(join(tmpdir(), "chainrule-moved-"));
	const file = join(folder, "backup.tar");
	const client = new ApiClient(site.url);
	await client.signInAsGuest();
	const ids: string[] = [];
	let isDone = false;
	const load = (async () => {
		while (!isDone) {
			const answer = await client.submit(
				"nonlinear-backward",
				`${solution}// ${ids.length}\n`,
			);
			expect(answer.status).toBe(202);
			ids.push(((await answer.json()) as { id: string }).id);
		}
	})();
	await vi.waitFor(() => expect(ids.length).toBeGreaterThan(20), {
		timeout: 30_000,
	});
	const before = ids.length;
	const made = await chainrule("backup", file, "--data", site.data);
	const after = ids.length;
	isDone = true;
	await load;
	expect(made.code, made.out).toBe(0);
	expect(after).toBeGreaterThan(before);

	const data = join(folder, "data");
	const refused = await chainrule(
		...["restore", file, "--data", site.data, "--force"],
	);
	expect(refused.code).toBe(2);
	expect(refused.out).toContain("a server is running on");
	const restored = await chainrule(
		...["restore", file, "--data", data, "--replay", "10"],
	);
	expect(restored.code, restored.out).toBe(0);
	expect(restored.out).toMatch(/receipts: (\d+) of \1 verify\n/);
	expect(restored.out).toMatch(/graded again: (\d+) of \1 with the same/);
	expect(readSecrets(data)).toEqual(readSecrets(site.data));

	const second = await startSite(data);
	try {
		// The same cookie, elsewhere.
		const me = await fetch(`${second.url}/api/v1/me`, {
			headers: { cookie: client.cookie },
		});
		expect(me.status).toBe(200);
		// Everything acknowledged before the backup began is there, and ends accepted.
		for (const id of ids.slice(0, before)) {
			await vi.waitFor(
				async () => {
					const answer = await fetch(`${second.url}/api/v1/submissions/${id}`, {
						headers: { cookie: client.cookie },
					});
					expect(await answer.json()).toMatchObject({ status: "accepted" });
				},
				{ timeout: 60_000, interval: 100 },
			);
		}
		expect(await verifyReceipts(join(data, "chainrule.sqlite"))).toMatchObject({
			differing: [],
			incomparable: 0,
		});
	} finally {
		await second.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}, 240_000);

test("has written nothing into its own installation", () => {
	expect(listInstallation()).toBe(builtBefore);
});
