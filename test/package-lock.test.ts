/** `npm ci` on an empty machine of any platform: nothing compiled, nothing missing, no registry named. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface LockedPackage {
	version?: string;
	resolved?: string;
	gypfile?: boolean;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
}

const project = join(import.meta.dirname, "..");
const lock = JSON.parse(
	readFileSync(join(project, "package-lock.json"), "utf8"),
) as { packages: Record<string, LockedPackage> };

describe("package-lock.json", () => {
	it("tells npm that better-sqlite3 needs no compiling, which a lock file otherwise forgets", () => {
		// npm sees its binding.gyp and would run node-gyp; the package itself says `"gypfile": false`.
		expect(lock.packages["node_modules/better-sqlite3"]?.gypfile).toBe(false);
	});

	it("lists every optional package of every platform, or `npm ci` refuses it", () => {
		const missing = Object.entries(lock.packages).flatMap(([at, locked]) =>
			Object.keys(locked.optionalDependencies ?? {}).filter(
				(name) =>
					!(`${at}/node_modules/${name}` in lock.packages) &&
					!(`node_modules/${name}` in lock.packages),
			),
		);
		expect(missing).toEqual([]);
	});

	it("names no address that packages were fetched from", () => {
		const addresses = Object.values(lock.packages).flatMap(
			({ resolved }) => resolved ?? [],
		);
		expect(addresses).toEqual([]);
	});
});

describe("package.json", () => {
	it("pins every dependency exactly", () => {
		const manifest = JSON.parse(
			readFileSync(join(project, "package.json"), "utf8"),
		) as LockedPackage;
		const ranges = Object.entries({
			...manifest.dependencies,
			...manifest.devDependencies,
		}).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range));
		expect(ranges).toEqual([]);
	});
});
