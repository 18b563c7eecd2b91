/**
 * The fuzz run: `npm run test:fuzz -- [--seed N] [--count N] [--kind NAME]`. Prints a table of what ran and how it ended;
 * what broke a promise is printed shrunk, with the seed that repeats it, and the command fails.
 */
import { parseArgs } from "node:util";
import { type FuzzKind, kinds } from "./kinds.ts";
import { demand, Tally } from "./tally.ts";

const { values } = parseArgs({
	options: {
		seed: { type: "string" },
		count: { type: "string", default: "110000" },
		kind: { type: "string" },
	},
});

function wholeNumber(name: string, text: string): number {
	const number = Number(text);
	if (!(Number.isSafeInteger(number) && number >= 0))
		throw new RangeError(
			`expected --${name} to be a whole number; got ${text}`,
		);
	return number;
}

const seed =
	values.seed === undefined
		? Math.floor(Math.random() * 2 ** 31)
		: wholeNumber("seed", values.seed);
const count = wholeNumber("count", values.count);
const chosen = kinds.filter(
	({ name }) => values.kind === undefined || name === values.kind,
);
if (chosen.length === 0)
	throw new RangeError(
		`expected --kind to be one of ${kinds.map(({ name }) => name).join(", ")}; got ${values.kind}`,
	);

const progressEveryMs = 30_000;
let failures = 0;
// Whatever is thrown past all handlers would have ended a worker.
for (const event of ["uncaughtException", "unhandledRejection"]) {
	process.on(event, (error: unknown) => {
		failures++;
		console.error(`${event}:`, error);
	});
}

async function run({ name, share, leastExecuted, fuzz }: FuzzKind) {
	const tally = new Tally();
	const startedAt = performance.now();
	const failuresBefore = failures;
	const progress = setInterval(
		() => console.log(`${name}, so far: ${tally.spread}`),
		progressEveryMs,
	);
	try {
		await fuzz({ seed, count: Math.max(1, Math.round(count * share)), tally });
		demand(
			tally.executedShare >= leastExecuted,
			`only ${tally.executedShare} of them ran; expected ${leastExecuted}`,
		);
	} catch (error) {
		failures++;
		console.error(`\n${name}:`, error);
	} finally {
		clearInterval(progress);
	}
	return {
		kind: name,
		executions: tally.executions,
		executed: `${(100 * tally.executedShare).toFixed(1)} %`,
		failures: failures - failuresBefore,
		seconds: Math.round((performance.now() - startedAt) / 1000),
		statuses: tally.spread,
	};
}

console.log(`--seed ${seed} --count ${count}`);
const rows: Awaited<ReturnType<typeof run>>[] = [];
for (const kind of chosen) rows.push(await run(kind));
console.table(rows.map(({ statuses: _statuses, ...row }) => row));
for (const { kind, statuses } of rows) console.log(`${kind}: ${statuses}`);
const total = rows.reduce((sum, row) => sum + row.executions, 0);
console.log(`${total} executions, ${failures} failures`);
// What hangs would keep this process alive.
process.exit(failures === 0 ? 0 : 1);
