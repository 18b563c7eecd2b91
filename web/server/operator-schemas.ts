/** The shapes of the operator's part of the HTTP API. Times are UTC milliseconds since 1970. */
import { z } from "zod";
import { verdictStatuses } from "../../grader/verdict.ts";

const timeSchema = z.int().min(0);
const countSchema = z.int().min(0);
const statusSchema = z.enum(["queued", "running", ...verdictStatuses]);

const queueCountSchema = z.object({
	queued: countSchema,
	running: countSchema,
	oldestQueuedAt: timeSchema.nullable(),
});

const childrenSchema = z.object({
	warm: z.number(),
	started: z.number().describe("since the worker's start"),
	ended: z
		.record(z.string(), z.number())
		.describe("since the worker's start, by cause"),
});

export const histogramSchema = z.object({
	bounds: z.array(z.number()).describe("seconds, inclusive, ascending"),
	counts: z.array(z.number()).describe("one more than bounds; not cumulative"),
	sum: z.number(),
});

export const workerSchema = z.object({
	id: z.string().describe("of this start of the worker; never comes again"),
	seenAt: timeSchema,
	startedAt: timeSchema.nullable(),
	level: z.string().nullable().describe('hardening, "A" to "D"'),
	minimumLevel: z.string().nullable(),
	isolation: z.string().nullable(),
	versions: z
		.object({ grader: z.string(), node: z.string(), v8: z.string() })
		.nullable(),
	size: z.number().describe("submissions it grades at the same time"),
	running: z.number(),
	versionsCached: z.number(),
	students: childrenSchema,
	authors: childrenSchema,
	readers: childrenSchema,
	fatalCalls: z.record(z.string(), z.number()),
	turnaround: histogramSchema,
	grading: histogramSchema,
	gradingCpu: histogramSchema,
	isSilent: z.boolean(),
	isBelowMinimum: z.boolean(),
});
export type WorkerView = z.infer<typeof workerSchema>;

export const operatorOverviewSchema = z.object({
	now: timeSchema,
	queue: queueCountSchema.extend({
		byKind: z.record(z.string(), queueCountSchema),
		byExercise: z.array(
			z.object({
				slug: z.string(),
				queued: countSchema,
				running: countSchema,
			}),
		),
		mostWaiting: z.array(
			z.object({
				userId: z.string(),
				name: z.string(),
				isGuest: z.boolean(),
				queued: countSchema,
			}),
		),
	}),
	workers: z.array(workerSchema),
	level: z
		.string()
		.nullable()
		.describe("the weakest level among living workers; null without any"),
	gradingTimes: z
		.array(
			z.object({
				slug: z.string(),
				version: z.string(),
				verdicts: countSchema,
				medianMs: z.number(),
				p95Ms: z.number(),
				medianCpuMs: z.number(),
			}),
		)
		.describe("over the latest verdicts, slowest median first"),
	setAside: z.object({
		total: countSchema,
		rows: z.array(
			z.object({
				submissionId: z.string(),
				slug: z.string(),
				version: z.string(),
				attempt: z.int(),
				setAsideAt: timeSchema,
				workerId: z.string(),
				reason: z.string(),
			}),
		),
	}),
	regrades: z.array(
		z.object({
			submissionId: z.string(),
			slug: z.string(),
			attempt: z.int(),
			askedAt: timeSchema,
			status: statusSchema,
			points: z.number().nullable(),
			maxPoints: z.number().nullable(),
		}),
	),
	storage: z.object({
		databaseBytes: countSchema,
		walBytes: countSchema.describe("not yet merged into the database file"),
		freeBytes: countSchema.describe("on the database's disk"),
	}),
	eventStreams: countSchema.describe("pages that follow a submission"),
});
export type OperatorOverview = z.infer<typeof operatorOverviewSchema>;

export const regradeInputSchema = z.strictObject({});
export const regradeQueuedSchema = z.object({
	id: z.string(),
	status: statusSchema,
	ahead: countSchema,
});
