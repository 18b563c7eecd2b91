import type { Store } from "../../db/store.ts";
import { countEventStreams } from "./event-streams.ts";
import type { OperatorOverview, WorkerView } from "./operator-schemas.ts";
import { measureStorage } from "./storage.ts";
import { databaseFile } from "./store.ts";
import { viewWorker } from "./worker-view.ts";

/** Workers that have died are shown for so long. */
const shownAfterDeathMs = 10 * 60_000;
const measuredVerdicts = 1000;
const shownSetAside = 50;
const shownRegrades = 10;

/** Reads everything that the operator's page shows. */
export async function readOverview(
	store: Store,
	now: number,
): Promise<OperatorOverview> {
	const [count, queue, heartbeats, gradingTimes, setAside, regrades, storage] =
		await Promise.all([
			store.countQueue(),
			store.describeQueue(),
			store.listHeartbeats(now, shownAfterDeathMs),
			store.listGradingTimes(measuredVerdicts),
			store.listSetAside(shownSetAside),
			store.listRegrades(shownRegrades),
			measureStorage(databaseFile()),
		]);
	const workers = heartbeats.map((heartbeat) => viewWorker(heartbeat, now));
	return {
		now,
		queue: { ...count, ...queue },
		workers,
		level: weakestLevel(workers),
		gradingTimes,
		setAside,
		regrades,
		storage,
		eventStreams: countEventStreams(),
	};
}

function weakestLevel(workers: WorkerView[]): string | null {
	const levels = workers.flatMap(({ isSilent, level }) =>
		isSilent || level === null ? [] : [level],
	);
	return levels.toSorted().at(-1) ?? null;
}
