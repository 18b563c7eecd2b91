/**
 * What Prometheus is told. The web process measures its own requests; the rest is read from the database at each visit:
 * the queue, verdicts, and what every worker tells of itself with its signs of life. A worker's counters start at 0 with
 * its process and bear its id, which never comes again, so that rates can be taken and summed.
 */
import {
	Counter,
	collectDefaultMetrics,
	Gauge,
	Histogram,
	Registry,
} from "prom-client";
import type { Store } from "../../db/store.ts";
import { verdictStatuses } from "../../grader/verdict.ts";
import { countEventStreams } from "./event-streams.ts";
import type { WorkerView } from "./operator-schemas.ts";
import { askPagesMetrics } from "./pages-metrics.ts";
import { pagesSocket } from "./pages-socket.ts";
import { renderHistogram } from "./render-histogram.ts";
import { measureStorage } from "./storage.ts";
import { databaseFile, getStore } from "./store.ts";
import { viewWorker } from "./worker-view.ts";

type Metrics = ReturnType<typeof createMetrics>;

declare global {
	var chainruleMetrics: Metrics | undefined;
}

/** Counts one request of the HTTP API and how long its answer took; a stream counts until its headers. */
export function observeRequest(
	operation: { method: string; path: string },
	status: number,
	durationMs: number,
): void {
	const { method, path } = operation;
	getMetrics().requestSeconds.observe(
		{ method, route: `/api/v1${path}`, status },
		durationMs / 1000,
	);
}

/** Counts one page or file, by the process that made it, and how long it took until its last byte was handed to the kernel. */
export function observePage(
	renderedBy: "pages" | "web",
	status: number,
	durationMs: number,
): void {
	getMetrics().pageSeconds.observe(
		{ rendered_by: renderedBy, status },
		durationMs / 1000,
	);
}

/** Gives everything in Prometheus' text format. */
export async function renderMetrics(): Promise<{
	text: string;
	contentType: string;
}> {
	const metrics = getMetrics();
	const store = await getStore();
	const now = Date.now();
	const workers = (await store.listHeartbeats(now)).map((heartbeat) =>
		viewWorker(heartbeat, now),
	);
	await Promise.all([
		tellQueue(metrics, store, now),
		tellVerdicts(metrics, store),
		tellStorage(metrics),
	]);
	tellWorkers(metrics, workers);
	const socket = pagesSocket();
	return {
		text: [
			await metrics.registry.metrics(),
			...renderWorkerHistograms(workers),
			...(socket === null ? [] : [await askPagesMetrics(socket)]),
		].join("\n"),
		contentType: metrics.registry.contentType,
	};
}

async function tellQueue(
	metrics: Metrics,
	store: Store,
	now: number,
): Promise<void> {
	const { byKind } = await store.countQueue();
	const empty = { queued: 0, running: 0, oldestQueuedAt: null };
	const kinds = { live: empty, regrade: empty, ...byKind };
	metrics.waiting.reset();
	metrics.oldest.reset();
	for (const [kind, count] of Object.entries(kinds)) {
		metrics.waiting.set({ kind, state: "queued" }, count.queued);
		metrics.waiting.set({ kind, state: "running" }, count.running);
		const waitedMs = now - (count.oldestQueuedAt ?? now);
		metrics.oldest.set({ kind }, Math.max(0, waitedMs) / 1000);
	}
}

async function tellVerdicts(metrics: Metrics, store: Store): Promise<void> {
	const counts = await store.countVerdicts();
	const { total } = await store.listSetAside(0);
	metrics.verdicts.reset();
	for (const status of verdictStatuses) {
		metrics.verdicts.inc({ status }, counts[status] ?? 0);
	}
	metrics.setAside.set(total);
	metrics.eventStreams.set(countEventStreams());
}

async function tellStorage(metrics: Metrics): Promise<void> {
	const size = await measureStorage(databaseFile());
	metrics.databaseBytes.set({ file: "database" }, size.databaseBytes);
	metrics.databaseBytes.set({ file: "wal" }, size.walBytes);
	metrics.diskFreeBytes.set(size.freeBytes);
}

function tellWorkers(metrics: Metrics, workers: WorkerView[]): void {
	const { byWorker } = metrics;
	metrics.workers.reset();
	for (const metric of Object.values(byWorker)) metric.reset();
	for (const view of workers) {
		const worker = view.id;
		const level = view.level ?? "unknown";
		metrics.workers.inc({ level });
		byWorker.info.set(
			{
				worker,
				level,
				isolation: view.isolation ?? "unknown",
				grader: view.versions?.grader ?? "unknown",
				node: view.versions?.node ?? "unknown",
				v8: view.versions?.v8 ?? "unknown",
			},
			1,
		);
		if (view.startedAt !== null) {
			byWorker.startSeconds.set({ worker }, view.startedAt / 1000);
		}
		byWorker.lanes.set({ worker }, view.size);
		byWorker.running.set({ worker }, view.running);
		byWorker.versionsCached.set({ worker }, view.versionsCached);
		for (const [kind, calls] of Object.entries(view.fatalCalls)) {
			byWorker.fatalCalls.inc({ worker, kind }, calls);
		}
		for (const [pool, { warm, started, ended }] of [
			["students", view.students],
			["authors", view.authors],
			["readers", view.readers],
		] as const) {
			byWorker.warm.set({ worker, pool }, warm);
			byWorker.started.inc({ worker, pool }, started);
			for (const [cause, deaths] of Object.entries(ended)) {
				byWorker.deaths.inc({ worker, pool, cause }, deaths);
			}
		}
	}
}

