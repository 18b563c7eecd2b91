/**
 * Fills a database with an earlier commit's own code: `node make.ts <checkout of that commit> <its id>`, where the checkout
 * has its `node_modules`. Writes `database.sqlite.gz` and `made.json` beside this file. What is here was made once from
 * the commit that `made.json` names, the last one whose first migration made other indexes than it says today; to make
 * it anew: clone the repository, check that commit out, `npm ci`, run this.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import Connection from "better-sqlite3";

const [checkout = "", commit = ""] = process.argv.slice(2);
const data = resolve(checkout, "data-of-an-earlier-release");
rmSync(data, { recursive: true, force: true });
process.env.CHAINRULE_DATA = data;

const load = (file: string) => import(resolve(checkout, file));
const { openStore } = await load("db/open-store.ts");
const { publishBuiltIn } = await load("grader/cli/publish-built-in.ts");
const { Worker } = await load("grader/worker/worker.ts");
const { handleAuth } = await load("web/server/handle-auth.ts");

const store = openStore({ file: join(data, "chainrule.sqlite") });
await publishBuiltIn(store, () => undefined);

interface Person {
	userId: string;
	cookie: string;
}

async function enter(
	path: string,
	body: object,
	cookie?: string,
): Promise<Person> {
	const response: Response = await handleAuth(
		new Request(`http://localhost:3000/api/auth/${path}`, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				origin: "http://localhost:3000",
				host: "localhost:3000",
				...(cookie === undefined ? {} : { cookie }),
			},
			body: JSON.stringify(body),
		}),
	);
	if (!response.ok)
		throw new Error(`${path}: ${response.status} ${await response.text()}`);
	const { user } = (await response.json()) as { user: { id: string } };
	const [set = ""] = response.headers.getSetCookie();
	return { userId: user.id, cookie: set.split(";")[0] ?? "" };
}

const signUp = (name: string, cookie?: string) =>
	enter(
		"sign-up/email",
		{
			name,
			email: `${name.toLowerCase()}@example.org`,
			password: "correct horse battery",
		},
		cookie,
	);
const startAsGuest = () => enter("sign-in/anonymous", {});

const submit = (userId: string, slug: string, source: string) =>
	store.createSubmission({
		userId,
		slug,
		language: "typescript",
		source,
		now: Date.now(),
	});
const saveDraft = (userId: string, slug: string, source: string) =>
	store.saveDraft({ userId, slug, source, baseRevision: 0, now: Date.now() });
const bundled = (slug: string, file: string) =>
	readFileSync(resolve(checkout, "exercises", slug, file), "utf8");

const ada = await signUp("Ada");
const bobAsGuest = await startAsGuest();
const guest = await startAsGuest();
await store.setRole("ada@example.org", "instructor");

await submit(
	ada.userId,
	"linear-graph",
	bundled("linear-graph", "solution.ts"),
);
await submit(
	ada.userId,
	"nonlinear-backward",
	bundled("nonlinear-backward", "wrong/factor-2-forgotten.ts"),
);
await submit(
	ada.userId,
	"nonlinear-backward",
	bundled("nonlinear-backward", "solution.ts"),
);
await submit(
	bobAsGuest.userId,
	"net222-forward",
	bundled("net222-forward", "wrong/bias-forgotten.ts"),
);
await submit(
	bobAsGuest.userId,
	"nonlinear-solve",
	bundled("nonlinear-solve", "wrong/while-true.ts"),
);
await submit(
	guest.userId,
	"net222-train",
	bundled("net222-train", "starter.ts"),
);
await submit(guest.userId, "nonlinear-solve", "const half = ;\n");
await submit(
	guest.userId,
	"nonlinear-forward",
	"export function forward() { throw new Error('not yet'); }\n",
);
await saveDraft(ada.userId, "net222-train", "// of an account\n");
await saveDraft(bobAsGuest.userId, "net222-train", "// of a guest\n");
await saveDraft(guest.userId, "linear-graph", "// still a guest\n");

const silent = { info: () => undefined, error: console.error };
const worker = new Worker(store, { id: "worker-1", size: 1, log: silent });
const working = worker.run();
for (;;) {
	const { queued, running } = await store.countQueue();
	if (queued + running === 0) break;
	await new Promise((wake) => setTimeout(wake, 50));
}
worker.stop();
await working;

const bob = await signUp("Bob", bobAsGuest.cookie);
// Two that this release never finished: one waits, one was begun by a worker that died.
await submit(bob.userId, "linear-graph", bundled("linear-graph", "starter.ts"));
await store.claimNextSubmission({
	workerId: "worker-2",
	leaseMs: 1000,
	now: Date.now(),
});
await submit(
	guest.userId,
	"nonlinear-backward",
	bundled("nonlinear-backward", "solution.ts"),
);
await store.close();
// What signing in opened; a file changes its journal only when nobody else has it open.
for (const name of ["chainruleDatabase", "chainruleStore"]) {
	const opened = Reflect.get(globalThis, name);
	await (opened?.$client ?? opened)?.close();
}

const connection = new Connection(join(data, "chainrule.sqlite"));
connection.pragma("journal_mode = DELETE");
connection.exec("VACUUM");
connection.close();
writeFileSync(
	join(import.meta.dirname, "database.sqlite.gz"),
	gzipSync(readFileSync(join(data, "chainrule.sqlite")), { level: 9 }),
);
writeFileSync(
	join(import.meta.dirname, "made.json"),
	`${JSON.stringify(
		{
			commit,
			madeAt: new Date().toISOString(),
			engine: { node: process.versions.node, v8: process.versions.v8 },
			cookies: { ada: ada.cookie, bob: bob.cookie, guest: guest.cookie },
		},
		null,
		"\t",
	)}\n`,
);
rmSync(data, { recursive: true, force: true });
process.exit(0);
