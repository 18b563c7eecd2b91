import { expect, it } from "vitest";
import {
	type ChildEndCause,
	childEndCauses,
} from "../../../grader/sandbox/child-end.ts";
import { logChildEnd } from "../../../grader/worker/log-child-end.ts";
import type { WorkerLog } from "../../../grader/worker/worker.ts";

function linesFor(cause: ChildEndCause, stderr = "canary") {
	const lines: { level: string; event: object; message: string }[] = [];
	const at = (level: string) => (event: object, message: string) =>
		lines.push({ level, event, message });
	const log: WorkerLog = {
		debug: at("debug"),
		info: at("info"),
		error: at("error"),
	};
	logChildEnd(log, "students", { cause, pid: 7, job: "s", stderr });
	return lines;
}

it("tells causes at the level of their weight", () => {
	const levels = childEndCauses.map((cause) => [
		cause,
		linesFor(cause)[0]?.level,
	]);
	expect(Object.fromEntries(levels)).toEqual({
		time_limit: "info",
		memory_limit: "info",
		crashed: "error",
		protocol_error: "error",
		retired: "debug",
		used: "debug",
		closed: "debug",
	});
	expect(linesFor("crashed")[0]?.event).toEqual({
		submissionId: "s",
		pool: "students",
		childPid: 7,
		cause: "crashed",
	});
});

it.each(childEndCauses)(
	"tells what a child wrote at no level but debug: %s",
	(cause) => {
		const told = linesFor(cause).filter((line) =>
			JSON.stringify(line).includes("canary"),
		);
		expect(told.filter(({ level }) => level !== "debug")).toEqual([]);
	},
);

it("has nothing more to tell of a child that wrote nothing", () => {
	expect(linesFor("crashed", "")).toHaveLength(1);
	expect(linesFor("crashed", "Aborted")).toHaveLength(2);
});
