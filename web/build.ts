/** Builds everything the web process serves: the editor's bundle, then the Next application. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { buildMonaco } from "./editor/build-monaco.ts";

await buildMonaco();
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const { status } = spawnSync(
	process.execPath,
	[next, "build", import.meta.dirname],
	{
		stdio: "inherit",
		env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
	},
);
process.exitCode = status ?? 1;
