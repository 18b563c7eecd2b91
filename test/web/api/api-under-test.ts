/**
 * The API's route handlers behind a small table of addresses, on a store of their own in a temporary folder. Import this
 * before anything that opens a store.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { GradingJob, Store } from "../../../db/store.ts";
import type { Verdict } from "../../../grader/verdict.ts";
import * as auth from "../../../web/app/api/auth/[...all]/route.ts";
import * as rest from "../../../web/app/api/v1/[...rest]/route.ts";
import * as draft from "../../../web/app/api/v1/drafts/[slug]/route.ts";
import * as exercise from "../../../web/app/api/v1/exercises/[slug]/route.ts";
import * as exercises from "../../../web/app/api/v1/exercises/route.ts";
import * as leaderboard from "../../../web/app/api/v1/leaderboards/[slug]/route.ts";
import * as leaderboards from "../../../web/app/api/v1/leaderboards/route.ts";
import * as me from "../../../web/app/api/v1/me/route.ts";
import * as mySubmissions from "../../../web/app/api/v1/me/submissions/route.ts";
import * as openApi from "../../../web/app/api/v1/openapi.json/route.ts";
import * as operatorOverview from "../../../web/app/api/v1/operator/overview/route.ts";
import * as gradeAgain from "../../../web/app/api/v1/operator/submissions/[id]/grade-again/route.ts";
import * as events from "../../../web/app/api/v1/submissions/[id]/events/route.ts";
import * as submission from "../../../web/app/api/v1/submissions/[id]/route.ts";
import * as submissions from "../../../web/app/api/v1/submissions/route.ts";
import type { RouteHandler } from "../../../web/server/handle.ts";
import { getAuthDatabase, getStore } from "../../../web/server/store.ts";
import { exerciseVersion, verdictFor } from "../../db/temporary-store.ts";

const folder = mkdtempSync(join(tmpdir(), "chainrule-api-"));
process.env.CHAINRULE_DATA = folder;
delete process.env.CHAINRULE_URL;

afterAll(async () => {
	await (await getStore()).close();
	getAuthDatabase().$client.close();
	rmSync(folder, { recursive: true, force: true });
});

type Module = Partial<Record<"GET" | "POST" | "PUT", unknown>>;

/** The routes as Next would find them; the first that fits answers. */
const routes: [RegExp, Module][] = [
	[/^\/api\/auth\/(?<all>.+)$/, auth],
	[/^\/api\/v1\/exercises$/, exercises],
	[/^\/api\/v1\/exercises\/(?<slug>[^/]+)$/, exercise],
	[/^\/api\/v1\/submissions$/, submissions],
	[/^\/api\/v1\/submissions\/(?<id>[^/]+)$/, submission],
	[/^\/api\/v1\/submissions\/(?<id>[^/]+)\/events$/, events],
	[/^\/api\/v1\/drafts\/(?<slug>[^/]+)$/, draft],
	[/^\/api\/v1\/leaderboards$/, leaderboards],
	[/^\/api\/v1\/leaderboards\/(?<slug>[^/]+)$/, leaderboard],
	[/^\/api\/v1\/me$/, me],
	[/^\/api\/v1\/me\/submissions$/, mySubmissions],
	[/^\/api\/v1\/operator\/overview$/, operatorOverview],
	[/^\/api\/v1\/operator\/submissions\/(?<id>[^/]+)\/grade-again$/, gradeAgain],
	[/^\/api\/v1\/openapi\.json$/, openApi],
	[/^\/api\/v1\/(?<rest>.+)$/, rest],
];

/** Hands a request to the handler that Next would choose. */
export async function dispatch(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	for (const [pattern, module] of routes) {
		const match = pattern.exec(pathname);
		if (match === null) continue;
		// Next calls exports by the request's method; which of them exist is what its own types check.
		const handler = module[request.method as "GET"] as RouteHandler | undefined;
		if (handler === undefined) return new Response(null, { status: 405 });
		return handler(request, { params: Promise.resolve(match.groups) });
	}
	return new Response(null, { status: 404 });
}

/** Where the browser believes to be; Next's own `request.url` says localhost. */
export const origin = "http://course.example.org";

export interface Sending {
	body?: unknown;
	headers?: Record<string, string>;
}

/** A browser with a cookie jar of its own, whose pages are ours. */
export class Browser {
	readonly cookies = new Map<string, string>();
	/** The origin of the page that calls. */
	pageOrigin: string | null = origin;

	/** Calls the API; a `body` is sent as JSON. */
	async call(
		method: "GET" | "POST" | "PUT",
		path: string,
		{ body, headers = {} }: Sending = {},
	): Promise<Response> {
		const sent = new Headers({ "x-forwarded-host": "course.example.org" });
		if (this.cookies.size > 0) {
			const pairs = [...this.cookies].map(
				([name, value]) => `${name}=${value}`,
			);
			sent.set("cookie", pairs.join("; "));
		}
		if (method !== "GET" && this.pageOrigin !== null) {
			sent.set("origin", this.pageOrigin);
		}
		if (body !== undefined) sent.set("content-type", "application/json");
		for (const [name, value] of Object.entries(headers)) sent.set(name, value);
		const response = await dispatch(
			new Request(`http://localhost:3000${path}`, {
				method,
				headers: sent,
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			}),
		);
		for (const line of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (name !== undefined && value !== undefined) {
				this.cookies.set(name, value);
			}
		}
		return response;
	}

	/** Begins a guest's session. */
	async startAsGuest(): Promise<{ token: string; user: { id: string } }> {
		const response = await this.call("POST", "/api/auth/sign-in/anonymous", {
			body: {},
		});
		return response.json();
	}

	/** Makes an account, or with `isNew` false signs in to it. */
	async enter(name: string, isNew = true): Promise<Response> {
		const body = {
			name,
			email: `${name.toLowerCase()}@example.org`,
			password: "correct horse battery",
		};
		return this.call("POST", `/api/auth/sign-${isNew ? "up" : "in"}/email`, {
			body,
		});
	}
}

/** A browser in which a new guest is at work. */
export async function openAsGuest(): Promise<Browser> {
	const browser = new Browser();
	await browser.startAsGuest();
	return browser;
}

/** Publishes the exercise `neuron`, with a sentence for its wrong version `sign`. */
export async function publishNeuron(): Promise<Store> {
	const store = await getStore();
	const version = exerciseVersion();
	version.exercise.wrong = {
		sign: { en: "The sign is wrong", zh: "符号错了" },
	};
	version.publicPart.functions.push({
		name: "neuron",
		parameters: ["x"],
		inputs: ["x"],
		steps: [],
	});
	await store.publishVersion(version, {
		script: "the solution's secrets",
		proofs: "{}",
	});
	return store;
}

export const newSubmission = {
	exercise: "neuron",
	language: "typescript",
	source: "export const x = 1;",
};

/** Plays the worker: takes the next job. */
export async function takeJob(store: Store): Promise<GradingJob> {
	const job = await store.claimNextSubmission({
		workerId: "w",
		leaseMs: 60_000,
		now: Date.now(),
	});
	if (job === null) throw new Error("the queue is empty");
	return job;
}

/** Plays the worker: grades the next job. */
export async function gradeNext(
	store: Store,
	verdict: Partial<Verdict> = {},
): Promise<void> {
	const job = await takeJob(store);
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job, verdict),
		now: Date.now(),
	});
}
