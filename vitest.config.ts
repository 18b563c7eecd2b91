import { defineConfig } from "vitest/config";

/** Two projects: `unit` is everything that needs no browser, `journeys` drives a real one against a real server. */
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["test/**/*.test.ts"],
					exclude: ["test/journeys/**"],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					pool: "forks",
					maxWorkers: 2,
				},
			},
			{
				test: {
					name: "journeys",
					include: ["test/journeys/**/*.test.ts"],
					globalSetup: "test/journeys/build.ts",
					testTimeout: 180_000,
					hookTimeout: 600_000,
					pool: "forks",
					fileParallelism: false,
				},
			},
		],
	},
});
