/** The worker process: `CHAINRULE_DATA` says where the database is. Stops cleanly on SIGTERM and SIGINT. */
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { openStore } from "../../db/open-store.ts";
import { openLog } from "../cli/open-log.ts";
import { LevelError, requireMinLevel } from "../sandbox/hardening/min-level.ts";
import { isolationSchema } from "../verdict.ts";
import { sendWakeUp } from "./wake-up.ts";
import { Worker } from "./worker.ts";

// A process id comes again after a restart; with the random part this name does not.
const id = `worker-${process.pid}-${randomBytes(4).toString("hex")}`;
const log = openLog("grader", { workerId: id });
try {
	await requireMinLevel();
} catch (error) {
	if (!(error instanceof LevelError)) throw error;
	log.fatal(error.message);
	process.exit(2);
}
const folder = resolve(process.env.CHAINRULE_DATA ?? "data");
const store = openStore({ file: join(folder, "chainrule.sqlite") });
const size = Number(process.env.CHAINRULE_GRADERS ?? availableParallelism());
const isolation = isolationSchema.safeParse(
	process.env.CHAINRULE_ISOLATION ?? "isolate",
);
if (!isolation.success)
	throw new RangeError(
		`CHAINRULE_ISOLATION: expected "isolate" or "process"; got "${process.env.CHAINRULE_ISOLATION}"`,
	);
const worker = new Worker(store, {
	id,
	size,
	log,
	isolation: isolation.data,
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
