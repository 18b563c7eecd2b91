/** The exposition, read as Prometheus reads it, and who may read it. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Store } from "../../../db/store.ts";
import type { WorkerInfo } from "../../../db/worker-info.ts";
import { GET } from "../../../web/app/metrics/route.ts";
import { observePage } from "../../../web/server/metrics.ts";
import { tellPagesMetrics } from "../../../web/server/pages-metrics.ts";
import { renderHistogram } from "../../../web/server/render-histogram.ts";
import {
	gradeNext,
	newSubmission,
	openAsGuest,
	publishNeuron,
} from "./api-under-test.ts";

let store: Store;
beforeAll(async () => {
	store = await publishNeuron();
});
afterEach(() => vi.unstubAllEnvs());

function visit(headers: Record<string, string> = {}): Promise<Response> {
	return GET(
		new Request("http://localhost:3000/metrics", {
			headers: { "x-forwarded-for": "127.0.0.1", ...headers },
		}),
	);
}

interface Family {
	help: string;
	type: string;
	samples: { name: string; labels: Record<string, string>; value: number }[];
}

/** Reads text format 0.0.4 strictly: HELP, TYPE, then samples of that family only, no sample twice. */
function parse(text: string): Map<string, Family> {
	const families = new Map<string, Family>();
	let current = "";
	const seen = new Set<string>();
	expect(text.endsWith("\n")).toBe(true);
	for (const line of text.split("\n")) {
		if (line === "") continue;
		const comment = /^# (HELP|TYPE) ([a-z_:][a-z0-9_:]*) (.+)$/i.exec(line);
		if (comment) {
			const [, kind, name = "", rest = ""] = comment;
			if (kind === "HELP") {
				expect(families.has(name), name).toBe(false);
				families.set(name, { help: rest, type: "", samples: [] });
			} else {
				const family = families.get(name);
				if (family) family.type = rest;
			}
			current = name;
			continue;
		}
		const sample = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)$/i.exec(line);
		expect(sample, line).not.toBeNull();
		const [, name = "", inner = "", value = ""] = sample ?? [];
		expect(seen.has(`${name}{${inner}}`), line).toBe(false);
		seen.add(`${name}{${inner}}`);
		const family = families.get(current);
		const suffixes =
			family?.type === "histogram" || family?.type === "summary"
				? ["", "_bucket", "_sum", "_count"]
				: [""];
		expect(suffixes.map((suffix) => current + suffix)).toContain(name);
		const labels = Object.fromEntries(
			[...inner.matchAll(/([a-z_]\w*)="((?:[^"\\]|\\.)*)"/gi)].map(
				([, key = "", text = ""]) => [key, text],
			),
		);
		const number = value === "+Inf" ? Number.POSITIVE_INFINITY : Number(value);
		// Prometheus reads "NaN" in any case; the library writes "Nan".
		expect(Number.isNaN(number) && !/^nan$/i.test(value), line).toBe(false);
		family?.samples.push({ name, labels, value: number });
	}
	return families;
}

const counted = { bounds: [0.1, 1], counts: [2, 1, 1], sum: 7.5 };
const info: WorkerInfo = {
	startedAt: 1_700_000_000_500,
	level: "B",
	minimumLevel: null,
	isolation: "isolate",
	versions: { grader: "0.1.0", node: "24", v8: "13" },
	size: 2,
	running: 1,
	versionsCached: 7,
	students: { warm: 1, started: 9, ended: { crashed: 1, time_limit: 4 } },
	authors: { warm: 2, started: 2, ended: { crashed: 0 } },
	readers: { warm: 2, started: 2, ended: { crashed: 0 } },
	fatalCalls: { counted_budget: 5 },
	turnaround: counted,
	grading: counted,
	gradingCpu: counted,
};

test("can be read by Prometheus: every family has help and type, our own names units, counters _total", async () => {
	await store.recordHeartbeat("w-1", Date.now(), info);
	await store.recordHeartbeat("w-2", Date.now(), { ...info, level: "D" });
	const response = await visit();
	expect(response.headers.get("content-type")).toContain("version=0.0.4");
	const families = parse(await response.text());
	for (const [name, { help, type, samples }] of families) {
		expect(help, name).not.toBe("");
		expect(["counter", "gauge", "histogram", "summary"], name).toContain(type);
		if (!name.startsWith("chainrule_")) continue;
		// Requests are counted from the first on.
		if (!/^chainrule_(http_request|page)_seconds$/.test(name)) {
			expect(samples.length, name).toBeGreaterThan(0);
		}
		if (type === "counter") expect(name).toMatch(/_total$/);
		else expect(name).not.toMatch(/_total$|_(ms|milliseconds|kb|mib)$/);
		if (type === "histogram") expect(name).toMatch(/_seconds$/);
	}
	expect(families.has("process_cpu_seconds_total")).toBe(true);
	const sampleOf = (name: string, labels: Record<string, string> = {}) =>
		families
			.get(name.replace(/_(bucket|sum|count)$/, ""))
			?.samples.find(
				(sample) =>
					sample.name === name &&
					Object.entries(labels).every(
						([key, value]) => sample.labels[key] === value,
					),
			)?.value;
	expect(sampleOf("chainrule_workers", { level: "B" })).toBe(1);
	expect(sampleOf("chainrule_workers", { level: "D" })).toBe(1);
	const student = { worker: "w-1", pool: "students" };
	expect(sampleOf("chainrule_worker_children_warm", student)).toBe(1);
	expect(
		sampleOf("chainrule_worker_child_deaths_total", {
			...student,
			cause: "time_limit",
		}),
	).toBe(4);
	expect(
		sampleOf("chainrule_worker_fatal_calls_total", { kind: "counted_budget" }),
	).toBe(5);
	expect(sampleOf("chainrule_worker_start_time_seconds")).toBe(1_700_000_000.5);
	expect(sampleOf("chainrule_turnaround_seconds_bucket", { le: "0.1" })).toBe(
		2,
	);
	expect(sampleOf("chainrule_turnaround_seconds_bucket", { le: "1" })).toBe(3);
	expect(sampleOf("chainrule_turnaround_seconds_bucket", { le: "+Inf" })).toBe(
		4,
	);
	expect(sampleOf("chainrule_grading_seconds_count")).toBe(4);
	expect(sampleOf("chainrule_grading_cpu_seconds_sum")).toBe(7.5);
	expect(sampleOf("chainrule_database_bytes", { file: "wal" })).toBeGreaterThan(
		0,
	);
	expect(sampleOf("chainrule_event_streams_open")).toBe(0);
	expect(sampleOf("chainrule_submissions_set_aside")).toBe(0);
});

