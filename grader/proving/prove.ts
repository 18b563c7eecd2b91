/** An author's proof: a bundle that does not pass it cannot be published. */
import { type Bundle, BundleError } from "../../exercises/bundle.ts";
import {
	type CompiledBundle,
	compileBundle,
} from "../bundles/compile-cases.ts";
import { findPlaceholders } from "../bundles/placeholder.ts";
import type { GradableVersion, Grader } from "../grader.ts";
import type { PlannedCall } from "../judging/plan.ts";
import type { PublicPart } from "../public-part.ts";
import { AuthorScriptError } from "../sandbox/ask-author.ts";
import { minimalBudget } from "../sandbox/run-calls.ts";
import type { CheckResult, Verdict } from "../verdict.ts";
import { makeLazyAnswers } from "./lazy-answers.ts";
import { type Mutant, makeMutants } from "./mutate.ts";
import { findPictureComplaints } from "./picture-complaints.ts";
import { prepareVersion } from "./record-proofs.ts";

/** Lazy answers and the starter may earn this share of the points. */
const lazyShare = 0.1;
/** Mutants that must die, of those not declared equivalent. */
const killShare = 0.95;
/** Calls run before asking whether a mutant is dead already. */
const chunkSize = 12;
const seeds = [0, 1];
/** Mutants of a bundle that a quick proof tries, spread over the solution. */
const quickMutants = 6;

export interface BundleProof {
	slug: string;
	version: string;
	ok: boolean;
	problems: string[];
	mutants: {
		made: number;
		killed: number;
		equivalent: number;
		survivors: { file: string; line: number; operator: string }[];
	};
}

/** What publishing stores of a proved bundle. */
export interface Proved {
	proof: BundleProof;
	compiled: CompiledBundle;
	version: GradableVersion;
	publicPart: PublicPart;
}

/** Compiles a bundle, records its proofs and describes its public part. @throws BundleError when that fails */
export async function prepareBundle(
	grader: Grader,
	bundle: Bundle,
): Promise<Omit<Proved, "proof"> & { complaints: string[] }> {
	const compiled = await compileBundle(bundle);
	try {
		const version = await prepareVersion(grader, compiled);
		const described = await grader.ask<{
			publicPart: PublicPart;
			complaints: string[];
		}>(version, "describe", { seed: 0 });
		return { compiled, version, ...described };
	} catch (error) {
		if (error instanceof AuthorScriptError)
			throw new BundleError("cases.ts", error.message, { cause: error });
		throw error;
	}
}

/**
 * Proves one bundle: the solution earns everything, lazy answers nearly nothing, every wrong version loses points and is
 * recognised, mutants die, two runs are equal. Problems are sentences for the author; only our own faults throw.
 * @param options `isQuick`: one seed and a few mutants, for daily use; publishing wants the whole proof
 */
export async function proveBundle(
	grader: Grader,
	bundle: Bundle,
	{ isQuick = false } = {},
): Promise<BundleProof> {
	const proof: BundleProof = {
		slug: bundle.exercise.slug,
		version: "",
		ok: false,
		problems: [],
		mutants: { made: 0, killed: 0, equivalent: 0, survivors: [] },
	};
	proof.problems.push(...unwritten(bundle));
	const tried = isQuick ? seeds.slice(0, 1) : seeds;
	try {
		const { version, publicPart, complaints } = await prepareBundle(
			grader,
			bundle,
		);
		proof.version = version.version;
		proof.problems.push(
			...complaints,
			...findPictureComplaints(bundle.exercise.pictures, publicPart),
		);
		const grade = (source: string, seed: number) =>
			grader.grade({ version, source, language: "typescript", seed });
		await proveSolution(bundle, grade, proof, tried);
		await proveLazyAnswers(bundle, publicPart, grade, proof);
		await proveWrongVersions(bundle, grade, proof, tried);
		await proveForgetting(grader, version, bundle, proof, tried);
		await proveBudget(grader, version, proof);
		await proveMutants(grader, version, bundle, proof, isQuick);
	} catch (error) {
		if (error instanceof AuthorScriptError)
			proof.problems.push(`cases.ts: ${error.message}`);
		else if (error instanceof BundleError) proof.problems.push(error.message);
		else throw error;
	}
	proof.ok = proof.problems.length === 0;
	return proof;
}

