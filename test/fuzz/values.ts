/** Values through the harness's encoder in a real isolate, to the text that leaves it, to what judging makes of it. */
import fc from "fast-check";
import type { Value } from "../../exercises/authoring/value.ts";
import {
	type HarnessOutcome,
	outcomeSchema,
} from "../../grader/harness/outcome.ts";
import { findRefused, fromWire, toClipped } from "../../grader/harness/wire.ts";
import {
	findDifference,
	isFiniteAndNonZero,
} from "../../grader/judging/compare.ts";
import { SandboxPool } from "../../grader/sandbox/pool.ts";
import { SourceReader } from "../../grader/sandbox/read-source.ts";
import { expression, tampering } from "./programs.ts";
import {
	demand,
	type FuzzOptions,
	longestKindMs,
	withinDeadline,
} from "./tally.ts";
import { list, text } from "./text.ts";

const callsPerJob = 50;
const outputBytes = 20_000;
/** Characters of what a verdict shows of a value. */
const maxShownLength = 1_200_000;
const exact = { absolute: 0, relative: 0 };
const lanes = 2;
let programCount = 0;

interface Sandbox {
	pool: SandboxPool;
	reader: SourceReader;
}

const number = fc.oneof(
	fc.double(),
	fc.constantFrom(
		-0,
		5e-324,
		-5e-324,
		2 ** 53 + 2,
		1.7976931348623157e308,
		1e21,
		1e-7,
	),
	fc.integer(),
);
const plain = fc.letrec<{ any: Value }>((tie) => ({
	any: fc.oneof(
		{ maxDepth: 4 },
		number,
		number,
		fc.boolean(),
		fc.string({ unit: "binary", maxLength: 12 }),
		fc.constantFrom(null, undefined),
		fc.array(tie("any"), { maxLength: 4 }),
		fc.dictionary(
			fc.oneof(
				fc.string({ maxLength: 6 }),
				fc.constantFrom(
					"__proto__",
					"constructor",
					"length",
					"toString",
					"o",
					"$",
					"!",
					"f",
					"get",
					"value",
				),
			),
			tie("any"),
			{ maxKeys: 4, noNullPrototype: true },
		),
	),
})).any;

/** Source text that makes the value anew, whatever has become of the globals. */
function literal(value: Value): string {
	if (typeof value === "number") {
		if (Number.isNaN(value)) return "(0 / 0)";
		if (Math.abs(value) === Number.POSITIVE_INFINITY)
			return value > 0 ? "(1 / 0)" : "(-1 / 0)";
		return Object.is(value, -0) ? "(-0)" : `(${value})`;
	}
	if (value === undefined) return "(void 0)";
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
	const entries = Object.entries(value).map(
		([key, item]) => `[${JSON.stringify(key)}]: ${literal(item)}`,
	);
	return `({ ${entries.join()} })`;
}

/** Returns values, plain ones from a realm that was tampered with. @throws Error with what came back changed */
export async function fuzzValues({
	seed,
	count,
	tally,
}: FuzzOptions): Promise<void> {
	const pool = new SandboxPool({ size: lanes });
	const readers = new SandboxPool({ size: lanes, kind: "transform" });
	const sandbox = { pool, reader: new SourceReader(readers) };
	const size = { minLength: callsPerJob, maxLength: callsPerJob };
	const plainJob = fc
		.tuple(
			fc.array(plain, size),
			list(text`try { ${tampering} } catch {}`, "\n", 3),
		)
		.map(([values, patches]) => ({ values, patches }));
	const exoticJob = fc.array(expression, {
		minLength: callsPerJob / 2,
		maxLength: callsPerJob / 2,
	});
	const lane = (number: number) => {
		const numRuns = Math.ceil(count / lanes / (callsPerJob * 1.5));
		return fc.assert(
			fc.asyncProperty(
				plainJob,
				exoticJob,
				async ({ values, patches }, expressions) => {
					const outcomes = await run(
						sandbox,
						`const kept = [];\n${patches}`,
						values.map(literal),
					);
					for (const [index, value] of values.entries()) {
						const outcome = outcomes[index];
						demandSame(outcome, value, patches);
						tally.count("plain: the same", true);
					}
					for (const outcome of await run(sandbox, scope, expressions)) {
						tally.count(
							outcome ? `any: ${outcomeName(outcome)}` : "any: not returned",
							outcome !== undefined,
						);
					}
				},
			),
			{
				seed: seed + number,
				numRuns,
				interruptAfterTimeLimit: longestKindMs,
				markInterruptAsFailure: true,
			},
		);
	};
	try {
		await Promise.all(
			Array.from({ length: lanes }, (_, number) => lane(number)),
		);
	} finally {
		await Promise.all([pool.close(), readers.close()]);
	}
}

