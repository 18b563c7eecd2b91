import type { GradingJob } from "../../db/store.ts";
import type {
	ChildCounts,
	HistogramCounts,
	WorkerInfo,
} from "../../db/worker-info.ts";
import type { Grader } from "../grader.ts";
import type { SandboxPool } from "../sandbox/pool.ts";
import type { Verdict } from "../verdict.ts";
import { graderVersion } from "../version.ts";

/** Upper bounds in seconds, from a fast verdict to a queue that stands still. */
const bounds = [
	0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800,
];

/** How this installation holds its children; told with every sign of life. */
export interface Hardening {
	level: string;
	/** The least level that is demanded; null for none. */
	minimumLevel: string | null;
	isolation: string;
}

/** What a worker counts of its own work, from the start of its process. */
export class WorkerStatistics {
	readonly #startedAt = Date.now();
	readonly #turnaround = emptyHistogram();
	readonly #grading = emptyHistogram();
	readonly #gradingCpu = emptyHistogram();

	/** Counts a stored verdict. @param now UTC milliseconds */
	observe(job: GradingJob, verdict: Verdict, now: number): void {
		// A regrade waits for a quiet hour: how long says nothing about anybody's waiting.
		if (job.kind !== "regrade") {
			add(this.#turnaround, (now - job.askedAt) / 1000);
		}
		if (verdict.status === "internal_error") return;
		add(this.#grading, verdict.measurements.wallMs / 1000);
		add(this.#gradingCpu, verdict.measurements.cpuMs / 1000);
	}

	/** What to tell with a sign of life. */
	describe(
		grader: Grader,
		hardening: Hardening,
		now: { size: number; running: number; versionsCached: number },
	): WorkerInfo {
		return {
			...now,
			...hardening,
			startedAt: this.#startedAt,
			versions: {
				grader: graderVersion,
				node: process.versions.node,
				v8: process.versions.v8,
			},
			students: countChildren(grader.students),
			authors: countChildren(grader.authors),
			readers: countChildren(grader.readers),
			fatalCalls: { ...grader.fatalCalls },
			turnaround: this.#turnaround,
			grading: this.#grading,
			gradingCpu: this.#gradingCpu,
		};
	}
}

function countChildren({ statistics }: SandboxPool): ChildCounts {
	return statistics;
}

function emptyHistogram(): HistogramCounts {
	return { bounds, counts: Array(bounds.length + 1).fill(0), sum: 0 };
}

function add(histogram: HistogramCounts, seconds: number): void {
	// Clocks of two machines may differ; nothing takes less than no time.
	const value = Math.max(0, seconds);
	const index = bounds.findIndex((bound) => value <= bound);
	const bucket = index === -1 ? bounds.length : index;
	histogram.counts[bucket] = (histogram.counts[bucket] ?? 0) + 1;
	histogram.sum += value;
}
