/**
 * A class hands in at a deadline, 200 submissions of 100 students, and five accounts hand in 50 hostile programs among
 * them. What the honest ones' median wait may grow by, compared with the same class undisturbed on the same server a
 * moment before, is a factor of 2.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Verdict } from "../../grader/verdict.ts";
import { ApiClient } from "./api-client.ts";
import { descendantsOf, type Site, startSite } from "./site.ts";

const students = 100;
const attackers = 5;
const attacks = 50;
/**
 * The class hands in for the first time within half a second, and everybody once more soon after: faster than can be graded,
 * so that waits come from the queue. (Spread so that grading can just keep up, the undisturbed median is anything from
 * half a second to two, and no ratio says much.)
 */
const firstWithinMs = 500;
const againAfterMs = 200;

const solution = readFileSync(
	join(import.meta.dirname, "../../exercises/nonlinear-backward/solution.ts"),
	"utf8",
);
const hostile = (body: string): string =>
	`export function backward(x: number, values: unknown, y: number): unknown {\n${body}\n}\nexport function nextX(x: number, deltaX: number): number { return x - deltaX; }\n`;
/** Each holds a lane for as long as it can by a means of its own. */
const programs: Record<string, string> = {
	"counted loop": hostile("for (;;) x = Math.sin(x);"),
	"endless native": hostile(
		"return Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);",
	),
	"endless split": hostile(
		'return Array.from({ length: 2 ** 25 }, () => "x").join("").split("").length;',
	),
	backtracking: hostile('return /^(a+)+$/.test("a".repeat(64) + "b");'),
	"allocation bomb": hostile(
		"const all: number[][] = [];\nfor (;;) all.push(new Array(1e6).fill(x));",
	),
	"set that grows": hostile(
		"return new Set(new Int32Array(9_000_000).keys()).size;",
	),
	"output flood": hostile('for (;;) console.log("x".repeat(10_000));'),
	"large result": hostile('return "x".repeat(2 ** 28);'),
};

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site.stop());

async function guests(count: number): Promise<ApiClient[]> {
	const clients = Array.from({ length: count }, () => new ApiClient(site.url));
	for (const client of clients) await client.signInAsGuest();
	return clients;
}

async function handIn(client: ApiClient, source: string): Promise<string> {
	const response = await client.submit("nonlinear-backward", source);
	expect(response.status).toBe(202);
	return ((await response.json()) as { id: string }).id;
}

/** Follows a submission as its page does. */
async function verdictOf(client: ApiClient, id: string): Promise<Verdict> {
	const response = await client.request(`/api/v1/submissions/${id}/events`);
	const text = await response.text();
	const data = /^event: verdict\ndata: (.*)$/m.exec(text)?.[1];
	if (data === undefined)
		throw new Error(`the stream of ${id} ended without a verdict:\n${text}`);
	return (JSON.parse(data) as { submission: { verdict: Verdict } }).submission
		.verdict;
}

/** A class at its deadline. @returns milliseconds from handing in to the verdict's event, ascending */
async function deadline(clients: ApiClient[], name: string): Promise<number[]> {
	const waits = await Promise.all(
		clients.flatMap((client, student) =>
			[0, againAfterMs].map(async (laterMs) => {
				await sleep((student * firstWithinMs) / clients.length + laterMs);
				const handedInAt = performance.now();
				const source = `${solution}// ${name} ${student} ${laterMs}\n`;
				const verdict = await verdictOf(client, await handIn(client, source));
				expect(verdict).toMatchObject({ status: "accepted", points: 15 });
				return performance.now() - handedInAt;
			}),
		),
	);
	return waits.sort((a, b) => a - b);
}

/** Hands in every attack while the class hands in for the first time. @returns the clients with what they handed in */
async function attack(
	clients: ApiClient[],
): Promise<{ client: ApiClient; id: string }[]> {
	const sources = Object.values(programs);
	return Promise.all(
		Array.from({ length: attacks }, async (_, number) => {
			await sleep((Math.floor(number / attackers) * firstWithinMs) / 10);
			const client = clients[number % attackers] as ApiClient;
			const source = `${sources[number % sources.length]}// ${number}\n`;
			return { client, id: await handIn(client, source) };
		}),
	);
}

const quantile = (ascending: number[], share: number): number =>
	ascending[Math.ceil(ascending.length * share) - 1] ?? Number.NaN;

function longLived(): number[] {
	return descendantsOf(site.process.pid ?? 0)
		.filter(({ command }) => /web\/start|worker\/main/.test(command))
		.map(({ pid }) => pid)
		.sort();
}

test(`lets ${students} students wait at most twice as long while ${attackers} accounts hand in ${attacks} hostile programs`, async () => {
	const [honest, hostileOnes] = [
		await guests(students),
		await guests(attackers),
	];
	await deadline(honest.slice(0, 10), "warming up");
	const before = longLived();
	const clean = await deadline(honest, "alone");
	const [underFire, attacked] = await Promise.all([
		deadline(honest, "under fire"),
		attack(hostileOnes),
	]);

	const states = await Promise.all(
		attacked.map(async ({ client, id }) => {
			const response = await client.request(`/api/v1/submissions/${id}`);
			return (await response.json()) as {
				status: string;
				verdict: Verdict | null;
			};
		}),
	);
	const ratio = quantile(underFire, 0.5) / quantile(clean, 0.5);
	const line = (waits: number[]) =>
		`median ${quantile(waits, 0.5).toFixed(0)} ms, 95th percentile ${quantile(waits, 0.95).toFixed(0)} ms`;
	console.log(`alone: ${line(clean)}`);
	console.log(`under fire: ${line(underFire)}`);
	console.log(
		`ratios: ${ratio.toFixed(2)} and ${(quantile(underFire, 0.95) / quantile(clean, 0.95)).toFixed(2)};`,
		`hostile ones judged meanwhile: ${states.filter(({ verdict }) => verdict).length} of ${attacks}`,
	);
	expect(ratio).toBeLessThanOrEqual(2);
	for (const { status, verdict } of states) {
		expect(["accepted", "internal_error"]).not.toContain(status);
		expect(verdict?.points ?? 0).toBeLessThanOrEqual(4);
	}
	expect(longLived()).toEqual(before);
}, 170_000);
