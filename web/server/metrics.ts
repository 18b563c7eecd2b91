import {
	Counter,
	collectDefaultMetrics,
	Gauge,
	Histogram,
	Registry,
} from "prom-client";
import { verdictStatuses } from "../../grader/verdict.ts";
import { getStore } from "./store.ts";

interface Metrics {
	registry: Registry;
	requestSeconds: Histogram<"method" | "route" | "status">;
}

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

/** Gives everything in Prometheus' text format. */
export async function renderMetrics(): Promise<{
	text: string;
	contentType: string;
}> {
	const { registry } = getMetrics();
	return { text: await registry.metrics(), contentType: registry.contentType };
}

function getMetrics(): Metrics {
	globalThis.chainruleMetrics ??= createMetrics();
	return globalThis.chainruleMetrics;
}

function createMetrics(): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	new Gauge({
		name: "chainrule_submissions_waiting",
		help: "Submissions in the queue, by state",
		labelNames: ["state"],
		registers,
		async collect() {
			const { queued, running } = await (await getStore()).countQueue();
			this.set({ state: "queued" }, queued);
			this.set({ state: "running" }, running);
		},
	});
	new Gauge({
		name: "chainrule_queue_oldest_seconds",
		help: "How long the submission that has waited longest has been waiting",
		registers,
		async collect() {
			const { oldestQueuedAt } = await (await getStore()).countQueue();
			const waitedMs =
				oldestQueuedAt === null ? 0 : Date.now() - oldestQueuedAt;
			this.set(Math.max(0, waitedMs) / 1000);
		},
	});
	new Counter({
		name: "chainrule_verdicts_total",
		help: "Verdicts ever stored, by status",
		labelNames: ["status"],
		registers,
		async collect() {
			const counts = await (await getStore()).countVerdicts();
			this.reset();
			for (const status of verdictStatuses) {
				this.inc({ status }, counts[status] ?? 0);
			}
		},
	});
	new Gauge({
		name: "chainrule_workers",
		help: "Grading workers seen within the last minute",
		registers,
		async collect() {
			const store = await getStore();
			this.set((await store.listHeartbeats(Date.now())).length);
		},
	});
	const requestSeconds = new Histogram({
		name: "chainrule_http_request_seconds",
		help: "Time to answer requests of the HTTP API",
		labelNames: ["method", "route", "status"],
		buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
		registers,
	});
	return { registry, requestSeconds };
}
