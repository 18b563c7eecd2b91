import { availableParallelism } from "node:os";
import { expect, it, vi } from "vitest";
import { serve } from "../../../grader/cli/serve.ts";
import { readWorkerSettings } from "../../../grader/worker/settings.ts";

it("takes what is set to nothing for not set", () => {
	const expected = { size: availableParallelism(), isolation: "isolate" };
	expect(readWorkerSettings({})).toEqual(expected);
	expect(
		readWorkerSettings({ CHAINRULE_GRADERS: "", CHAINRULE_ISOLATION: "" }),
	).toEqual(expected);
	expect(
		readWorkerSettings({
			CHAINRULE_GRADERS: "12",
			CHAINRULE_ISOLATION: "process",
		}),
	).toEqual({ size: 12, isolation: "process" });
});

it.each(["0", "abc", "1.5", "-1", "1e3", "NaN"])(
	"names CHAINRULE_GRADERS when it is %s",
	(graders) => {
		expect(() => readWorkerSettings({ CHAINRULE_GRADERS: graders })).toThrow(
			`CHAINRULE_GRADERS: expected how many submissions to grade at the same time, 1 or more; got "${graders}"`,
		);
	},
);

it("names CHAINRULE_ISOLATION when it is wrong", () => {
	expect(() => readWorkerSettings({ CHAINRULE_ISOLATION: "vm" })).toThrow(
		'CHAINRULE_ISOLATION: expected "isolate" or "process"; got "vm"',
	);
});

it("keeps serve from starting, rather than starting a worker for ever", async () => {
	vi.stubEnv("CHAINRULE_GRADERS", "many");
	await expect(serve(["--data", "/no/such/folder"])).rejects.toThrow(
		'CHAINRULE_GRADERS: expected how many submissions to grade at the same time, 1 or more; got "many"',
	);
	vi.unstubAllEnvs();
});
