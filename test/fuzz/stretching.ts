/** The same programs with their calls made at a stretch and one by one: two ways to the same outcomes. */
import fc from "fast-check";
import { Grader } from "../../grader/grader.ts";
import type { HarnessOutcome } from "../../grader/harness/outcome.ts";
import type { PlannedCall } from "../../grader/judging/plan.ts";
import type { CallJob, RunJob } from "../../grader/sandbox/messages.ts";
import { SandboxPool } from "../../grader/sandbox/pool.ts";
import { SourceReader } from "../../grader/sandbox/read-source.ts";
import { prepareBuiltIn } from "../grader/prepared.ts";
import { longNumbers } from "./grading.ts";
import { calledMark, programs } from "./programs.ts";
import {
	demand,
	type FuzzOptions,
	longestKindMs,
	withinDeadline,
} from "./tally.ts";

const lanes = 2;
const attemptSeed = 11;
const clock = { cpuMs: 300, wallMs: 1_500, totalCpuMs: 600 };
const fatalsLeft = 3;
let programCount = 0;
/** Promise jobs run when the isolate is left: after each call, or after all of them. */
const leavesJobs = /async|Promise/;

/**
 * How deep a recursion gets before the stack is full is not the same every time, so neither are its turns; that is why two
 * passes need not agree on them either.
 */
const mayFillStack = /(?<!function )\b(?:again|backward|nextX)\(/;

interface Sandbox {
	students: SandboxPool;
	reader: SourceReader;
	/** Visible calls and hidden ones, as a first pass groups them. */
	groups: readonly [readonly PlannedCall[], readonly PlannedCall[]];
}

/** What a job came to, call by call; a call that was not reported has no outcome. */
interface Ran {
	outcomes: (HarnessOutcome | undefined)[];
	/** The child left something for the second try, or was stopped by a clock: machines may differ in that. */
	isCutShort: boolean;
	/** V8 refuses the text. */
	isRefused: boolean;
}

/** Makes calls both ways. @throws Error with the program that ends differently */
export async function fuzzStretches({
	seed,
	count,
	tally,
}: FuzzOptions): Promise<void> {
	const students = new SandboxPool({ size: lanes });
	const readers = new SandboxPool({ size: lanes, kind: "transform" });
	try {
		const { honest, calls } = await prepareCalls();
		const sandbox: Sandbox = {
			students,
			reader: new SourceReader(readers),
			groups: [
				calls.filter((call) => call.isVisible),
				calls.filter((call) => !call.isVisible),
			],
		};
		const drawn = programs(honest).filter((source) => !leavesJobs.test(source));
		const lane = (number: number) =>
			fc.assert(
				fc.asyncProperty(drawn, async (source) => {
					const { status, isExecuted } = await compareWays(sandbox, source);
					tally.count(status, isExecuted);
				}),
				{
					seed: seed + number,
					numRuns: Math.ceil(count / lanes),
					interruptAfterTimeLimit: longestKindMs,
					markInterruptAsFailure: true,
				},
			);
		await Promise.all(
			Array.from({ length: lanes }, (_, number) => lane(number)),
		);
	} finally {
		await Promise.all([students.close(), readers.close()]);
	}
}

async function prepareCalls() {
	const grader = new Grader({ size: 1 });
	try {
		const { version, solution } = await prepareBuiltIn(
			grader,
			"nonlinear-backward",
		);
		const calls = await grader.plan(version, attemptSeed);
		const wrong = version.proofs.wrong.map(({ source }) => source);
		return { honest: [solution, ...wrong], calls };
	} finally {
		await grader.close();
	}
}

/** @returns how it ended, and whether a call got as far as the program's own statements */
async function compareWays(
	sandbox: Sandbox,
	source: string,
): Promise<{ status: string; isExecuted: boolean }> {
	const read = await withinDeadline(sandbox.reader.read(source));
	if (read.kind === "compile_error")
		return { status: "refused", isExecuted: false };
	const stretch = await run(sandbox, read.code, true);
	demandNothingHidden(sandbox, stretch.outcomes);
	const isExecuted = stretch.outcomes.some(
		(outcome) =>
			outcome?.kind === "value" || outcome?.console?.includes(calledMark),
	);
	if (stretch.isRefused) return { status: "refused", isExecuted };
	if (stretch.isCutShort) return { status: "left for one by one", isExecuted };
	const single = await run(sandbox, read.code, false);
	demandNothingHidden(sandbox, single.outcomes);
	if (single.isCutShort) return { status: "stopped one by one", isExecuted };
	for (const [index, outcome] of stretch.outcomes.entries()) {
		const [together, alone] = [outcome, single.outcomes[index]].map((each) =>
			JSON.stringify(
				each && mayFillStack.test(source) ? { ...each, ticks: 0 } : each,
			),
		);
		demand(
			together === alone,
			`call ${index} gives ${together} at a stretch and ${alone} by itself`,
		);
	}
	const kinds = new Set(stretch.outcomes.map((outcome) => outcome?.kind));
	const kind = kinds.size === 1 ? [...kinds].join() : "mixed";
	return { status: `the same: ${kind}`, isExecuted };
}

async function run(
	{ students, groups }: Sandbox,
	code: string,
	isAtAStretch: boolean,
): Promise<Ran> {
	const calls = groups.flat();
	const outcomes: Ran["outcomes"] = calls.map(() => undefined);
	const job: RunJob = {
		type: "run",
		program: `${++programCount}`,
		material: { code, calls: calls.map((call) => JSON.stringify(jobOf(call))) },
		groups: groups.map((group) => ({
			calls: group.map((call) => calls.indexOf(call)),
			isShown: group.every((call) => call.isVisible),
		})),
		again: [],
		isolatesAfter: 0,
		isAtAStretch,
		heapMib: 16,
		outputBytes: 16 * 1024,
		moduleBudget: 100_000,
		wallMs: clock.wallMs,
		fatalsLeft,
	};
	let isUnattributed = false;
	let isRefused = false;
	const end = await withinDeadline(
		students.lend((lane) =>
			lane.run(job, clock, (report) => {
				if (report.type === "unattributed") isUnattributed = true;
				if (report.type === "compile_error") isRefused = true;
				if (report.type === "ends")
					for (const [offset, outcome] of report.outcomes.entries())
						outcomes[report.index + offset] = outcome;
			}),
		),
	);
	demand(
		end.kind !== "died",
		`the child died: ${end.kind === "died" ? end.reason : ""}`,
	);
	return {
		outcomes,
		isCutShort: isUnattributed || end.kind !== "done",
		isRefused,
	};
}

function jobOf(call: PlannedCall): CallJob {
	return {
		name: call.name,
		args: call.args,
		budget: 100_000,
		seed: `${attemptSeed}/${call.id}`,
		...(call.apply === undefined ? {} : { apply: call.apply }),
	};
}

/** What visible calls report holds no number of a hidden call, and hidden calls report nothing of their console. */
function demandNothingHidden(
	{ groups: [visible, hidden] }: Sandbox,
	outcomes: Ran["outcomes"],
): void {
	const told = JSON.stringify(outcomes.slice(0, visible.length));
	const known = new Set(visible.flatMap((call) => longNumbers(call.args)));
	for (const number of hidden.flatMap((call) => longNumbers(call.args)))
		demand(
			known.has(number) || !told.includes(number),
			`the hidden argument ${number} stands in ${told}`,
		);
	for (const outcome of outcomes.slice(visible.length))
		demand(outcome?.console === undefined, "a hidden call's console is told");
}
