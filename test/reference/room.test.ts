import { readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";

const room = new URL("../../reference/", import.meta.url);
const files = readdirSync(room);

describe("the room reference/", () => {
	it.each(files)("imports nothing from outside in %s", (file) => {
		const text = readFileSync(new URL(file, room), "utf8");
		const sources = [
			...text.matchAll(/\bfrom\s+"([^"]+)"|\bimport\s*\(?\s*"([^"]+)"/g),
		].map((match) => match[1] ?? match[2]);
		for (const source of sources)
			expect(files.map((name) => `./${name}`)).toContain(source);
	});

	it("runs in a bare engine, without console, crypto, TextEncoder or anything else of Node's", () => {
		const entry = files
			.map((file, index) => `export * as room${index} from "./${file}";`)
			.join("\n");
		const { outputFiles } = buildSync({
			stdin: { contents: entry, resolveDir: room.pathname, loader: "ts" },
			bundle: true,
			write: false,
			format: "iife",
			globalName: "rooms",
			platform: "neutral",
			target: "es2024",
		});
		const context = createContext(Object.create(null));
		// V8 itself puts a console into every new context.
		runInContext("delete globalThis.console", context);
		runInContext(outputFiles[0]?.text ?? "", context);
		const random = files.indexOf("random.ts");
		const chain = files.indexOf("nonlinear-chain.ts");
		expect(
			runInContext(
				"typeof console + typeof crypto + typeof TextEncoder",
				context,
			),
		).toBe("undefined".repeat(3));
		expect(
			runInContext(
				`rooms.room${chain}.solve(2, 2.13, 1e-3, 20).rounds`,
				context,
			),
		).toBe(5);
		expect(
			runInContext(
				`typeof rooms.room${random}.createRandom("链").normal()`,
				context,
			),
		).toBe("number");
	});
});
