import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NextConfig } from "next";

const repositoryFolder = join(import.meta.dirname, "..");

/** Where the editor's files lie; `web/build.ts` makes them before Next reads this. (Next cannot import our own modules here.) */
const monacoManifest = join(import.meta.dirname, "public/monaco/manifest.json");

const unchangingFiles = [
	{ key: "Cache-Control", value: "public, max-age=31536000, immutable" },
];

/** What a browser offers to pages and no page of ours asks for. */
const unusedFeatures = [
	"accelerometer",
	"autoplay",
	"browsing-topics",
	"camera",
	"display-capture",
	"geolocation",
	"gyroscope",
	"hid",
	"magnetometer",
	"microphone",
	"midi",
	"payment",
	"serial",
	"usb",
	"xr-spatial-tracking",
];

const config: NextConfig = {
	turbopack: {
		root: repositoryFolder,
		resolveAlias: { "next-intl/config": "./i18n/request.ts" },
	},
	outputFileTracingRoot: repositoryFolder,
	serverExternalPackages: ["better-sqlite3", "pino"],
	// Types are checked by `npm run check`, once for the whole repository.
	typescript: { ignoreBuildErrors: true },
	env: {
		MONACO_FILES: existsSync(monacoManifest)
			? readFileSync(monacoManifest, "utf8")
			: "null",
	},
	poweredByHeader: false,
	// No pictures are files here, so nothing is to be fetched and resized on anybody's behalf.
	images: { unoptimized: true },
	headers: async () => [
		{
			source: "/monaco/:file(.+-[A-Z0-9]{8}\\.\\w+)",
			headers: unchangingFiles,
		},
		{
			source: "/:path*",
			headers: [
				{ key: "X-Content-Type-Options", value: "nosniff" },
				{ key: "Referrer-Policy", value: "same-origin" },
				{ key: "X-Frame-Options", value: "DENY" },
				{ key: "Cross-Origin-Opener-Policy", value: "same-origin" },
				{ key: "Cross-Origin-Resource-Policy", value: "same-origin" },
				{
					key: "Permissions-Policy",
					value: unusedFeatures.map((name) => `${name}=()`).join(", "),
				},
			],
		},
		// Data, never a page: should a browser show it as one, nothing in it does anything.
		...["/api/:path*", "/healthz", "/readyz", "/metrics"].map((source) => ({
			source,
			headers: [
				{
					key: "Content-Security-Policy",
					value: "default-src 'none'; frame-ancestors 'none'; sandbox",
				},
			],
		})),
	],
};

export default config;
