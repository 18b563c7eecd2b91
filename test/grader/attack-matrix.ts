/**
 * `npm run test:attacks`: every attack in every configuration of the sandbox, once quietly and several times with a busy
 * process beside the two lanes. Prints a table of what differed from the declared verdict or from the first run, and writes
 * the whole as JSON. Ends with 1 when a verdict was not fair, a submission gained points, or an honest one after it did not
 * get its own. (Some attacks are ended by the watchdog alone: without it they get no verdict, are killed from here, and count
 * as what that layer is for.)
 *
 *   node test/grader/attack-matrix.ts [--runs 3] [--only "all on,watchdog off"] [--attacks <pattern>] [--every N] [--json file]
 */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type GradableVersion, Grader } from "../../grader/grader.ts";
import { prepareAttacked } from "./attack-course.ts";
import { type Attack, listAttacks } from "./attack-files.ts";
import {
	type Configuration,
	configurations,
} from "./attack-matrix-configurations.ts";

const lanes = 2;
/** Nothing that is tried takes longer than this with all layers on, however busy the machine is. */
const longestMs = 40_000;
/** What nothing of ours would end is ended here. */
const isEndless = (result: Result) =>
	result.status === "no verdict" && result.configuration === "watchdog off";

interface Result {
	attack: string;
	configuration: string;
	isLoaded: boolean;
	run: number;
	status: string;
	points: number;
	isFair: boolean;
	isControlRight: boolean;
	wallMs: number;
}

const { values } = parseArgs({
	options: {
		runs: { type: "string", default: "3" },
		only: { type: "string" },
		attacks: { type: "string" },
		every: { type: "string", default: "1" },
		json: { type: "string" },
	},
});
const names = values.only?.split(",").map((name) => name.trim());
const pattern = new RegExp(values.attacks ?? "");
const attacks = listAttacks()
	.filter(({ name }) => pattern.test(name))
	.filter((_, index) => index % Number(values.every) === 0);
const chosen = configurations.filter(
	({ name }) => names === undefined || names.includes(name),
);
const unknown = names?.filter(
	(name) =>
		!configurations.some((configuration) => configuration.name === name),
);
if (unknown && unknown.length > 0)
	throw new RangeError(`there is no configuration "${unknown.join()}"`);

function makeGrader(configuration: Configuration): Grader {
	if (Object.keys(configuration.switches).length === 0)
		return new Grader({ size: lanes });
	if (!hasSwitches)
		throw new RangeError("this grader has no switches for its layers");
	const { switches } = configuration;
	return Reflect.construct(Grader, [{ size: lanes, switches }]);
}
// The options' type is gone when this runs: the text tells whether they have switches.
const hasSwitches = /\bswitches\b/.test(
	Function.prototype.toString.call(Grader),
);

/** A process that does nothing but use a processor; it ends with this one. */
function makeLoad(): ChildProcess {
	return spawn(
		process.execPath,
		[
			"-e",
			'process.on("disconnect", () => process.exit()); (function turn() { const until = Date.now() + 50; while (Date.now() < until); setImmediate(turn); })();',
		],
		{ stdio: ["ignore", "ignore", "ignore", "ipc"] },
	);
}

async function tryAll(
	configuration: Configuration,
	isLoaded: boolean,
	run: number,
): Promise<Result[]> {
	const grader = makeGrader(configuration);
	const load = isLoaded ? makeLoad() : null;
	const results: Result[] = [];
	try {
		const { version, bundle } = await prepareAttacked(grader);
		const honest = await gradeWithin(grader, version, bundle.solution);
		const pending = [...attacks];
		const lane = async () => {
			for (let next = pending.shift(); next; next = pending.shift()) {
				const tried = await tryOne(grader, version, next);
				const after = await gradeWithin(grader, version, bundle.solution);
				results.push({
					attack: next.name,
					configuration: configuration.name,
					isLoaded,
					run,
					...tried,
					isControlRight: after.receipt === honest.receipt,
				});
			}
		};
		await Promise.all(Array.from({ length: lanes }, lane));
	} finally {
		load?.kill("SIGKILL");
		await grader.close();
	}
	return results;
}

async function tryOne(
	grader: Grader,
	version: GradableVersion,
	attack: Attack,
) {
	const startedAt = performance.now();
	const { status, points } = await gradeWithin(grader, version, attack.source);
	return {
		status,
		points,
		isFair: attack.statuses.includes(status) && points <= attack.points,
		wallMs: Math.round(performance.now() - startedAt),
	};
}

async function gradeWithin(
	grader: Grader,
	version: GradableVersion,
	source: string,
) {
	const end = new AbortController();
	const timer = setTimeout(() => end.abort(), longestMs);
	try {
		return await grader.grade({
			version,
			source,
			language: "typescript",
			seed: 11,
			signal: end.signal,
		});
	} catch (error) {
		if (!end.signal.aborted) throw error;
		return { status: "no verdict", points: 0, receipt: "" };
	} finally {
		clearTimeout(timer);
	}
}

const results: Result[] = [];
const skipped: string[] = [];
for (const configuration of chosen) {
	if (Object.keys(configuration.switches).length > 0 && !hasSwitches) {
		skipped.push(configuration.name);
		continue;
	}
	for (const isLoaded of [false, true]) {
		for (let run = 1; run <= (isLoaded ? Number(values.runs) : 1); run++) {
			const startedAt = performance.now();
			const made = await tryAll(configuration, isLoaded, run);
			results.push(...made);
			const unfair = made.filter(
				(result) => !result.isFair && !isEndless(result),
			);
			const endless = made.filter(isEndless);
			const spoilt = made.filter((result) => !result.isControlRight);
			console.log(
				`${configuration.name}${isLoaded ? ", under load" : ""}, run ${run}: ${made.length} attacks, ${unfair.length} unfair, ${spoilt.length} spoilt controls, ${endless.length} without end, slowest ${Math.max(...made.map((result) => result.wallMs))} ms, ${Math.round((performance.now() - startedAt) / 1000)} s`,
			);
		}
	}
}
printDifferences(results);
if (skipped.length > 0)
	console.log(`\nnot tried, this grader cannot do without: ${skipped.join()}`);
if (values.json)
	writeFileSync(values.json, `${JSON.stringify(results, null, "\t")}\n`);
const isGood = results.every(
	(result) => (result.isFair || isEndless(result)) && result.isControlRight,
);
process.exitCode = isGood && results.length > 0 ? 0 : 1;

/** One line for each attack that did not end alike everywhere, or not fairly somewhere. */
function printDifferences(all: readonly Result[]): void {
	console.log("\n| attack | verdicts and points, with how often | not fair |");
	console.log("|---|---|---|");
	for (const [attack, own] of Map.groupBy(all, (result) => result.attack)) {
		const ends = Map.groupBy(
			own,
			({ status, points }) => `${status} ${points}`,
		);
		const unfair = own.filter(
			(result) =>
				(!result.isFair && !isEndless(result)) || !result.isControlRight,
		);
		if (ends.size === 1 && unfair.length === 0) continue;
		const counts = [...ends].map(([end, list]) => `${end} × ${list.length}`);
		const where = unfair.map(
			({ configuration, isLoaded }) =>
				`${configuration}${isLoaded ? " (load)" : ""}`,
		);
		console.log(
			`| ${attack} | ${counts.join(", ")} | ${[...new Set(where)].join(", ")} |`,
		);
	}
}
