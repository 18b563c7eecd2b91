/** Endless loops and allocation bombs, twenty of each in a row, and a correct submission after them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Verdict } from "../../grader/verdict.ts";
import { ApiClient } from "./api-client.ts";
import { descendantsOf, type Site, startSite } from "./site.ts";

const inARow = 20;
const solution = readFileSync(
	join(import.meta.dirname, "../../exercises/nonlinear-backward/solution.ts"),
	"utf8",
);
const endless = solution.replace(
	"return x - deltaX;",
	"while (deltaX < 1) {\n\t\tx = x - 1;\n\t}\n\treturn x - deltaX;",
);
const bomb = solution.replace(
	"return x - deltaX;",
	"const all: number[][] = [];\n\tfor (;;) all.push(new Array(1e6).fill(x));\n\treturn deltaX;",
);
const loopLine =
	endless.split("\n").findIndex((line) => line.includes("while")) + 1;

let site: Site;
beforeAll(async () => {
	// One student hands in faster than anybody may, and looks for the verdict all the time.
	site = await startSite(undefined, {
		CHAINRULE_LIMIT_SUBMISSIONS_ACCOUNT: "off",
		CHAINRULE_LIMIT_READS_ACCOUNT: "off",
	});
});
afterAll(() => site.stop());

async function verdictOf(client: ApiClient, source: string): Promise<Verdict> {
	const response = await client.submit("nonlinear-backward", source);
	expect(response.status).toBe(202);
	const { id } = (await response.json()) as { id: string };
	for (;;) {
		const answer = await client.request(`/api/v1/submissions/${id}`);
		expect(answer.status).toBe(200);
		const { verdict } = (await answer.json()) as { verdict: Verdict | null };
		if (verdict) return verdict;
		await sleep(20);
	}
}

/** The long-lived processes: the web and the worker, not the sandbox children that come and go. */
function longLived(): number[] {
	return descendantsOf(site.process.pid ?? 0)
		.filter(({ command }) => /web\/start|worker\/main/.test(command))
		.map(({ pid }) => pid)
		.sort();
}

test(`judges ${inARow} endless loops and ${inARow} allocation bombs, and then a correct answer, without going away`, async () => {
	const client = new ApiClient(site.url);
	await client.signInAsGuest();
	const before = longLived();
	expect(before).toHaveLength(2);

	for (let number = 0; number < inARow; number++) {
		const verdict = await verdictOf(client, `${endless}\n// ${number}`);
		expect(verdict.status).toBe("time_limit");
		expect(verdict.failure).toMatchObject({
			kind: "time_limit",
			checkId: "next-x-visible",
			caseId: "next-x-visible.1",
			line: loopLine,
		});
		expect(verdict.reproducible).toBe(true);
		// Everything that does not go through the loop keeps its points.
		expect(verdict.points).toBeGreaterThanOrEqual(11);
	}
	for (let number = 0; number < inARow; number++) {
		const verdict = await verdictOf(client, `${bomb}\n// ${number}`);
		expect(verdict.status).toBe("memory_limit");
		expect(verdict.reproducible).toBe(false);
		expect(verdict.points).toBeGreaterThanOrEqual(6);
	}
	const verdict = await verdictOf(client, solution);
	expect(verdict).toMatchObject({ status: "accepted", points: 15 });
	expect(longLived()).toEqual(before);
	expect((await client.request("/readyz")).status).toBe(200);
}, 300_000);
