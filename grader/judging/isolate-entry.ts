/**
 * What an author child evaluates beside a version's script, which has put the case definitions on the global. Each
 * operation takes and returns one JSON text.
 */
import type { CaseDefinitions } from "../../exercises/authoring/cases.ts";
import type { Exercise } from "../../exercises/bundle.ts";
import type { Outcomes } from "../harness/outcome.ts";
import type { CheckResult } from "../verdict.ts";
import { describePublicPart, findComplaints } from "./describe.ts";
import {
	judge,
	judgeCase,
	type RecordedValues,
	valuesToRecord,
} from "./judge.ts";
import { type PlannedCase, planCases } from "./plan.ts";
import { recognise, type WrongVersionOutcomes } from "./recognise.ts";

interface Asked {
	seed: number;
}

function definitions(): CaseDefinitions {
	const found: unknown = Reflect.get(globalThis, "chainruleCases");
	if (typeof found !== "object" || found === null) {
		throw new TypeError("cases.ts must `export default cases({ … })`");
	}
	return found as CaseDefinitions; // made by the authoring API; anything else fails in planning with a message
}

function exercise(): Exercise {
	// Put there by the grader, from the version's own row.
	return Reflect.get(globalThis, "chainruleExercise") as Exercise;
}

let recorded: RecordedValues | null = null;

/** Put there by the grader as well, as text: a context that plans only never reads it. */
function recordedValues(): RecordedValues {
	const text: unknown = Reflect.get(globalThis, "chainruleRecorded");
	recorded ??=
		typeof text === "string" ? (JSON.parse(text) as RecordedValues) : {};
	return recorded;
}

/** What was planned last: a submission is judged right after its calls were planned, or nearly. */
let last: { seed: number; planned: PlannedCase[] } | null = null;

function read<Input extends Asked>(text: string) {
	const asked = JSON.parse(text) as Input; // written by the grader itself
	const { seed } = asked;
	if (last?.seed !== seed)
		last = {
			seed,
			planned: planCases(definitions(), exercise().checks, seed),
		};
	return { asked, exercise: exercise(), planned: last.planned };
}

const operations = {
	plan(text: string): string {
		const { planned } = read(text);
		return JSON.stringify(planned.flatMap((plannedCase) => plannedCase.calls));
	},
	judge(text: string): string {
		const { asked, exercise, planned } = read<
			Asked & {
				outcomes: Outcomes;
				withFollowThrough?: boolean;
				heavyCalls?: string[];
			}
		>(text);
		const { outcomes, withFollowThrough, heavyCalls } = asked;
		return JSON.stringify(
			judge(
				exercise,
				planned,
				outcomes,
				recordedValues(),
				withFollowThrough,
				heavyCalls,
			),
		);
	},
	valuesToRecord(text: string): string {
		const { planned } = read(text);
		return JSON.stringify(valuesToRecord(planned));
	},
	/** True when a case all of whose calls have outcomes is not right; cases still to be run do not count. */
	hasFailingCase(text: string): string {
		const { asked, exercise, planned } = read<Asked & { outcomes: Outcomes }>(
			text,
		);
		const isDone = (plannedCase: PlannedCase) =>
			plannedCase.calls.every((call) => Object.hasOwn(asked.outcomes, call.id));
		const { tolerance } = exercise;
		const isWrong = (plannedCase: PlannedCase) =>
			!judgeCase(
				tolerance,
				plannedCase,
				asked.outcomes,
				recordedValues(),
				// Whether it is right is all that is asked.
				false,
			).isRight;
		return JSON.stringify(planned.filter(isDone).some(isWrong));
	},
	recognise(text: string): string {
		const { asked, exercise, planned } = read<
			Asked & {
				outcomes: Outcomes;
				checks: CheckResult[];
				wrongVersions: WrongVersionOutcomes[];
				isExact: boolean;
			}
		>(text);
		const { checks, outcomes, wrongVersions, isExact } = asked;
		return JSON.stringify(
			recognise(
				exercise.tolerance,
				planned,
				checks,
				outcomes,
				wrongVersions,
				recordedValues(),
				isExact,
			),
		);
	},
	describe(text: string): string {
		const { exercise, planned } = read(text);
		return JSON.stringify({
			publicPart: describePublicPart(definitions(), planned),
			complaints: findComplaints(exercise, planned),
		});
	},
};

for (const [name, operation] of Object.entries(operations))
	Reflect.set(globalThis, name, operation);
