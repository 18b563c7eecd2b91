/** A headless browser: an installed Chrome or Chromium, else the one that comes inside an npm package. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const installed = [
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Nothing of the browser's own may go out; root has no sandbox of its own. */
const args = [
	"--no-sandbox",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-dev-shm-usage",
];

/** `CHAINRULE_TEST_BROWSER=packaged` leaves installed browsers aside. */
export async function launchBrowser(): Promise<Browser> {
	const found =
		process.env.CHAINRULE_TEST_BROWSER === "packaged"
			? undefined
			: installed.find((path) => existsSync(path));
	if (found) return chromium.launch({ executablePath: found, args });
	return chromium.launch({
		...(await unpackBrowser()),
		args: [...args, "--no-zygote", "--headless=shell"],
	});
}

/** The package unpacks the browser into the temporary folder; its libraries are beside it for a plain Linux system. */
async function unpackBrowser(): Promise<{
	executablePath: string;
	env: Record<string, string>;
}> {
	const { default: packaged, inflate } = await import("@sparticuz/chromium");
	const executablePath = await packaged.executablePath();
	const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
	await inflate(join(dirname(entry), "../bin/al2023.tar.br"));
	const libraries = join(tmpdir(), "al2023/lib");
	const env: Record<string, string> = {
		...(process.env as Record<string, string>), // set variables are strings
		LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH ?? ""]
			.filter(Boolean)
			.join(":"),
		FONTCONFIG_PATH: join(tmpdir(), "fonts"),
	};
	return { executablePath, env };
}