/** What a new bundle's author has still to write. */
function unwritten({ exercise, statement }: Bundle): string[] {
	const inExercise = textsIn(exercise, "").flatMap(([path, text]) =>
		findPlaceholders(text).map(
			({ what }) => `exercise.json: ${path}: still to be written: ${what}`,
		),
	);
	const inStatements = Object.entries(statement).flatMap(([language, text]) =>
		findPlaceholders(text).map(
			({ line, what }) =>
				`statement.${language}.md: line ${line}: still to be written: ${what}`,
		),
	);
	return [...inExercise, ...inStatements];
}

/** @returns every text in a JSON value, with where it stands */
function textsIn(value: unknown, path: string): [string, string][] {
	if (typeof value === "string") return [[path, value]];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, entry]) =>
		textsIn(entry, path === "" ? key : `${path}.${key}`),
	);
}

type Grade = (source: string, seed: number) => Promise<Verdict>;

async function proveSolution(
	bundle: Bundle,
	grade: Grade,
	proof: BundleProof,
	seeds: readonly number[],
): Promise<void> {
	for (const seed of seeds) {
		const [first, second] = [
			await grade(bundle.solution, seed),
			await grade(bundle.solution, seed),
		];
		if (first.status !== "accepted") {
			const failing = first.checks.find((check) => check.status !== "passed");
			proof.problems.push(
				`solution.ts: ${first.status} with ${first.points} of ${first.maxPoints} points (seed ${seed}${failing ? `, check ${failing.id}` : ""})`,
			);
		}
		if (first.receipt !== second.receipt)
			proof.problems.push(`solution.ts: two runs with seed ${seed} differ`);
	}
}

/**
 * An exercise's code answers many submissions in one context. Whatever it may keep in there, plans and judgements must be
 * those of a context in which nothing was asked before.
 */
async function proveForgetting(
	grader: Grader,
	version: GradableVersion,
	bundle: Bundle,
	proof: BundleProof,
	seeds: readonly number[],
): Promise<void> {
	for (const seed of seeds) {
		const calls = await grader.plan(version, seed);
		const questions: [operation: string, input: object][] = [
			["plan", { seed }],
		];
		for (const source of [bundle.starter, bundle.solution]) {
			const outcomes = await grader.runAuthorSource(
				version,
				source,
				calls,
				seed,
			);
			questions.push([
				"judge",
				{ seed, outcomes, heavyCalls: Object.keys(version.proofs.budgets) },
			]);
		}
		// All of the used context's answers first: a fresh one takes its place.
		const answers: string[] = [];
		for (const isFresh of [false, true]) {
			for (const [operation, input] of questions)
				answers.push(
					JSON.stringify(await grader.ask(version, operation, input, isFresh)),
				);
		}
		if (
			questions.some(
				(_, index) => answers[index] !== answers[index + questions.length],
			)
		)
			proof.problems.push(
				`cases.ts: remembers: it plans or judges otherwise after other submissions (seed ${seed})`,
			);
	}
}

async function proveLazyAnswers(
	bundle: Bundle,
	publicPart: PublicPart,
	grade: Grade,
	proof: BundleProof,
): Promise<void> {
	const answers = {
		"starter.ts": bundle.starter,
		...makeLazyAnswers(publicPart),
	};
	for (const [name, source] of Object.entries(answers)) {
		const verdict = await grade(source, 0);
		if (verdict.points > lazyShare * verdict.maxPoints) {
			proof.problems.push(
				`${name}: earns ${verdict.points} of ${verdict.maxPoints} points; at most a tenth is allowed`,
			);
		}
	}
}

async function proveWrongVersions(
	bundle: Bundle,
	grade: Grade,
	proof: BundleProof,
	seeds: readonly number[],
): Promise<void> {
	const names = Object.keys(bundle.wrong);
	if (names.length < 2)
		proof.problems.push(
			`wrong/: expected at least two wrong versions; got ${names.length}`,
		);
	for (const [name, source] of Object.entries(bundle.wrong)) {
		for (const seed of seeds) {
			const verdict = await grade(source, seed);
			if (verdict.points >= verdict.maxPoints)
				proof.problems.push(`wrong/${name}.ts: loses no points (seed ${seed})`);
			if (!verdict.mistakes.includes(name)) {
				const named =
					verdict.mistakes.length > 0
						? `; named instead: ${verdict.mistakes.join(", ")}`
						: "";
				proof.problems.push(
					`wrong/${name}.ts: is not recognised (seed ${seed}${named})`,
				);
			}
		}
	}
}