test("keeps a worker's counters as they were told at each visit, and drops them with the worker", async () => {
	await store.recordHeartbeat("w-1", Date.now(), info);
	const deaths = async () =>
		/child_deaths_total\{worker="w-1",pool="students",cause="crashed"\} (\d+)/.exec(
			await (await visit()).text(),
		)?.[1];
	expect(await deaths()).toBe("1");
	expect(await deaths()).toBe("1");
	await store.removeHeartbeat("w-1");
	expect(await deaths()).toBeUndefined();
});

test("counts pages that follow a submission, and those that have left no more", async () => {
	const streams = async () =>
		/chainrule_event_streams_open (\d+)/.exec(
			await (await visit()).text(),
		)?.[1];
	const guest = await openAsGuest();
	const made = await guest.call("POST", "/api/v1/submissions", {
		body: newSubmission,
	});
	const { id } = (await made.json()) as { id: string };
	const path = `/api/v1/submissions/${id}/events`;
	const [first, second] = await Promise.all([
		guest.call("GET", path),
		guest.call("GET", path),
	]);
	expect(await streams()).toBe("2");
	await first.body?.cancel();
	expect(await streams()).toBe("1");
	await gradeNext(store);
	await second.text();
	expect(await streams()).toBe("0");
});

test("is for this machine alone while no token is set", async () => {
	for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.9.1"]) {
		expect((await visit({ "x-forwarded-for": address })).status).toBe(200);
	}
	for (const address of ["203.0.113.9", "", "127.0.0.1.example.org", "::2"]) {
		const response = await visit({ "x-forwarded-for": address });
		expect(response.status, address).toBe(403);
		expect(await response.text()).not.toContain("chainrule_");
	}
	const withToken = { authorization: "Bearer ", "x-forwarded-for": "9.9.9.9" };
	expect((await visit(withToken)).status).toBe(403);
});

test("is for whoever brings the token once one is set, from anywhere, and for nobody else", async () => {
	vi.stubEnv("CHAINRULE_METRICS_TOKEN", "s3cret");
	const from = (authorization: string) =>
		visit({ authorization, "x-forwarded-for": "203.0.113.9" });
	expect((await from("Bearer s3cret")).status).toBe(200);
	expect((await from("bearer s3cret")).status).toBe(200);
	for (const wrong of [
		"Bearer s3cre",
		"Bearer s3cret2",
		"s3cret",
		"Basic s3cret",
	]) {
		expect((await from(wrong)).status, wrong).toBe(403);
	}
	expect((await visit()).status).toBe(403);
});

test("answers 500 without details when the database does not answer", async () => {
	const count = store.countQueue;
	store.countQueue = () => Promise.reject(new Error("disk I/O error"));
	const response = await visit();
	store.countQueue = count;
	expect(response.status).toBe(500);
	expect(await response.text()).not.toContain("disk");
});

test("escapes what stands in labels", () => {
	expect(
		renderHistogram("x_seconds", "Help", [
			{ labels: { worker: 'a"b\\c\nd' }, histogram: counted },
		]),
	).toContain('x_seconds_sum{worker="a\\"b\\\\c\\nd"} 7.5');
});

test("tells of the pages process too, under names of its own, and goes without where none answers", async () => {
	const folder = mkdtempSync(join(tmpdir(), "chainrule-metrics-"));
	const socket = join(folder, "pages");
	vi.stubEnv("CHAINRULE_PAGES_SOCKET", socket);
	observePage("pages", 200, 12);
	const name = "chainrule_pages_process_cpu_seconds_total";
	const alone = parse(await (await visit()).text());
	expect(alone.has(name)).toBe(false);
	expect(alone.get("chainrule_page_seconds")?.samples).toContainEqual({
		name: "chainrule_page_seconds_count",
		labels: { rendered_by: "pages", status: "200" },
		value: 1,
	});
	const pages = createServer((_, response) => void tellPagesMetrics(response));
	await new Promise<void>((done) => pages.listen(socket, done));
	const both = parse(await (await visit()).text());
	expect(both.get(name)?.samples[0]?.value).toBeGreaterThan(0);
	expect(both.has("process_cpu_seconds_total")).toBe(true);
	pages.close();
	rmSync(folder, { recursive: true });
});
