import pino from "pino";

/** The web process's log: one JSON object per line on standard output. CHAINRULE_LOG sets its level; tests are silent. */
export const log = pino({
	name: "web",
	level:
		process.env.CHAINRULE_LOG ??
		(process.env.NODE_ENV === "test" ? "silent" : "info"),
});
