import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parse } from "@babel/parser";
import { describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "..");
const roomNames = ["reference", "exercises", "grader", "db", "web"];

interface Import {
	file: string;
	/** Path inside the project, or a package's name. */
	target: string;
	isType: boolean;
}

function listFiles(room: string): string[] {
	const folder = join(project, room);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => /\.tsx?$/.test(file))
		.filter((file) => !/(^|\/)(node_modules|\.next)\//.test(file))
		.map((file) => `${room}/${file}`);
}

interface Node {
	type: string;
	[key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && "type" in value;

/** Every import, export-from, `import()`, `import("…")` type and `require` of a file. */
function importsOf(file: string, text: string): Import[] {
	const imports: Import[] = [];
	const add = (source: unknown, isType: boolean) => {
		const value = isNode(source) ? source.value : undefined;
		if (typeof value !== "string") {
			imports.push({ file, target: "(computed)", isType });
			return;
		}
		const target = value.startsWith(".")
			? relative(project, resolve(project, dirname(file), value))
			: value;
		imports.push({ file, target, isType });
	};
	const isTypeOnly = (node: Node) => {
		if (node.importKind === "type" || node.exportKind === "type") return true;
		const specifiers = (node.specifiers ?? []) as Node[];
		return (
			specifiers.length > 0 &&
			specifiers.every(
				(entry) => entry.importKind === "type" || entry.exportKind === "type",
			)
		);
	};
	const pending: unknown[] = [
		parse(text, {
			sourceType: "module",
			plugins: file.endsWith("x") ? ["typescript", "jsx"] : ["typescript"],
		}).program,
	];
	for (let node = pending.pop(); node; node = pending.pop()) {
		if (!isNode(node)) continue;
		if (
			/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) &&
			node.source
		)
			add(node.source, isTypeOnly(node));
		if (node.type === "ImportExpression") add(node.source, false);
		if (node.type === "TSImportType") add(node.source ?? node.argument, true);
		if (
			node.type === "CallExpression" &&
			isNode(node.callee) &&
			node.callee.name === "require"
		)
			add((node.arguments as unknown[])[0], false);
		for (const [key, child] of Object.entries(node))
			if (key !== "loc")
				pending.push(
					...(Array.isArray(child) ? child : [child]).filter(isNode),
				);
	}
	return imports;
}

const drizzleAndDrivers =
	/^(drizzle-orm|better-sqlite3|drizzle-kit|pg|postgres|pg-boss)(\/|$)/;
const schemas =
	/^(exercises\/(bundle|chapters|glossary|localized|pictures|authoring\/functions)|grader\/(verdict|public-part|source-limit|version|receipt|canonical-json))\.ts$/;
const pureGrader = /^grader\/(transform|harness|judging)\//;
const graderTop = /^grader\/(worker\/main\.ts|cli\/)/;

/** In the browser, Monaco is fetched by the address its own build wrote down. */
const loadsByAddress = new Set(["web/editor/load-monaco.ts"]);

/** Why an import is not allowed; null when it is. */
function findFault({ file, target, isType }: Import): string | null {
	const [room] = file.split("/");
	if (target === "(computed)") {
		return loadsByAddress.has(file)
			? null
			: "a computed import cannot be checked";
	}
	const [to = ""] = target.split("/");
	const isInside = to === room;
	const isPackage = !roomNames.includes(to);
	switch (room) {
		case "reference":
			return isInside ? null : "reference/ imports nothing";
		case "exercises":
			return isInside || to === "reference" || target === "zod"
				? null
				: "exercises/ imports reference/ and zod";
		case "grader":
			if (to === "db" || to === "web") {
				const isAllowed =
					graderTop.test(file) &&
					(to === "db" || file.startsWith("grader/cli/"));
				return isAllowed ||
					(isType && to === "db" && file.startsWith("grader/worker/"))
					? null
					: `only the worker's main file and the command line start ${to}/`;
			}
			return isInside || isPackage || to === "exercises" || to === "reference"
				? null
				: "grader/ imports exercises/ and reference/";
		case "db":
			if (isInside || target.startsWith("node:")) return null;
			if (isPackage)
				return drizzleAndDrivers.test(target) || isType
					? null
					: "db/ imports drizzle and drivers";
			return isType && (to === "grader" || to === "exercises")
				? null
				: "db/ imports only types of grader/ and exercises/";
		case "web":
			if (isInside || isPackage || to === "db" || to === "reference")
				return null;
			if (schemas.test(target) || pureGrader.test(target)) return null;
			return isType
				? null
				: "web/ imports db/, schemas and pure parts of the grader";
		default:
			return null;
	}
}

const all = roomNames.flatMap((room) =>
	listFiles(room).flatMap((file) =>
		importsOf(file, readFileSync(join(project, file), "utf8")),
	),
);

describe("the rooms", () => {
	it("import only what they may", () => {
		const faults = all.flatMap((entry) => {
			const fault = findFault(entry);
			return fault ? [`${entry.file} imports ${entry.target}: ${fault}`] : [];
		});
		expect(faults).toEqual([]);
		expect(all.length).toBeGreaterThan(100);
	});

	it("load isolated-vm in one file", () => {
		const files = all
			.filter((entry) => entry.target === "isolated-vm")
			.map((entry) => entry.file);
		expect(files).toEqual(["grader/sandbox/child.ts"]);
	});

	it("never import the sandbox child: it is a program of its own", () => {
		expect(
			all.filter((entry) => entry.target === "grader/sandbox/child.ts"),
		).toEqual([]);
	});

	it("keep the pure parts of the grader free of Node", () => {
		const faults = all.filter(
			(entry) =>
				pureGrader.test(entry.file) &&
				/^(node:|fs$|esbuild$|grader\/(sandbox|bundles|proving|worker|cli)\/)/.test(
					entry.target,
				),
		);
		expect(faults).toEqual([]);
	});

	it.each<[string, string, string]>([
		["reference/x.ts", 'import "node:fs"', "reference/"],
		[
			"reference/x.ts",
			'import type { A } from "../exercises/bundle.ts"',
			"reference/",
		],
		[
			"exercises/x.ts",
			'import { Grader } from "../grader/grader.ts"',
			"exercises/",
		],
		["exercises/x/cases.ts", 'export * from "../../db/store.ts"', "exercises/"],
		["exercises/x.ts", 'const fs = require("fs")', "exercises/"],
		["grader/x.ts", 'import { openStore } from "../db/open-store.ts"', "db/"],
		["grader/judging/x.ts", 'await import("../../web/server.ts")', "web/"],
		["grader/worker/main.ts", 'import "../../web/x.ts"', "web/"],
		["db/x.ts", 'import { Grader } from "../grader/grader.ts"', "only types"],
		[
			"db/x.ts",
			'import { type A, b } from "../grader/verdict.ts"',
			"only types",
		],
		["db/x.ts", 'import React from "react"', "drizzle"],
		["web/x.tsx", 'import { Grader } from "../grader/grader.ts"', "web/"],
		[
			"web/x.tsx",
			'import { SandboxPool } from "../grader/sandbox/pool.ts"',
			"web/",
		],
		[
			"web/x.tsx",
			'import s from "../exercises/nonlinear-backward/solution.ts"',
			"web/",
		],
		[
			"web/x.tsx",
			'const c = <a>{import("../exercises/nonlinear-backward/cases.ts")}</a>',
			"web/",
		],
		["web/x.tsx", "const c = (name: string) => import(name)", "computed"],
	])("would be told: %s with %s", (file, text, fault) => {
		const [found] = importsOf(file, text);
		expect(found).toBeDefined();
		if (found) expect(findFault(found)).toContain(fault);
	});

	it.each<[string, string]>([
		["db/x.ts", 'import type { Verdict } from "../grader/verdict.ts"'],
		["web/x.tsx", 'import { verdictSchema } from "../grader/verdict.ts"'],
		[
			"web/x.tsx",
			'import { transform } from "../grader/transform/transform.ts"',
		],
		[
			"grader/worker/main.ts",
			'import { openStore } from "../../db/open-store.ts"',
		],
		["grader/cli/serve.ts", 'import { startWeb } from "../../web/server.ts"'],
		["exercises/x/cases.ts", 'import { cases } from "../authoring/index.ts"'],
	])("are left alone: %s with %s", (file, text) => {
		expect(importsOf(file, text).map(findFault)).toEqual([null]);
	});
});
