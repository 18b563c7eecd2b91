import { join } from "node:path";
import { type Database, openDatabase, openStore } from "../../db/open-store.ts";
import type { Store } from "../../db/store.ts";

declare global {
	/** One store and one connection for signing in per process; Next may load this module several times. */
	var chainruleStore: Store | undefined;
	var chainruleDatabase: Database | undefined;
}

/** The database file: `chainrule.sqlite` in the folder that CHAINRULE_DATA names, by default `data`. */
export function databaseFile(): string {
	return join(process.env.CHAINRULE_DATA ?? "data", "chainrule.sqlite");
}

/** Gives the process's store, opened at first use. */
export async function getStore(): Promise<Store> {
	globalThis.chainruleStore ??= openStore({ file: databaseFile() });
	return globalThis.chainruleStore;
}

/** Gives the connection better-auth works on, opened at first use. */
export function getAuthDatabase(): Database {
	globalThis.chainruleDatabase ??= openDatabase(databaseFile());
	return globalThis.chainruleDatabase;
}
