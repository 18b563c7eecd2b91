/**
 * `npm test`: everything a change must pass. Formatter, linter and import rules, types, unit tests, journeys in a real
 * browser. Each part is run even when one before it failed; the last line counts them all.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Counts {
	passed: number;
	failed: number;
}

const folder = mkdtempSync(join(tmpdir(), "chainrule-test-"));

function runTool(name: string, args: string[]): Counts {
	console.log(`\n— ${name} ${args.join(" ")}`);
	const { status } = spawnSync(name, args, {
		stdio: ["ignore", "inherit", "inherit"],
	});
	return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runTests(project: string): Counts {
	console.log(`\n— vitest: ${project}`);
	const report = join(folder, `${project}.json`);
	const { status } = spawnSync(
		"vitest",
		[
			"run",
			`--project=${project}`,
			"--reporter=default",
			"--reporter=json",
			`--outputFile.json=${report}`,
		],
		{ stdio: ["ignore", "inherit", "inherit"] },
	);
	return countReport(report, status);
}

/** A run without a report, without tests, or with a test that was skipped is a failure. */
function countReport(report: string, status: number | null): Counts {
	try {
		const { numPassedTests, numTotalTests } = JSON.parse(
			readFileSync(report, "utf8"),
		) as {
			numPassedTests: number;
			numTotalTests: number;
		};
		const failed = numTotalTests - numPassedTests;
		const isBroken = (status !== 0 && failed === 0) || numTotalTests === 0;
		return { passed: numPassedTests, failed: failed + (isBroken ? 1 : 0) };
	} catch (error) {
		console.error("no test report:", error);
		return { passed: 0, failed: 1 };
	}
}

const results = [
	runTool("biome", ["check", "--diagnostic-level=warn", "."]),
	runTool("tsc", ["--noEmit"]),
	runTests("unit"),
	runTests("journeys"),
];
rmSync(folder, { recursive: true });
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
