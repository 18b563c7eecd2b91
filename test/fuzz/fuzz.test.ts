/** A short fuzz run with a fixed seed. `npm run test:fuzz` does the long one with a seed of its own. */
import { expect, it } from "vitest";
import { kinds } from "./kinds.ts";
import { Tally } from "./tally.ts";

const seed = 1;
const counts: Record<string, number> = {
	programs: 30,
	stretches: 30,
	transform: 800,
	values: 900,
	lies: 150,
};

// Side by side: most of the time of lies is spent waiting.
it.concurrent.each(kinds)(
	"keeps every promise to $name",
	async ({ name, leastExecuted, fuzz }) => {
		const tally = new Tally();
		const count = counts[name] ?? 0;
		await fuzz({ seed, count, tally });
		expect(tally.executions).toBeGreaterThanOrEqual(count);
		expect(tally.executedShare).toBeGreaterThanOrEqual(leastExecuted);
		expect(tally.statuses.size).toBeGreaterThan(2);
	},
);
