/**
 * Submissions come in over HTTP all the time while web, worker and sandbox children are killed with SIGKILL at random
 * moments; at the end everything is killed, and the database is opened anew. Every accepted submission has exactly one
 * current verdict, the right one, and every receipt can be worked out again from what is stored.
 *
 * `npm run test:kills` kills 200 times. `CHAINRULE_KILLS` says how often, `CHAINRULE_SEED` repeats a run's choices (moments on another machine differ).
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { receiptOf } from "../../grader/receipt.ts";
import type { Verdict } from "../../grader/verdict.ts";
import { ApiClient } from "./api-client.ts";
import { descendantsOf, type Site, startSite } from "./site.ts";

const kills = Number(process.env.CHAINRULE_KILLS ?? 60);
const seed = Number(process.env.CHAINRULE_SEED ?? Date.now() % 2 ** 31);
/** The longest pause between two kills; they are drawn evenly, so the mean is half of it. */
const longestPauseMs = 500;
const students = 10;
/** A student hands in anew after at most so long, as long as there is killing. */
const longestRestMs = 2_000;
const folder = join(import.meta.dirname, "../../exercises/nonlinear-backward");
/** What each source must come to, whatever dies on the way. */
const answers = [
	{ file: "solution.ts", status: "accepted", points: 15, mistake: null },
	{
		file: "wrong/factor-2-forgotten.ts",
		status: "partial",
		points: 11.35,
		mistake: "factor-2-forgotten",
	},
	{
		file: "wrong/y-minus-c.ts",
		status: "partial",
		points: 8.5,
		mistake: "y-minus-c",
	},
];

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site.stop());

const child = "sandbox-child";
const worker = "grader/worker/main.ts";
const web = "web/start.ts";
const pages = "web/pages.ts";
/** What is killed, and how often in a hundred, when there is one that is up. */
const shares: Record<string, number> = {
	[child]: 65,
	[worker]: 15,
	[web]: 15,
	[pages]: 5,
};

