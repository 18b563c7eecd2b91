import pino from "pino";

/** The web process's log: one JSON object per line on standard output; its level comes from CHAINRULE_LOG. */
export const log = pino({
	name: "web",
	level: process.env.CHAINRULE_LOG ?? "info",
});