/** Spending the counted budget must take at most half of a call's CPU limit, so that the count always decides first. */
async function proveBudget(
	grader: Grader,
	version: GradableVersion,
	proof: BundleProof,
): Promise<void> {
	const calls = await grader.plan(version, 0);
	const budgetOf = (call: PlannedCall) =>
		version.proofs.budgets[call.id] ?? minimalBudget;
	const largest = calls.reduce(
		(best, call) => (budgetOf(call) > budgetOf(best) ? call : best),
		calls[0] as PlannedCall,
	);
	const run = await grader.runAsSubmission(
		version,
		`export function ${largest.name}() { for (;;) {} }`,
		[largest],
		0,
	);
	const cpuMs = run?.cpuMs ?? 0;
	if (
		run?.outcomes[largest.id]?.kind !== "time_limit" ||
		cpuMs > version.exercise.limits.cpuMs / 2
	) {
		proof.problems.push(
			`exercise.json: limits.cpuMs: spending the counted budget of ${largest.caseId} takes ${Math.round(cpuMs)} ms; at most half of ${version.exercise.limits.cpuMs} ms is allowed`,
		);
	}
}

async function proveMutants(
	grader: Grader,
	version: GradableVersion,
	bundle: Bundle,
	proof: BundleProof,
	isQuick: boolean,
): Promise<void> {
	const calls = await grader.plan(version, 0);
	const all = makeMutants(bundle.solution);
	const every = isQuick ? Math.ceil(all.length / quickMutants) : 1;
	const mutants = all.filter((_, index) => index % every === 0);
	const declared = [...bundle.exercise.equivalentMutants];
	const isDeclared = (mutant: Mutant) => {
		const index = declared.findIndex(
			(entry) =>
				entry.line === mutant.line && entry.operator === mutant.operator,
		);
		if (index >= 0) declared.splice(index, 1);
		return index >= 0;
	};
	const survivors: Mutant[] = [];
	const queue = [...mutants];
	const work = async () => {
		for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
			if (await survives(grader, version, mutant.source, calls))
				survivors.push(mutant);
		}
	};
	await Promise.all([work(), work()]);
	survivors.sort(
		(a, b) => a.line - b.line || (a.operator < b.operator ? -1 : 1),
	);
	const equivalent = survivors.filter(isDeclared);
	const alive = survivors.filter((mutant) => !equivalent.includes(mutant));
	const made = mutants.length;
	const killed = made - survivors.length;
	proof.mutants = {
		made,
		killed,
		equivalent: equivalent.length,
		survivors: alive.map(({ line, operator }) => ({
			file: "solution.ts",
			line,
			operator,
		})),
	};
	// A quick proof has not tried them all.
	for (const { line, operator } of isQuick ? [] : declared) {
		proof.problems.push(
			`exercise.json: equivalentMutants names line ${line}, ${operator}, which is killed or does not exist`,
		);
	}
	const counted = made - equivalent.length;
	if (counted > 0 && killed / counted < killShare) {
		proof.problems.push(
			`cases.ts: only ${killed} of ${counted} mutants of the solution are killed; at least ${killShare * 100} % must be`,
		);
	}
}

/** Runs a mutant case by case in chunks and stops at the first failing one. */
async function survives(
	grader: Grader,
	version: GradableVersion,
	source: string,
	calls: readonly PlannedCall[],
): Promise<boolean> {
	const outcomes = {};
	for (let start = 0; start < calls.length; start += chunkSize) {
		const chunk = calls.slice(start, start + chunkSize);
		Object.assign(
			outcomes,
			await grader.runAuthorSource(version, source, chunk, 0),
		);
		if (
			await grader.ask<boolean>(version, "hasFailingCase", {
				seed: 0,
				outcomes,
			})
		)
			return false;
	}
	const { checks } = await grader.ask<{ checks: CheckResult[] }>(
		version,
		"judge",
		{ seed: 0, outcomes, heavyCalls: Object.keys(version.proofs.budgets) },
	);
	return checks.every((check) => check.status === "passed");
}
