/**
 * 200 submissions over HTTP while web, worker and sandbox children are killed again and again. Every accepted submission
 * ends in exactly one current verdict, and the right one.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiClient } from "./api-client.ts";
import { descendantsOf, type Site, startSite } from "./site.ts";

const submissions = 200;
const students = 10;
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

/** Kills one process of each kind in turn until told to stop. @returns how many it killed, by kind */
function startKilling(pid: number): {
	killed: Record<string, number>;
	stop: () => Promise<void>;
} {
	const child = "sandbox-child";
	// The web and the worker need a moment to be there again before they can be killed again.
	const kinds = [
		...[child, child, "grader/worker/main.ts", child, child, child],
		...[child, "web/start.ts", child, child, child, child, child, child],
	];
	const killed: Record<string, number> = {};
	let isStopping = false;
	const work = (async () => {
		for (let turn = 0; !isStopping; turn++) {
			const kind = kinds[turn % kinds.length] ?? "";
			const victims = descendantsOf(pid).filter(({ command }) =>
				command.includes(kind),
			);
			const victim = victims[turn % Math.max(1, victims.length)];
			if (victim) {
				try {
					process.kill(victim.pid, "SIGKILL");
					killed[kind] = (killed[kind] ?? 0) + 1;
				} catch {
					// It was gone already.
				}
			}
			await sleep(250);
		}
	})();
	return {
		killed,
		stop: async () => {
			isStopping = true;
			await work;
		},
	};
}

interface Posted {
	client: ApiClient;
	id: string;
	answer: (typeof answers)[number];
}

test(`gives each of ${submissions} submissions exactly one right verdict while processes are killed`, async () => {
	const clients = Array.from(
		{ length: students },
		() => new ApiClient(site.url),
	);
	for (const client of clients) await client.signInAsGuest();
	const killer = startKilling(site.process.pid ?? 0);
	const posted: Posted[] = [];
	await Promise.all(
		clients.map(async (client, student) => {
			for (let number = 0; number < submissions / students; number++) {
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
				expect(response.status).toBe(202);
				const { id } = (await response.json()) as { id: string };
				posted.push({ client, id, answer });
				await sleep(300);
			}
		}),
	);
	// Killing goes on after the last one was accepted, until it has hit every kind often enough.
	const hasKilledEnough = () =>
		(killer.killed["sandbox-child"] ?? 0) >= 20 &&
		(killer.killed["grader/worker/main.ts"] ?? 0) >= 5 &&
		(killer.killed["web/start.ts"] ?? 0) >= 5;
	while (!hasKilledEnough()) await sleep(100);
	await killer.stop();
	const { killed } = killer;
	for (const { client, id, answer } of posted) {
		const verdict = await waitForVerdict(client, id);
		expect(verdict).toMatchObject({
			status: answer.status,
			points: answer.points,
		});
		expect(verdict.mistakes).toEqual(answer.mistake ? [answer.mistake] : []);
	}
	console.log("killed:", JSON.stringify(killed));
	expect(Object.keys(killed).sort()).toEqual([
		"grader/worker/main.ts",
		"sandbox-child",
		"web/start.ts",
	]);

	const database = openReadOnly(join(site.data, "chainrule.sqlite"));
	const count = (sql: string) =>
		(database.prepare(sql).get() as { n: number }).n;
	expect(count("SELECT count(*) AS n FROM submissions")).toBe(submissions);
	expect(count("SELECT count(*) AS n FROM current_verdicts")).toBe(submissions);
	expect(
		count("SELECT count(*) AS n FROM submissions WHERE finished_at IS NULL"),
	).toBe(0);
	database.close();
}, 300_000);

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

function openReadOnly(file: string): {
	prepare(sql: string): { get(): unknown };
	close(): void;
} {
	const Database = createRequire(import.meta.url)("better-sqlite3");
	return new Database(file, { readonly: true });
}
