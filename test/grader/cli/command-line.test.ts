/** The command line as outsiders use it: exit codes, one JSON object, one clear sentence. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BundleProof } from "../../../grader/proving/prove.ts";
import { verdictSchema } from "../../../grader/verdict.ts";

const project = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "chainrule-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
	code: number | null;
	out: string;
	err: string;
}

function chainrule(...args: string[]): Promise<Ended> {
	const child = spawn(
		process.execPath,
		[join(project, "grader/cli/main.ts"), ...args],
		{ cwd: folder },
	);
	let out = "";
	let err = "";
	child.stdout.on("data", (data: Buffer) => {
		out += data;
	});
	child.stderr.on("data", (data: Buffer) => {
		err += data;
	});
	return new Promise((done) =>
		child.once("close", (code) => done({ code, out, err })),
	);
}

async function grade(slug: string, file: string, ...more: string[]) {
	const { code, out } = await chainrule("grade", slug, file, "--json", ...more);
	return { code, verdict: verdictSchema.parse(JSON.parse(out)) };
}

function write(name: string, source: string): string {
	const file = join(folder, name);
	writeFileSync(file, source);
	return file;
}

const bundled = (slug: string, file: string) =>
	join(project, "exercises", slug, file);

describe("grade", () => {
	it("exits with 0 and full points for the solution", async () => {
		const { code, verdict } = await grade(
			"nonlinear-solve",
			bundled("nonlinear-solve", "solution.ts"),
		);
		expect(code).toBe(0);
		expect(verdict).toMatchObject({
			status: "accepted",
			points: 20,
			maxPoints: 20,
		});
	});

	it("exits with 1 and at most a tenth of the points for the starter", async () => {
		const { code, verdict } = await grade(
			"nonlinear-solve",
			bundled("nonlinear-solve", "starter.ts"),
		);
		expect(code).toBe(1);
		expect(verdict.points).toBeLessThanOrEqual(2);
	});

	it("names the first wrong step and grants follow-through", async () => {
		const { code, verdict } = await grade(
			"nonlinear-backward",
			bundled("nonlinear-backward", "wrong/factor-2-forgotten.ts"),
		);
		expect(code).toBe(1);
		expect(verdict.firstWrongStep).toBe("deltaB");
		expect(verdict.mistakes).toEqual(["factor-2-forgotten"]);
		expect(verdict.checks[0]?.followThroughPoints).toBe(3);
	});

	it("gives line and column of a syntax error in typed code", async () => {
		const file = write(
			"syntax.ts",
			"interface A {\n\tx: number;\n}\nconst a: A = { x: };\n",
		);
		const { code, verdict } = await grade("nonlinear-solve", file);
		expect(code).toBe(1);
		expect(verdict.status).toBe("compile_error");
		expect(verdict.failure).toMatchObject({
			kind: "compile_error",
			line: 4,
			column: 19,
		});
	});

	it("gives line and column of an error thrown in typed code", async () => {
		const source =
			"export function update(x: number, deltaX: number): number {\n\tconst values: number[] = [x]; return (values as any).missing.length;\n}\n";
		const { verdict } = await grade(
			"nonlinear-solve",
			write("thrown.ts", source),
		);
		expect(verdict.status).toBe("runtime_error");
		expect(verdict.failure).toMatchObject({ kind: "runtime_error", line: 2 });
		const [, line = ""] = source.split("\n");
		expect(verdict.failure?.column).toBe(line.indexOf("length") + 1);
	});

	it("names the endless loop, not the function in which its budget ran out", async () => {
		const file = bundled("nonlinear-solve", "wrong/while-true.ts");
		const lines = readFileSync(file, "utf8").split("\n");
		const { verdict } = await grade("nonlinear-solve", file);
		expect(verdict.status).toBe("time_limit");
		expect(verdict.failure?.line).toBe(
			lines.findIndex((line) => line.includes("while (true)")) + 1,
		);
	});

	it("names the function of an endless recursion, also after a loop", async () => {
		const source =
			"export function update(x: number, deltaX: number): number {\n\tfor (let i = 0; i < 9; i++) x += i;\n\tconst go = (n: number): number => n > 0 ? go(n - 1) + go(n - 1) : 0;\n\treturn go(60);\n}\n";
		const { verdict } = await grade("nonlinear-solve", write("go.ts", source));
		expect(verdict.failure).toMatchObject({ kind: "time_limit", line: 3 });
	});

	it("gives another receipt for another seed, and the same for the same", async () => {
		const file = bundled("nonlinear-backward", "wrong/y-minus-c.ts");
		const first = await grade("nonlinear-backward", file, "--seed", "5");
		const same = await grade("nonlinear-backward", file, "--seed", "5");
		const other = await grade("nonlinear-backward", file, "--seed", "6");
		expect(same.verdict.receipt).toBe(first.verdict.receipt);
		expect(other.verdict.receipt).not.toBe(first.verdict.receipt);
	});

	it("prints a readable verdict without --json", async () => {
		const { code, out } = await chainrule(
			"grade",
			"nonlinear-backward",
			bundled("nonlinear-backward", "wrong/factor-2-forgotten.ts"),
		);
		expect(code).toBe(1);
		expect(out).toContain("first wrong step: deltaB");
		expect(out).toContain("factor-2-forgotten: Your Δb is exactly half");
	});

	it.each<[string, string[], RegExp]>([
		[
			"a missing file",
			["grade", "nonlinear-solve", "nowhere.ts"],
			/^chainrule: cannot read nowhere\.ts: there is no such file\n$/,
		],
		[
			"an unknown slug",
			["grade", "no-such-exercise", bundled("nonlinear-solve", "solution.ts")],
			/^chainrule: there is no exercise "no-such-exercise": expected a bundle folder or one of activations, [^\n]*\n$/,
		],
		[
			"a seed that is no integer",
			[
				"grade",
				"nonlinear-solve",
				bundled("nonlinear-solve", "solution.ts"),
				"--seed",
				"x",
			],
			/^chainrule: --seed: expected an integer from 0 to 2\^53−1; got "x"\n$/,
		],
		[
			"no file",
			["grade", "nonlinear-solve"],
			/^chainrule: expected: chainrule grade/,
		],
		[
			"an unknown option",
			["grade", "--colour"],
			/^chainrule: Unknown option '--colour'/,
		],
		[
			"an unknown command",
			["judge"],
			/^chainrule: there is no command "judge"; expected one of grade, prove, verify/,
		],
		[
			"verify without a file",
			["verify", "x"],
			/^chainrule: expected: chainrule verify/,
		],
		[
			"serve with a bad port",
			["serve", "--port", "http"],
			/^chainrule: --port: expected a number from 1 to 65535; got "http"\n$/,
		],
		[
			"a user in a folder without a database",
			["user", "role", "a@b.c", "student", "--data", "nowhere"],
			/^chainrule: there is no database in \S+nowhere; name the folder/,
		],
		[
			"user without a role",
			["user", "role", "a@b.c"],
			/^chainrule: expected: chainrule user role/,
		],
	])("exits with 2 and one sentence for %s", async (_what, args, sentence) => {
		const { code, out, err } = await chainrule(...args);
		expect(code).toBe(2);
		expect(out).toBe("");
		expect(err).toMatch(sentence);
	});

	it("says what is wrong with a folder that is no whole bundle", async () => {
		write("exercise.json", "{ not json");
		const { code, err } = await chainrule(
			"grade",
			folder,
			bundled("nonlinear-solve", "solution.ts"),
		);
		expect(code).toBe(2);
		expect(err).toMatch(/^chainrule: exercise\.json: is not JSON/);
		rmSync(join(folder, "exercise.json"));
	});
});

describe("verify", () => {
	const source = bundled("nonlinear-backward", "wrong/y-minus-c.ts");

	async function verdictFile(
		change: (verdict: Record<string, unknown>) => void,
	): Promise<string> {
		const { verdict } = await grade(
			"nonlinear-backward",
			source,
			"--seed",
			"3",
		);
		const changed: Record<string, unknown> = structuredClone(verdict);
		change(changed);
		return write("verdict.json", JSON.stringify(changed));
	}

	it("exits with 0 when the receipt comes out again", async () => {
		const { code, out } = await chainrule(
			"verify",
			await verdictFile(() => undefined),
			source,
		);
		expect(out).toMatch(/^equal: [0-9a-f]{64}\n$/);
		expect(code).toBe(0);
	});

	it("exits with 1 for another source", async () => {
		const other = write("other.ts", `${readFileSync(source, "utf8")}\n`);
		const { code, out } = await chainrule(
			"verify",
			await verdictFile(() => undefined),
			other,
		);
		expect(out).toMatch(/^differs: /);
		expect(code).toBe(1);
	});

	it("exits with 1 when points were changed and the receipt was left", async () => {
		const changed = await verdictFile((verdict) => {
			verdict.points = verdict.maxPoints;
		});
		const { code, out } = await chainrule("verify", changed, source);
		expect(out).toMatch(
			/^differs: [0-9a-f]{64} is not the receipt of this verdict and source\n$/,
		);
		expect(code).toBe(1);
	});

	it.each<[string, (verdict: Record<string, unknown>) => void, RegExp]>([
		[
			"another engine",
			(verdict) => {
				verdict.engine = { node: "20.0.0", v8: "11.3" };
			},
			/cannot compare: the verdict was made by Node 20\.0\.0/,
		],
		[
			"another version of the exercise",
			(verdict) => {
				verdict.exercise = { slug: "nonlinear-backward", version: "0" };
			},
			/cannot compare: the verdict is for version 0/,
		],
		[
			"another grader",
			(verdict) => {
				verdict.grader = { version: "0.0.1" };
			},
			/cannot compare: the verdict was made by grader 0\.0\.1/,
		],
		[
			"no verdict at all",
			(verdict) => {
				delete verdict.status;
			},
			/expected a verdict as `chainrule grade --json` prints it/,
		],
	])("exits with 2 for %s", async (_what, change, sentence) => {
		const { code, err } = await chainrule(
			"verify",
			await verdictFile(change),
			source,
		);
		expect(err).toMatch(sentence);
		expect(code).toBe(2);
	});
});

describe("prove", () => {
	it("prints one object for --json", async () => {
		const { code, out } = await chainrule(
			"prove",
			"nonlinear-backward",
			"--json",
		);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			ok: true,
			bundles: [
				{
					slug: "nonlinear-backward",
					ok: true,
					problems: [],
					mutants: { survivors: [] },
				},
			],
		});
	});
});

describe("new", () => {
	const slug = "my-neuron";
	const made = join(folder, slug);

	it("makes a bundle that lacks nothing but what its author has to write", async () => {
		const { code, out } = await chainrule("new", slug);
		expect({ code, out }).toEqual({
			code: 0,
			out: expect.stringContaining(`chainrule prove ${slug}`),
		});
		const proved = await chainrule("prove", slug, "--json");
		expect(proved.code).toBe(1);
		const {
			bundles: [proof],
		} = JSON.parse(proved.out) as { bundles: [BundleProof] };
		expect(proof.mutants).toMatchObject({ survivors: [] });
		expect(proof.problems).toContain(
			"exercise.json: title.en: still to be written: the title",
		);
		expect(proof.problems).toContain(
			"statement.en.md: line 1: still to be written: why a reader should care, in two sentences",
		);
		expect(
			proof.problems.filter((one) => !one.includes("still to be written")),
		).toEqual([]);
	});

	it("makes one that proves itself once that is written", async () => {
		for (const file of [
			"exercise.json",
			"statement.en.md",
			"statement.zh.md",
		]) {
			const path = join(made, file);
			const text = readFileSync(path, "utf8");
			writeFileSync(path, text.replaceAll(/\[write: [^\]]*\]/g, "Written."));
		}
		const { code, out } = await chainrule("prove", slug, "--json", "--quick");
		expect(JSON.parse(out)).toMatchObject({
			ok: true,
			// Six of thirteen or so: the quick proof tries some only.
			bundles: [{ problems: [], mutants: { made: expect.any(Number) } }],
		});
		expect(code).toBe(0);
	});

	it.each([
		[[], "expected one slug: chainrule new <slug>; got 0"],
		[["a", "b"], "expected one slug: chainrule new <slug>; got 2"],
		[
			["My Neuron"],
			'expected a slug of lower-case words joined by hyphens, at most 60 characters; got "My Neuron"',
		],
		[[slug], `${made} exists already; nothing was written`],
	])("refuses %j", async (args, message) => {
		const { code, err } = await chainrule("new", ...args);
		expect({ code, err }).toEqual({ code: 2, err: `chainrule: ${message}\n` });
	});
});
