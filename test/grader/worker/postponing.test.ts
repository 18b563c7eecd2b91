import { expect, it } from "vitest";
import type { Submission } from "../../../db/store.ts";
import { Grader } from "../../../grader/grader.ts";
import { Worker } from "../../../grader/worker/worker.ts";
import { addUser, openTemporaryStore } from "../../db/temporary-store.ts";
import { prepareBuiltIn } from "../prepared.ts";

const endless = `export function backward() {
	return Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);
}
export function nextX(x: number, deltaX: number) { return x - deltaX; }
`;

it("gives up the lane of a run without an end while others wait, and judges it after them, with as much time as alone", async () => {
	const { store, db } = openTemporaryStore();
	for (const userId of ["eve", "ada", "bob"]) addUser(db, userId);
	const grader = new Grader({ size: 1 });
	const { version, solution } = await prepareBuiltIn(
		grader,
		"nonlinear-backward",
	);
	await grader.close();
	await store.publishVersion(
		{
			version: version.version,
			slug: version.exercise.slug,
			exercise: version.exercise,
			statement: { en: "", zh: "" },
			starter: "",
			publicPart: { functions: [], cases: [] },
			publishedAt: 1,
		},
		{ script: version.script, proofs: JSON.stringify(version.proofs) },
	);
	const submit = async (userId: string, source: string) => {
		const made = await store.createSubmission({
			userId,
			slug: "nonlinear-backward",
			language: "typescript",
			source,
			now: Date.now(),
		});
		return made.submission.submissionId;
	};
	const hostile = await submit("eve", endless);
	const honest = [await submit("ada", solution), await submit("bob", solution)];

	const worker = new Worker(store, {
		id: "w",
		size: 1,
		log: {
			debug: () => undefined,
			info: () => undefined,
			error: () => undefined,
		},
	});
	const work = worker.run();
	const read = async (id: string): Promise<Submission> => {
		for (;;) {
			const submission = await store.findSubmission(id);
			if (submission?.verdict) return submission;
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	};
	const last = await read(hostile);
	const others = await Promise.all(honest.map(read));
	worker.stop();
	await work;

	for (const { verdict, finishedAt } of others) {
		expect(verdict?.status).toBe("accepted");
		expect(finishedAt).toBeLessThan(last.finishedAt ?? 0);
	}
	expect(last.verdict).toMatchObject({ status: "time_limit" });
	// One call's whole limit was spent at least: being put off has taken nothing from it.
	expect(last.verdict?.measurements.cpuMs).toBeGreaterThanOrEqual(
		version.exercise.limits.cpuMs,
	);
	const runs = db.$client
		.prepare("SELECT runs, kind FROM submissions ORDER BY submission_id")
		.all();
	expect(runs).toEqual([
		{ runs: 2, kind: "long" },
		{ runs: 1, kind: "live" },
		{ runs: 1, kind: "live" },
	]);
}, 60_000);
