/**
 * Proves that what a database holds is what was judged: every receipt is computed again from its stored verdict and source;
 * and, for a sample, the submission is graded again.
 */
import { type Database, openDatabase } from "../../db/open-database.ts";
import { openStore } from "../../db/open-store.ts";
import {
	countStoredVerdicts,
	readStoredVerdicts,
	type StoredVerdict,
} from "../../db/stored-verdicts.ts";
import { type GradableVersion, Grader } from "../grader.ts";
import { receiptOf, sha256 } from "../receipt.ts";
import { type Verdict, verdictSchema } from "../verdict.ts";
import { graderVersion } from "../version.ts";
import { seedOfAttempt } from "../worker/seed.ts";

export interface ReceiptReport {
	verdicts: number;
	/** Their receipts belong to them. */
	equal: number;
	/** Made by another version of the grader, whose receipts may be computed otherwise, and not equal. */
	incomparable: number;
	/** One sentence for each that is not what was judged. */
	differing: string[];
}

export interface ReplayReport {
	replayed: number;
	/** Verdicts that cannot be compared by grading again: another engine, another grader, or ended by a clock or by our fault. */
	incomparable: number;
	differing: string[];
}

/** Computes every receipt again. @param onProgress told how many verdicts of all have been looked at */
export async function verifyReceipts(
	file: string,
	onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ReceiptReport> {
	const secret = await readSeedSecret(file);
	const report: ReceiptReport = {
		verdicts: 0,
		equal: 0,
		incomparable: 0,
		differing: [],
	};
	withDatabase(file, (db) => {
		const total = countStoredVerdicts(db);
		for (const stored of readStoredVerdicts(db)) {
			report.verdicts++;
			onProgress(report.verdicts, total);
			const problem = findProblem(stored, secret);
			if (problem === null) report.equal++;
			else if (isOtherGraders(stored)) report.incomparable++;
			else report.differing.push(`${nameOf(stored)}: ${problem}`);
		}
	});
	return report;
}

/**
 * Grades a sample again, spread evenly over all verdicts that can be compared.
 * @param count how many at most
 */
export async function replayVerdicts(
	file: string,
	count: number,
	onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ReplayReport> {
	let comparable = 0;
	let incomparable = 0;
	withDatabase(file, (db) => {
		for (const stored of readStoredVerdicts(db)) {
			if (readReplayable(stored) === null) incomparable++;
			else comparable++;
		}
	});
	const total = Math.min(count, comparable);
	const sample: { stored: StoredVerdict; verdict: Verdict }[] = [];
	withDatabase(file, (db) => {
		let index = 0;
		for (const stored of readStoredVerdicts(db)) {
			const verdict = readReplayable(stored);
			if (verdict === null) continue;
			// The index at which each further part of the whole begins.
			if (index === Math.floor((sample.length * comparable) / total))
				sample.push({ stored, verdict });
			index++;
			if (sample.length === total) return;
		}
	});
	const differing: string[] = [];
	const grader = new Grader({ size: 1 });
	try {
		for (const [index, { stored, verdict }] of sample.entries()) {
			const { source, language } = stored;
			const again = await grader.grade({
				version: await readVersion(file, stored.version),
				source,
				language,
				seed: verdict.seed,
			});
			if (again.receipt !== verdict.receipt) {
				differing.push(
					`${nameOf(stored)}: stored as ${verdict.status} with ${verdict.points} points, graded again as ${again.status} with ${again.points}`,
				);
			}
			onProgress(index + 1, total);
		}
	} finally {
		await grader.close();
	}
	return { replayed: sample.length, incomparable, differing };
}

/** @returns what is wrong with a stored verdict; null when all of it fits together */
function findProblem(stored: StoredVerdict, secret: string): string | null {
	const parsed = verdictSchema.safeParse(stored.verdict);
	if (!parsed.success) return "its verdict cannot be read";
	const verdict = parsed.data;
	if (sha256(stored.source) !== stored.sourceHash)
		return "its source is not the one that was submitted";
	const { slug, version } = verdict.exercise;
	if (slug !== stored.slug || version !== stored.version)
		return "its verdict is about another exercise";
	if (verdict.language !== stored.language)
		return "its verdict is about another language";
	const isRow =
		verdict.status === stored.status &&
		verdict.points === stored.points &&
		verdict.maxPoints === stored.maxPoints;
	if (!isRow)
		return `it counts as ${stored.status} with ${stored.points} points, its verdict says ${verdict.status} with ${verdict.points}`;
	const { seedUserId, seedAttempt } = stored;
	if (verdict.seed !== seedOfAttempt(secret, slug, seedUserId, seedAttempt))
		return "its seed does not come from this installation's secret";
	if (receiptOf(verdict, stored.source) !== verdict.receipt)
		return `${verdict.receipt} is not the receipt of its verdict and source`;
	return null;
}

function isOtherGraders({ verdict }: StoredVerdict): boolean {
	const parsed = verdictSchema.safeParse(verdict);
	return parsed.success && parsed.data.grader.version !== graderVersion;
}

/** @returns the verdict when grading again must give the same receipt, else null */
function readReplayable({ verdict: value }: StoredVerdict): Verdict | null {
	const parsed = verdictSchema.safeParse(value);
	if (!parsed.success) return null;
	const verdict = parsed.data;
	const { node, v8 } = process.versions;
	const isComparable =
		verdict.grader.version === graderVersion &&
		verdict.engine.node === node &&
		verdict.engine.v8 === v8 &&
		verdict.reproducible &&
		verdict.status !== "internal_error";
	return isComparable ? verdict : null;
}

function nameOf({ submissionId, run }: StoredVerdict): string {
	return `submission ${submissionId}, run ${run}`;
}

function withDatabase(file: string, read: (db: Database) => void): void {
	const db = openDatabase(file);
	try {
		read(db);
	} finally {
		db.$client.close();
	}
}

async function readSeedSecret(file: string): Promise<string> {
	const store = openStore({ file });
	try {
		return await store.getSecret("seeds");
	} finally {
		await store.close();
	}
}

async function readVersion(
	file: string,
	version: string,
): Promise<GradableVersion> {
	const store = openStore({ file });
	try {
		const stored = await store.findVersion(version);
		if (stored === null) throw new Error(`there is no version ${version}`);
		const { script, proofs } = await store.getCompiled(version);
		return {
			version,
			exercise: stored.exercise,
			script,
			proofs: JSON.parse(proofs) as GradableVersion["proofs"], // written by publishing, in our own database
		};
	} finally {
		await store.close();
	}
}
