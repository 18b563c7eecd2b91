import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase, openStore } from "../../db/open-store.ts";
import { users } from "../../db/schema.ts";
import type {
	CompiledVersion,
	ExerciseVersion,
	GradingJob,
	Store,
} from "../../db/store.ts";
import type { Verdict } from "../../grader/verdict.ts";

/** Gives the path of a database file in a folder of its own, removed when the test ends. */
export function temporaryFile(): string {
	const folder = mkdtempSync(join(tmpdir(), "chainrule-db-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return join(folder, "chainrule.sqlite");
}

/** Opens a store on a fresh file, and a second connection to the same file; both are closed when the test ends. */
export function openTemporaryStore(): {
	store: Store;
	db: Database;
	file: string;
} {
	const file = temporaryFile();
	const store = openStore({ file });
	const db = openDatabase(file);
	onTestFinished(async () => {
		db.$client.close();
		await store.close();
	});
	return { store, db, file };
}

/** Adds a user of this id whose address is `<id>@example.org`. */
export function addUser(
	db: Database,
	userId: string,
	extra: Partial<typeof users.$inferInsert> = {},
): void {
	const then = new Date(0);
	db.insert(users)
		.values({
			id: userId,
			name: userId,
			email: `${userId}@example.org`,
			createdAt: then,
			updatedAt: then,
			...extra,
		})
		.run();
}

/** Makes a version of an exercise with one check; the version's name is unlike a real hash, but readable. */
export function exerciseVersion(
	extra: {
		slug?: string;
		version?: string;
		order?: number;
		points?: number;
	} = {},
): ExerciseVersion {
	const slug = extra.slug ?? "neuron";
	return {
		version: extra.version ?? `${slug}-v1`,
		slug,
		exercise: {
			schemaVersion: 1,
			slug,
			title: { en: "A neuron", zh: "神经元" },
			summary: { en: "One neuron", zh: "一个神经元" },
			chapter: 1,
			order: extra.order ?? 1,
			difficulty: 1,
			minutes: 5,
			prerequisites: [],
			sources: [],
			checks: [
				{
					id: "value",
					title: { en: "The value", zh: "数值" },
					points: extra.points ?? 10,
					visible: true,
				},
			],
			tolerance: { absolute: 1e-9, relative: 1e-9, reason: "one product" },
			limits: { cpuMs: 100, heapMib: 32, outputKib: 64 },
			pictures: [],
			hints: [],
			wrong: {},
			equivalentMutants: [],
		},
		statement: { en: "# A neuron", zh: "# 神经元" },
		starter: "export function neuron() {}\n",
		publicPart: { functions: [], cases: [] },
		publishedAt: 1,
	};
}

export const compiled: CompiledVersion = { script: "plan()", proofs: "{}" };

/** Makes a verdict about a job, with one check and one console line. */
export function verdictFor(
	job: Pick<GradingJob, "slug" | "version">,
	extra: Partial<Verdict> = {},
): Verdict {
	return {
		schema: 1,
		status: "accepted",
		points: 10,
		maxPoints: 10,
		exercise: { slug: job.slug, version: job.version },
		language: "typescript",
		seed: 0,
		mistakes: [],
		checks: [
			{
				id: "value",
				title: { en: "The value", zh: "数值" },
				status: "passed",
				points: 10,
				maxPoints: 10,
				visible: true,
				cases: { passed: 1, total: 1 },
				followThroughPoints: 0,
				mistakes: [],
				shown: { input: [1], expected: 1, actual: 1 },
			},
		],
		console: ["hello"],
		measurements: { cpuMs: 1, wallMs: 1, heapMib: 1 },
		grader: { version: "0" },
		engine: { node: "24", v8: "13" },
		isolation: "isolate",
		level: "A",
		reproducible: true,
		receipt: "r",
		...extra,
	};
}

/** A store with exercise `neuron` published and students `ada` and `bob`. */
export async function openCourse() {
	const opened = openTemporaryStore();
	addUser(opened.db, "ada");
	addUser(opened.db, "bob");
	await opened.store.publishVersion(exerciseVersion(), compiled);
	return opened;
}

/** What a test submits unless it says otherwise. */
export const submission = {
	userId: "ada",
	slug: "neuron",
	language: "typescript",
	source: "export const x = 1;",
	now: 1000,
} as const;

/** Claims the next job, which the test knows to be there. */
export async function claim(
	store: Store,
	extra: Partial<Parameters<Store["claimNextSubmission"]>[0]> = {},
): Promise<GradingJob> {
	const job = await store.claimNextSubmission({
		workerId: "w1",
		leaseMs: 1000,
		now: 2000,
		...extra,
	});
	if (job === null) throw new Error("the queue is empty");
	return job;
}

/** Submits and grades at once: what a student's history is made of. */
export async function submitAndGrade(
	store: Store,
	input: Partial<Parameters<Store["createSubmission"]>[0]>,
	verdict: Partial<Verdict>,
): Promise<string> {
	const made = await store.createSubmission({ ...submission, ...input });
	const job = await claim(store);
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job, verdict),
		now: 2500,
	});
	return made.submission.submissionId;
}