const scope =
	"const kept = []; let self, a, b, c, x = 1, y = 2, values = { a: 1, b: 2, c: 3 }, deltaX = 4; const backward = () => 1;";

/** One call for each expression, each by itself; where a limit ended the child, the rest have no outcome. */
async function run(
	{ pool, reader }: Sandbox,
	head: string,
	makers: readonly string[],
): Promise<(HarnessOutcome | undefined)[]> {
	const source = `${head}\nconst make = [${makers.map((maker) => `function () { return ${maker}; }`).join(",\n")}];\nexport function f(index) { return make[index](); }`;
	const read = await withinDeadline(reader.read(source));
	if (read.kind === "compile_error")
		throw new Error(`does not compile: ${read.message}\n${source}`);
	const outcomes: (HarnessOutcome | undefined)[] = makers.map(() => undefined);
	let refusal = "";
	const end = await withinDeadline(
		pool.lend((lane) =>
			lane.run(
				{
					type: "run",
					program: `${++programCount}`,
					material: {
						code: read.code,
						calls: makers.map((_, index) =>
							JSON.stringify({
								name: "f",
								args: [index],
								budget: 20_000,
								seed: "0",
							}),
						),
					},
					groups: [{ calls: [...makers.keys()], isShown: true }],
					again: [],
					isolatesAfter: 0,
					isAtAStretch: false,
					heapMib: 32,
					outputBytes,
					moduleBudget: 20_000,
					wallMs: 1_000,
					fatalsLeft: makers.length,
				},
				{ cpuMs: 300, wallMs: 3_000, totalCpuMs: 5_000 },
				(report) => {
					if (report.type === "compile_error") refusal = report.message;
					if (report.type === "ends")
						for (const [offset, outcome] of report.outcomes.entries())
							outcomes[report.index + offset] = outcome;
				},
			),
		),
	);
	demand(
		end.kind !== "died",
		`the child died: ${end.kind === "died" ? end.reason : ""}`,
	);
	demand(refusal === "", `does not compile: ${refusal}\n${source}`);
	for (const outcome of outcomes) if (outcome) demandBounded(outcome);
	return outcomes;
}

/** What judging does first with anything that passes the schema must not throw. */
function demandBounded(outcome: HarnessOutcome): void {
	outcomeSchema.parse(outcome);
	if (outcome.kind !== "value") return;
	const { length } = JSON.stringify(outcome.value);
	demand(length <= 7 * outputBytes, `a result of ${length} characters`);
	const refused = findRefused(outcome.value);
	if (refused) {
		demand(refused.what !== "", "refused without a name");
		return;
	}
	const value = fromWire(outcome.value);
	isFiniteAndNonZero(value);
	findDifference(value, { deltaC: 1, list: [value] }, exact);
	demand(
		findDifference(value, value, exact) === null,
		"a value differs from itself",
	);
	demand(
		JSON.stringify(toClipped(value)).length <= maxShownLength,
		"too long to be shown",
	);
}

function demandSame(
	outcome: HarnessOutcome | undefined,
	value: Value,
	patches: string,
): void {
	const isSame =
		outcome?.kind === "value" && isIdentical(fromWire(outcome.value), value);
	demand(
		isSame,
		`${literal(value)} came back as ${JSON.stringify(outcome)} after ${patches}`,
	);
}

/** Same kind, same keys in the same order, numbers bit for bit (with one NaN). */
function isIdentical(actual: Value, wanted: Value): boolean {
	if (typeof wanted !== "object" || wanted === null)
		return Object.is(actual, wanted);
	if (typeof actual !== "object" || actual === null) return false;
	if (Array.isArray(actual) !== Array.isArray(wanted)) return false;
	const [own, keys] = [Object.keys(actual), Object.keys(wanted)];
	return (
		own.length === keys.length &&
		keys.every(
			(key, index) =>
				own[index] === key &&
				isIdentical(Reflect.get(actual, key), Reflect.get(wanted, key)),
		)
	);
}

function outcomeName(outcome: HarnessOutcome): string {
	return outcome.kind === "value" && findRefused(outcome.value)
		? "refused"
		: outcome.kind;
}
