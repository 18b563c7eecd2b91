/** The worker process: `CHAINRULE_DATA` says where the database is. Stops cleanly on SIGTERM and SIGINT. */
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { openStore } from "../../db/open-store.ts";
import { openLog } from "../cli/open-log.ts";
import { LevelError, requireMinLevel } from "../sandbox/hardening/min-level.ts";
import { readWorkerSettings, type WorkerSettings } from "./settings.ts";
import { sendWakeUp } from "./wake-up.ts";
import { Worker } from "./worker.ts";

// A process id comes again after a restart; with the random part this name does not.
const id = `worker-${process.pid}-${randomBytes(4).toString("hex")}`;
const log = openLog("grader", { workerId: id });
const { size, isolation } = await readSettings();
const folder = resolve(process.env.CHAINRULE_DATA ?? "data");
const store = openStore({ file: join(folder, "chainrule.sqlite") });
const worker = new Worker(store, {
	id,
	size,
	log,
	isolation,
	minimumLevel: process.env.CHAINRULE_MIN_LEVEL || null,
	onChange: () => sendWakeUp("changed"),
});
process.on("message", (message) => {
	if (message === "submitted") worker.wake();
});
for (const signal of ["SIGTERM", "SIGINT"] as const)
	process.once(signal, () => worker.stop());
// Started by `serve`: when that process is gone, nobody is left to stop us.
if (process.channel) {
	process.once("disconnect", () => worker.stop());
	// A listener keeps the channel, and with it this process, alive after the work has ended.
	process.channel.unref();
}
log.info({ size }, "ready to grade");
await worker.run();
await store.close();
log.info("stopped");

/** Ends the process with one line in the log where a setting is wrong, or the machine offers less than one demands. */
async function readSettings(): Promise<WorkerSettings> {
	try {
		await requireMinLevel();
		return readWorkerSettings();
	} catch (error) {
		if (!(error instanceof LevelError || error instanceof RangeError))
			throw error;
		log.fatal(error.message);
		process.exit(2);
	}
}
