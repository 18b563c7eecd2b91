import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { secrets } from "./schema.ts";
import type { Store } from "./store.ts";

/** Random keys that outlive restarts. Two processes asking at once get the same one. */
export function createSecrets(db: Database): Pick<Store, "getSecret"> {
	return {
		async getSecret(name) {
			return db.transaction(
				() => {
					const stored = db
						.select({ value: secrets.value })
						.from(secrets)
						.where(eq(secrets.name, name))
						.get();
					if (stored !== undefined) return stored.value;
					const value = randomBytes(32).toString("hex");
					db.insert(secrets).values({ name, value }).run();
					return value;
				},
				{ behavior: "immediate" },
			);
		},
	};
}