function renderWorkerHistograms(workers: WorkerView[]): string[] {
	const series = (name: "turnaround" | "grading" | "gradingCpu") =>
		workers.map((view) => ({
			labels: { worker: view.id },
			histogram: view[name],
		}));
	return [
		renderHistogram(
			"chainrule_turnaround_seconds",
			"From accepting a submission to its stored verdict; regrades left out",
			series("turnaround"),
		),
		renderHistogram(
			"chainrule_grading_seconds",
			"Grading alone, wall clock; our own failures left out",
			series("grading"),
		),
		renderHistogram(
			"chainrule_grading_cpu_seconds",
			"Processor time of submissions' children in grading; our own failures left out",
			series("gradingCpu"),
		),
	];
}

function getMetrics(): Metrics {
	globalThis.chainruleMetrics ??= createMetrics();
	return globalThis.chainruleMetrics;
}

function createMetrics() {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const gauge = <Label extends string>(
		name: string,
		help: string,
		...labelNames: Label[]
	) => new Gauge({ name, help, labelNames, registers });
	const counter = <Label extends string>(
		name: string,
		help: string,
		...labelNames: Label[]
	) => new Counter({ name, help, labelNames, registers });
	return {
		registry,
		requestSeconds: new Histogram({
			name: "chainrule_http_request_seconds",
			help: "Time to answer requests of the HTTP API",
			labelNames: ["method", "route", "status"],
			buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
			registers,
		}),
		pageSeconds: new Histogram({
			name: "chainrule_page_seconds",
			help: "Time to answer requests for pages and files, by the process that made them",
			labelNames: ["rendered_by", "status"],
			buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
			registers,
		}),
		waiting: gauge(
			"chainrule_submissions_waiting",
			"Submissions in the queue, by kind and state",
			"kind",
			"state",
		),
		oldest: gauge(
			"chainrule_queue_oldest_seconds",
			"How long the submission that has waited longest has been waiting, by kind",
			"kind",
		),
		verdicts: counter(
			"chainrule_verdicts_total",
			"Verdicts ever stored, by status",
			"status",
		),
		setAside: gauge(
			"chainrule_submissions_set_aside",
			"Submissions that ended in internal_error and wait for a person",
		),
		eventStreams: gauge(
			"chainrule_event_streams_open",
			"Pages that follow a submission by server-sent events",
		),
		databaseBytes: gauge(
			"chainrule_database_bytes",
			"Size of the database's file and of its write-ahead log",
			"file",
		),
		diskFreeBytes: gauge(
			"chainrule_database_disk_free_bytes",
			"Free space on the database's disk",
		),
		workers: gauge(
			"chainrule_workers",
			"Grading workers seen within the last minute, by hardening level",
			"level",
		),
		byWorker: {
			info: gauge(
				"chainrule_worker_info",
				"What a worker is; always 1",
				"worker",
				"level",
				"isolation",
				"grader",
				"node",
				"v8",
			),
			startSeconds: gauge(
				"chainrule_worker_start_time_seconds",
				"When a worker's process started, seconds since 1970",
				"worker",
			),
			lanes: gauge(
				"chainrule_worker_lanes",
				"Submissions a worker grades at the same time",
				"worker",
			),
			running: gauge(
				"chainrule_worker_running",
				"Submissions a worker is grading",
				"worker",
			),
			versionsCached: gauge(
				"chainrule_worker_versions_cached",
				"Exercise versions a worker holds in memory",
				"worker",
			),
			warm: gauge(
				"chainrule_worker_children_warm",
				"Sandbox children that wait for a job, by pool",
				"worker",
				"pool",
			),
			started: counter(
				"chainrule_worker_children_started_total",
				"Sandbox children started, by pool",
				"worker",
				"pool",
			),
			deaths: counter(
				"chainrule_worker_child_deaths_total",
				"Sandbox children that ended, by pool and cause",
				"worker",
				"pool",
				"cause",
			),
			fatalCalls: counter(
				"chainrule_worker_fatal_calls_total",
				"Calls of submissions that ended in a limit, by kind",
				"worker",
				"kind",
			),
		},
	};
}
