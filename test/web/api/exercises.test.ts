import { beforeAll, expect, test } from "vitest";
import {
	exerciseDetailSchema,
	exerciseListSchema,
} from "../../../web/server/api-schemas.ts";
import { Browser, openAsGuest, publishNeuron } from "./api-under-test.ts";
import { problemOf } from "./problem-of.ts";

beforeAll(async () => {
	await publishNeuron();
});

test("lists exercises to anybody", async () => {
	const response = await new Browser().call("GET", "/api/v1/exercises");
	expect(response.status).toBe(200);
	const { exercises } = exerciseListSchema.parse(await response.json());
	expect(exercises).toMatchObject([
		{ slug: "neuron", version: "neuron-v1", maxPoints: 10 },
	]);
});

test("gives an exercise with statement, starter and public part", async () => {
	const browser = await openAsGuest();
	const response = await browser.call("GET", "/api/v1/exercises/neuron");
	const exercise = exerciseDetailSchema.parse(await response.json());
	expect(exercise).toMatchObject({
		statement: { en: "# A neuron" },
		starter: "export function neuron() {}\n",
		publicPart: { functions: [{ name: "neuron" }] },
	});
});

test("gives away neither the compiled script nor the sentences of wrong versions", async () => {
	for (const path of ["/api/v1/exercises", "/api/v1/exercises/neuron"]) {
		const text = await (await new Browser().call("GET", path)).text();
		expect(text).not.toContain("secrets");
		expect(text).not.toContain("The sign is wrong");
	}
});

test("answers 404 for an exercise that is not published", async () => {
	const response = await new Browser().call("GET", "/api/v1/exercises/none");
	const problem = await problemOf(response, 404, "not-found");
	expect(problem.detail).toBe('There is no exercise "none".');
});

test("answers 404 with a problem document for an address that is nothing", async () => {
	for (const method of ["GET", "POST", "PUT"] as const) {
		const response = await new Browser().call(method, "/api/v1/nothing/here");
		const problem = await problemOf(response, 404, "not-found");
		expect(problem.detail).toBe(
			'There is no "/api/v1/nothing/here"; see /api/v1/openapi.json.',
		);
	}
});