/** Numbers in [0, 1) that a seed determines (the generator mulberry32). */
function randomFrom(start: number): () => number {
	let state = start >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Kills until it has killed often enough. @returns how many of each kind */
async function killAtRandom(pid: number): Promise<Record<string, number>> {
	const random = randomFrom(seed);
	const killed: Record<string, number> = {};
	for (let count = 0; count < kills; ) {
		await sleep(random() * longestPauseMs);
		let share = random() * 100;
		const kind = Object.entries(shares).find(([, percent]) => {
			share -= percent;
			return share < 0;
		})?.[0];
		const processes = descendantsOf(pid);
		const isUp =
			kind === child ||
			kind === pages ||
			(kind === web && (await isWebUp())) ||
			// A worker that has sandbox children is at work.
			(kind === worker &&
				processes.some(({ command }) => command.includes(child)));
		// Killed at its start again and again it would never come up, and nothing be shown by that.
		const chosen = kind !== undefined && isUp ? kind : child;
		const living = processes.filter(({ command }) => command.includes(chosen));
		const victim = living[Math.floor(random() * living.length)];
		if (victim === undefined) continue;
		try {
			process.kill(victim.pid, "SIGKILL");
		} catch {
			// It was gone already.
			continue;
		}
		killed[chosen] = (killed[chosen] ?? 0) + 1;
		count++;
	}
	return killed;
}

async function isWebUp(): Promise<boolean> {
	try {
		return (await fetch(`${site.url}/healthz`)).ok;
	} catch {
		// Nobody listens: it is being started.
		return false;
	}
}

interface Posted {
	client: ApiClient;
	id: string;
	answer: (typeof answers)[number];
}

test(`gives every submission exactly one right verdict while ${kills} processes are killed`, async () => {
	console.log(`seed ${seed}`);
	const clients = Array.from(
		{ length: students },
		() => new ApiClient(site.url),
	);
	for (const client of clients) await client.signInAsGuest();
	const posted: Posted[] = [];
	let isOver = false;
	const random = randomFrom(seed + 1);
	const handingIn = clients.map(async (client, student) => {
		for (let number = 0; !isOver; number++) {
			const answer = answers[
				(student + number) % answers.length
			] as (typeof answers)[number];
			// Not byte-identical to any other, so each is graded by itself.
			const source = `${readFileSync(join(folder, answer.file), "utf8")}\n// ${student}/${number}\n`;
			const body = JSON.stringify({
				exercise: "nonlinear-backward",
				language: "typescript",
				source,
			});
			const response = await client.untilAnswered("/api/v1/submissions", {
				method: "POST",
				headers: { "content-type": "application/json" },
				body,
			});
			// With many waiting a student is asked to come back later.
			if (response.status === 429) number--;
			else {
				expect(response.status).toBe(202);
				const { id } = (await response.json()) as { id: string };
				posted.push({ client, id, answer });
			}
			await sleep(random() * longestRestMs);
		}
	});
	const startedAt = performance.now();
	const killed = await killAtRandom(site.process.pid ?? 0);
	const tookS = (performance.now() - startedAt) / 1000;
	isOver = true;
	await Promise.all(handingIn);
	for (const { client, id, answer } of posted) {
		const verdict = await waitForVerdict(client, id);
		expect(verdict).toMatchObject({
			status: answer.status,
			points: answer.points,
		});
		expect(verdict.mistakes).toEqual(answer.mistake ? [answer.mistake] : []);
	}
	console.log(
		`${posted.length} submissions; killed in ${tookS.toFixed(0)} s: ${JSON.stringify(killed)}`,
	);
	expect(Object.keys(killed).sort()).toEqual(Object.keys(shares).sort());

	killEverything(site.process.pid ?? 0);
	const database = open(join(site.data, "chainrule.sqlite"));
	expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
	expect(database.pragma("foreign_key_check")).toEqual([]);
	const rows = database.prepare(stored).all() as StoredVerdict[];
	const current = rows.filter(({ isCurrent }) => isCurrent === 1);
	expect(current.map(({ id }) => id).sort()).toEqual(
		posted.map(({ id }) => id).sort(),
	);
	const answerOf = new Map(posted.map(({ id, answer }) => [id, answer]));
	for (const { id, source, verdict: text } of rows) {
		const verdict: Verdict = JSON.parse(text);
		const answer = answerOf.get(id);
		expect(verdict).toMatchObject({
			status: answer?.status,
			points: answer?.points,
			mistakes: answer?.mistake ? [answer.mistake] : [],
		});
		expect(receiptOf(verdict, source)).toBe(verdict.receipt);
	}
	const unfinished = "SELECT * FROM submissions WHERE finished_at IS NULL";
	expect(database.prepare(unfinished).all()).toEqual([]);
	database.close();
}, 600_000);

/** Every verdict there is, with what was judged; submissions without any come too, with nulls. */
const stored = `
	SELECT s.public_id AS id, t.source AS source, d.verdict AS verdict, c.verdict_id IS NOT NULL AS isCurrent
	FROM submissions s JOIN sources t USING (source_hash)
	LEFT JOIN verdicts v USING (submission_id) LEFT JOIN verdict_details d USING (verdict_id)
	LEFT JOIN current_verdicts c ON c.verdict_id = v.verdict_id`;
interface StoredVerdict {
	id: string;
	source: string;
	verdict: string;
	isCurrent: 0 | 1;
}

/** As when the machine loses its power: nobody gets to finish anything. */
function killEverything(pid: number): void {
	const all = [pid, ...descendantsOf(pid).map((process) => process.pid)];
	for (const one of all) {
		try {
			process.kill(one, "SIGKILL");
		} catch {
			// It ended with its parent.
		}
	}
}

async function waitForVerdict(
	client: ApiClient,
	id: string,
): Promise<{ status: string; points: number; mistakes: string[] }> {
	for (let tries = 0; tries < 2_000; tries++) {
		const response = await client.untilAnswered(`/api/v1/submissions/${id}`);
		expect(response.status).toBe(200);
		const { verdict } = (await response.json()) as {
			verdict: { status: string; points: number; mistakes: string[] } | null;
		};
		if (verdict) return verdict;
		await sleep(50);
	}
	throw new Error(
		`submission ${id} has no verdict:\n${site.output().slice(-2_000)}`,
	);
}

interface Connection {
	prepare(sql: string): { all(): unknown[] };
	pragma(source: string, options?: { simple: boolean }): unknown;
	close(): void;
}

function open(file: string): Connection {
	const Database = createRequire(import.meta.url)("better-sqlite3");
	return new Database(file);
}
