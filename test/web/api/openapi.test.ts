import { expect, test } from "vitest";
import { z } from "zod";
import { buildOpenApi } from "../../../web/server/openapi.ts";
import { operations } from "../../../web/server/operations.ts";
import { Browser } from "./api-under-test.ts";

const documentSchema = z.looseObject({
	openapi: z.literal("3.1.0"),
	paths: z.record(z.string(), z.record(z.string(), z.unknown())),
	components: z.looseObject({
		schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
	}),
});

async function fetchDocument() {
	const response = await new Browser().call("GET", "/api/v1/openapi.json");
	expect(response.status).toBe(200);
	return documentSchema.parse(await response.json());
}

test("describes every operation that has a handler", async () => {
	const { paths } = await fetchDocument();
	const described = Object.entries(paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
	);
	const declared = Object.values(operations).map(
		({ method, path }) => `${method} ${path}`,
	);
	expect(described.toSorted()).toEqual(declared.toSorted());
});

test("refers only to schemas that it holds", async () => {
	const document = await fetchDocument();
	const references = [
		...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g),
	].map(([, reference]) => reference);
	expect(references).toContain("#/components/schemas/Verdict");
	for (const reference of references) {
		const name = reference?.replace("#/components/schemas/", "") ?? "";
		expect(Object.keys(document.components.schemas)).toContain(name);
	}
});

test("declares the same fields that the handler of a submission demands", async () => {
	const { components } = await fetchDocument();
	expect(components.schemas.NewSubmission).toMatchObject({
		required: ["exercise", "language", "source"],
		additionalProperties: false,
		properties: { language: { enum: ["typescript", "javascript"] } },
	});
});

test("names each operation once", () => {
	const ids = Object.values(operations).map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test("declares every path parameter", () => {
	for (const [path, methods] of Object.entries(buildOpenApi().paths ?? {})) {
		const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		for (const operation of Object.values(methods)) {
			const declared = JSON.stringify(operation);
			for (const name of names) {
				expect(declared).toContain(
					`{"name":"${name}","in":"path","required":true`,
				);
			}
		}
	}
});
