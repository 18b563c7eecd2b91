import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeOnce } from "../../../grader/sandbox/child-program.ts";

/** A folder that nobody, root included, can make a folder in. */
const unwritable = "/sys/chainrule/cache";
let folder: string;
let own: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "chainrule-program-"));
	own = join(folder, `chainrule-${process.getuid?.()}`);
	vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

test("keeps a program in the installation, once", () => {
	const installed = join(folder, "cache");
	const file = writeOnce("child", "program", installed);
	expect(dirname(file)).toBe(installed);
	const { mtimeMs } = statSync(file);
	expect(writeOnce("child", "program", installed)).toBe(file);
	expect(statSync(file).mtimeMs).toBe(mtimeMs);
	// A file of the right name with other content is not believed.
	writeFileSync(file, "another's");
	writeOnce("child", "program", installed);
	expect(readFileSync(file, "utf8")).toBe("program");
});

test("keeps it in a folder that nobody else can write, where the installation is only read", () => {
	const file = writeOnce("child", "program", unwritable);
	expect(dirname(file)).toBe(own);
	expect(readFileSync(file, "utf8")).toBe("program");
	expect(statSync(own).mode & 0o022).toBe(0);
});

test("runs nothing from a folder that others can write, or that only points elsewhere", () => {
	mkdirSync(own);
	chmodSync(own, 0o777);
	expect(() => writeOnce("child", "program", unwritable)).toThrow(
		`${own} belongs to another user, or others may write it; remove it`,
	);
	rmSync(own, { recursive: true });
	mkdirSync(join(folder, "elsewhere"));
	symlinkSync(join(folder, "elsewhere"), own);
	expect(() => writeOnce("child", "program", unwritable)).toThrow(
		"belongs to another",
	);
});

test("does not hide another error than that it may not write", () => {
	writeFileSync(join(folder, "file"), "");
	expect(() =>
		writeOnce("child", "program", join(folder, "file", "cache")),
	).toThrow("ENOTDIR");
});
