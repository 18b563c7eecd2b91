import { z } from "zod";
import type { WorkerHeartbeat } from "../../db/store.ts";
import { histogramSchema, type WorkerView } from "./operator-schemas.ts";

/** A worker tells that it lives every second; one silent for so long is marked. */
export const silentAfterMs = 10_000;

const noChildren = { warm: 0, started: 0, ended: {} };
const childrenSchema = z
	.object({
		warm: z.number(),
		started: z.number(),
		ended: z.record(z.string(), z.number()),
	})
	.catch(noChildren);
const noObservations = { bounds: [], counts: [], sum: 0 };

/** What workers write into their heartbeats; another release's may lack or misspell anything. */
const infoSchema = z.object({
	startedAt: z.number().nullable().catch(null),
	level: z.string().nullable().catch(null),
	minimumLevel: z.string().nullable().catch(null),
	isolation: z.string().nullable().catch(null),
	versions: z
		.object({ grader: z.string(), node: z.string(), v8: z.string() })
		.nullable()
		.catch(null),
	size: z.number().catch(0),
	running: z.number().catch(0),
	versionsCached: z.number().catch(0),
	students: childrenSchema,
	authors: childrenSchema,
	readers: childrenSchema,
	fatalCalls: z.record(z.string(), z.number()).catch({}),
	turnaround: histogramSchema.catch(noObservations),
	grading: histogramSchema.catch(noObservations),
	gradingCpu: histogramSchema.catch(noObservations),
});

/** Reads a sign of life as an operator sees it at the moment `now`. */
export function viewWorker(
	{ workerId, seenAt, info }: WorkerHeartbeat,
	now: number,
): WorkerView {
	const told = infoSchema.parse(info);
	return {
		id: workerId,
		seenAt,
		...told,
		isSilent: now - seenAt >= silentAfterMs,
		isBelowMinimum: isBelow(told.level, told.minimumLevel),
	};
}

/** Levels are letters, "A" the strongest. An unknown level is below any that is demanded. */
function isBelow(level: string | null, minimum: string | null): boolean {
	if (minimum === null) return false;
	return level === null || level > minimum;
}
