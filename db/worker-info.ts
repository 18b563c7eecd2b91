/**
 * What a worker tells of itself with each sign of life. Counters start at 0 with the worker's process and only grow, so
 * that rates can be taken of them; a worker's id never comes again. Fields may be missing in what another release wrote.
 */
export interface WorkerInfo {
	/** When its process started, UTC milliseconds. */
	startedAt?: number;
	/** How strongly its children are held, "A" to "D"; see `grader/THREATS.md`. */
	level?: string;
	/** The least level this installation demands; null for none. */
	minimumLevel?: string | null;
	/** "isolate" or "process". */
	isolation?: string;
	versions?: { grader: string; node: string; v8: string };
	/** Submissions it grades at the same time, and at this moment. */
	size?: number;
	running?: number;
	/** Exercise versions it holds in memory. */
	versionsCached?: number;
	/** Of children that run submissions, that run exercises' own code, and that read sources. */
	students?: ChildCounts;
	authors?: ChildCounts;
	readers?: ChildCounts;
	/** Calls of submissions that ended in a limit, by kind. */
	fatalCalls?: Record<string, number>;
	/** From the moment grading was asked for to the stored verdict; regrades left out. */
	turnaround?: HistogramCounts;
	/** Grading alone, wall clock. */
	grading?: HistogramCounts;
	/** Grading alone, processor time in students' children. */
	gradingCpu?: HistogramCounts;
}

/** One pool of sandbox children. */
export interface ChildCounts {
	/** Started and waiting for a job. */
	warm: number;
	started: number;
	/** Children that ended, by cause. */
	ended: Record<string, number>;
}

/** Observations in seconds, counted per bucket. */
export interface HistogramCounts {
	/** Upper bounds, inclusive, ascending; above the last there is one more bucket. */
	bounds: number[];
	/** One more than bounds; not cumulative. */
	counts: number[];
	sum: number;
}
