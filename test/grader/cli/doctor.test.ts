import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openStore } from "../../../db/open-store.ts";
import {
	describe as describeFindings,
	doctor,
	examineAmount,
	examineData,
	examineNode,
	examineSandbox,
	type Finding,
} from "../../../grader/cli/doctor.ts";
import type { Hardening } from "../../../grader/sandbox/hardening/hardening.ts";
import {
	type LayerId,
	layerIds,
	levelOf,
} from "../../../grader/sandbox/hardening/layers.ts";

const folder = mkdtempSync(join(tmpdir(), "chainrule-doctor-"));
afterAll(() => rmSync(folder, { recursive: true }));

const find = (findings: readonly Finding[], id: string) =>
	findings.find((finding) => finding.id === id);

/** A machine on which these layers are off, each for its reason. */
function machineWithout(off: Partial<Record<LayerId, string>>) {
	const layers = layerIds.map((id) => ({
		id,
		isOn: off[id] === undefined,
		detail: off[id] ?? "fine",
	}));
	return async () =>
		({ layers, level: levelOf(layers) }) as unknown as Hardening;
}

describe("the level", () => {
	it("is fine when it is the best, and needs no advice", async () => {
		const { findings } = await examineSandbox(undefined, machineWithout({}));
		expect(find(findings, "level")).toEqual({
			id: "level",
			status: "ok",
			text: "isolation level A",
		});
	});

	it
		.runIf(process.platform === "linux")
		.each<[string, Partial<Record<LayerId, string>>, string]>([
			[
				"without bubblewrap",
				{ files: "this machine has no bwrap", "system-calls": "no filter" },
				"apt-get install bubblewrap",
			],
			[
				"where namespaces are closed",
				{
					files: "does not start: bwrap: not permitted",
					network: "does not start: unshare",
				},
				"let ordinary users make user namespaces",
			],
			[
				"without setpriv",
				{ "no-new-privileges": "this machine has no setpriv" },
				"install util-linux",
			],
			[
				"in a closed folder",
				{
					"own-user":
						"it runs as root; /root is closed to other users (mode 700)",
				},
				"start it as a user of its own",
			],
		])("%s comes with what would raise it", async (_what, off, advice) => {
		const { findings } = await examineSandbox(undefined, machineWithout(off));
		expect(find(findings, "level")?.advice).toContain(advice);
	});

	it("below the demanded one is bad", async () => {
		const machine = machineWithout({ files: "none" });
		const { findings } = await examineSandbox("A", machine);
		expect(find(findings, "level")).toMatchObject({
			status: "bad",
			text: "isolation level B; CHAINRULE_MIN_LEVEL demands A",
		});
		const fine = await examineSandbox("B", machine);
		expect(find(fine.findings, "level")?.status).toBe("ok");
	});

	it("cannot be demanded by a word that is none", async () => {
		const { findings } = await examineSandbox("best", machineWithout({}));
		expect(find(findings, "level")).toMatchObject({
			status: "bad",
			text: 'CHAINRULE_MIN_LEVEL: expected A, B, C or D; got "best"',
		});
	});

	it("D warns", async () => {
		const { findings } = await examineSandbox(
			undefined,
			machineWithout({ "own-user": "root" }),
		);
		expect(find(findings, "level")).toMatchObject({
			status: "warning",
			text: "isolation level D",
		});
	});
});

it("says that no child starts, and why", async () => {
	const { findings, hardening } = await examineSandbox(undefined, async () => {
		throw new Error("wrong module version");
	});
	expect(hardening).toBeNull();
	expect(findings).toMatchObject([
		{
			id: "isolated-vm",
			status: "bad",
			text: "no sandbox child starts: wrong module version",
		},
	]);
});

it("warns of another Node than the one that is pinned", () => {
	expect(examineNode().status).toBe("ok");
	expect(examineNode({ node: "22.1.0", v8: "12.4" })).toMatchObject({
		status: "warning",
		text: expect.stringContaining(
			"Node 22.1.0 with V8 12.4; expected Node 24.",
		),
	});
});

describe("the data folder", () => {
	it("that is not there yet can be made", () => {
		const findings = examineData(join(folder, "new/deep"));
		expect(find(findings, "data")?.text).toContain("can be made");
		expect(find(findings, "database")?.text).toMatch(
			/^SQLite 3\.\d+\.\d+; no database yet/,
		);
	});

	it("with a whole database is fine, and stays as it was", async () => {
		const data = join(folder, "whole");
		await openStore({ file: join(data, "chainrule.sqlite") }).close();
		const findings = examineData(data);
		expect(find(findings, "data")?.text).toContain("is writable");
		expect(find(findings, "database")).toMatchObject({
			status: "ok",
			text: expect.stringContaining("sqlite: ok"),
		});
		expect(find(findings, "clock")?.status).toBe("ok");
	});

	it("with something else than a database is bad", () => {
		const data = join(folder, "broken");
		mkdirSync(data);
		writeFileSync(
			join(data, "chainrule.sqlite"),
			"this is no database, however long it goes on".repeat(99),
		);
		expect(find(examineData(data), "database")).toMatchObject({
			status: "bad",
			text: expect.stringContaining("file is not a database"),
			advice: "restore the last backup",
		});
	});

	it("that cannot be written is bad", () => {
		// Where a file stands no folder can be made, for root neither.
		const file = join(folder, "file");
		writeFileSync(file, "");
		expect(find(examineData(file), "data")).toMatchObject({ status: "bad" });
	});
});

it.each<[number, Finding["status"]]>([
	[5, "ok"],
	[1.5, "warning"],
	[0.5, "bad"],
])("finds %s MiB of at least 1 and better 2: %s", (amount, status) => {
	const limits = { least: 2 ** 20, wanted: 2 * 2 ** 20 };
	expect(examineAmount("disk", "free", amount * 2 ** 20, limits).status).toBe(
		status,
	);
});

it("keeps what it found from steering the terminal", () => {
	const text = describeFindings(
		[{ id: "level", status: "bad", text: "a\u001b[2Jb", advice: "c\u202ed" }],
		[{ id: "files", isOn: false, detail: "e\u0007f\r" }],
	);
	expect(text).toBe("✗ a·[2Jb\n    off files  e·f·\n    → c·d");
});

it("prints one object, and exits with 0 or 1 as it says", async () => {
	const printed: string[] = [];
	const log = console.log;
	console.log = (text: string) => printed.push(text);
	try {
		const code = await doctor(["--json", "--data", join(folder, "none")]);
		const [text = ""] = printed;
		const result = JSON.parse(text) as {
			ok: boolean;
			level: string;
			layers: unknown[];
			findings: Finding[];
		};
		expect(code).toBe(result.ok ? 0 : 1);
		expect(result.level).toMatch(/^[A-D]$/);
		expect(result.layers).toHaveLength(layerIds.length);
		expect(result.findings.map(({ id }) => id)).toEqual([
			"node",
			"isolated-vm",
			"level",
			"data",
			"disk",
			"database",
			"clock",
			"memory",
		]);
	} finally {
		console.log = log;
	}
});
