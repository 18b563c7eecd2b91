/** Every layer that this machine has: seen on, seen off when it is taken away, and tried by a hostile program. */
import { once } from "node:events";
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { SandboxChild } from "../../../../grader/sandbox/child-process.ts";
import { getChildPrograms } from "../../../../grader/sandbox/child-program.ts";
import { composeLaunch } from "../../../../grader/sandbox/hardening/command.ts";
import {
	type Hardening,
	probeHardening,
} from "../../../../grader/sandbox/hardening/hardening.ts";
import {
	allSwitchesOn,
	isAtLeast,
	type LayerId,
	type Level,
	layersOf,
	type Switches,
} from "../../../../grader/sandbox/hardening/layers.ts";
import {
	findNode,
	lowerPriority,
	startLaunch,
} from "../../../../grader/sandbox/hardening/start.ts";
import {
	findTools,
	type Tools,
	whyUnreadable,
} from "../../../../grader/sandbox/hardening/tools.ts";
import { attacker } from "./attacker.ts";

const programs = await getChildPrograms();
const program = programs.student;
const tools = await findTools(programs.addon);
const isRoot = process.getuid?.() === 0;

/** Probing is half a second of work: each combination once. */
const probed = new Map<string, Promise<Hardening>>();
function probeWithout(...off: (keyof Switches)[]): Promise<Hardening> {
	const key = off.join(" ");
	const known = probed.get(key);
	if (known) return known;
	const switches = Object.fromEntries(off.map((name) => [name, false]));
	const probing = probeHardening(
		programs,
		{ ...allSwitchesOn, ...switches },
		tools,
	);
	probed.set(key, probing);
	return probing;
}

const best = await probeWithout();
const isOn = ({ layers }: Hardening, id: LayerId) =>
	layers.find((layer) => layer.id === id)?.isOn;
const detailOf = ({ layers }: Hardening, id: LayerId) =>
	layers.find((layer) => layer.id === id)?.detail ?? "";

const folder = mkdtempSync(join(tmpdir(), "chainrule-hardening-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

/** A program of ours that stands where a tool of the machine should. */
function writeTool(name: string, script: string): string {
	const file = join(folder, name);
	writeFileSync(file, `#!/bin/sh\n${script}\n`);
	chmodSync(file, 0o755);
	return file;
}

describe("what the probe says", () => {
	it("names every layer once, with what was seen, and the level follows from it", () => {
		const ids = best.layers.map(({ id }) => id);
		expect(new Set(ids).size).toBe(11);
		for (const { detail } of best.layers) expect(detail).not.toBe("");
		for (const id of layersOf(best.level)) expect(isOn(best, id)).toBe(true);
	});

	const removals: [keyof Switches, LayerId, (keyof Switches)[], Level][] = [
		["jitless", "no-machine-code", [], "D"],
		["permissionModel", "permission-model", [], "D"],
		["limits", "resource-limits", [], "D"],
		["limits", "process-count", [], "D"],
		["namespaces", "network", [], "C"],
		["namespaces", "processes", [], "C"],
		["files", "files", [], "B"],
		["seccomp", "system-calls", [], "B"],
		// bubblewrap sets it in any case.
		["noNewPrivileges", "no-new-privileges", ["files", "seccomp"], "C"],
		["lowPriority", "low-priority", [], "A"],
		...(isRoot
			? [["ownUser", "own-user", [], "D"] as (typeof removals)[number]]
			: []),
	];
	for (const [name, layer, also, level] of removals) {
		it.skipIf(!isOn(best, layer))(
			`says that ${layer} is off without ${name}, and no more than level ${level}`,
			async () => {
				expect(isOn(await probeWithout(...also), layer)).toBe(true);
				const less = await probeWithout(...also, name);
				expect(isOn(less, layer)).toBe(false);
				expect(less.level === level || !isAtLeast(less.level, level)).toBe(
					true,
				);
			},
		);
	}
});

describe("a machine with less", () => {
	const probeWith = (change: Partial<Tools>) =>
		probeHardening(programs, allSwitchesOn, { ...tools, ...change });

	it.each<[keyof Tools, LayerId, Level]>([
		["bwrap", "files", "B"],
		["bwrap", "system-calls", "B"],
		["sh", "resource-limits", "D"],
	])(
		"without %s: %s is off and the level at most %s",
		async (tool, layer, level) => {
			const less = await probeWith({ [tool]: null });
			expect(isOn(less, layer)).toBe(false);
			expect(less.level === level || !isAtLeast(less.level, level)).toBe(true);
		},
	);

	it("says that it has no bubblewrap", async () => {
		expect(detailOf(await probeWith({ bwrap: null }), "files")).toContain(
			"this machine has no bwrap",
		);
	});

	it("without any tool still starts, at level D as root and never above C", async () => {
		const bare = await probeWith({ bwrap: null, unshare: null, setpriv: null });
		expect(bare.level === "A" || bare.level === "B").toBe(false);
		if (isRoot) expect(bare.level).toBe("D");
	});

	it("goes on without a bubblewrap that fails, and says what it said", async () => {
		const bwrap = writeTool(
			"bwrap",
			"echo 'bwrap: no namespaces today' >&2; exit 1",
		);
		const less = await probeWith({ bwrap });
		expect(isOn(less, "files")).toBe(false);
		expect(detailOf(less, "files")).toContain(
			"does not start: bwrap: no namespaces today",
		);
		expect(isOn(less, "network")).toBe(isOn(best, "network"));
	});

	it("goes on without an unshare that fails", async () => {
		const unshare = writeTool(
			"unshare",
			"echo 'unshare: not allowed' >&2; exit 1",
		);
		const less = await probeWith({ bwrap: null, unshare });
		expect(isOn(less, "network")).toBe(false);
		expect(detailOf(less, "network")).toContain("unshare: not allowed");
		expect(isOn(less, "resource-limits")).toBe(isOn(best, "resource-limits"));
	});

	it("is not fooled by a bubblewrap that does nothing", async () => {
		const bwrap = writeTool(
			"bwrap-idle",
			'while [ "$1" != -- ]; do shift; done; shift; "$@" <&0',
		);
		const less = await probeWith({ bwrap });
		for (const id of ["files", "system-calls", "network", "processes"] as const)
			expect(isOn(less, id)).toBe(false);
		expect(isAtLeast(less.level, "B")).toBe(false);
	});

	it("knows which folder is closed to others", () => {
		const closed = join(folder, "closed");
		writeFileSync(closed, "");
		chmodSync(closed, 0o600);
		expect(whyUnreadable(closed)).toContain(
			`${closed} is closed to other users (mode 600)`,
		);
		expect(whyUnreadable(process.execPath)).toBeNull();
	});
});

describe.skipIf(!isOn(best, "files"))("a layer that is lost later", () => {
	it("keeps children from starting, by name", async () => {
		const lost = join(folder, "lost");
		const bwrap = writeTool(
			"bwrap-later",
			`[ -e ${lost} ] || exec ${tools.bwrap} "$@"
while [ "$1" != -- ]; do shift; done; shift; "$@" <&0`,
		);
		const hardening = await probeHardening(programs, allSwitchesOn, {
			...tools,
			bwrap,
		});
		expect(hardening.level).toBe(best.level);
		writeFileSync(lost, "");
		const child = new SandboxChild(program, hardening);
		await expect(child.ready).rejects.toThrow(
			/came up without a layer that this machine gave before: .*system-calls/,
		);
		await child.exited;
	});

	it("keeps children from starting when the tool fails, with its words", async () => {
		const broken = join(folder, "broken");
		const bwrap = writeTool(
			"bwrap-broken",
			`[ -e ${broken} ] || exec ${tools.bwrap} "$@"
echo 'bwrap: broken today' >&2; exit 1`,
		);
		const hardening = await probeHardening(programs, allSwitchesOn, {
			...tools,
			bwrap,
		});
		writeFileSync(broken, "");
		const child = new SandboxChild(program, hardening);
		await expect(child.ready).rejects.toThrow("bwrap: broken today");
		await child.exited;
	});
});

/** @returns how each attempt of the hostile program ended, at this hardening without the permission model */
async function attack({ setup }: Hardening): Promise<Record<string, string>> {
	const server = createServer((socket) => socket.destroy());
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const outside = join(folder, "written");
	chmodSync(folder, 0o777);
	const launch = composeLaunch(
		{ ...setup, switches: { ...setup.switches, permissionModel: false } },
		program,
		["--eval", attacker, "--", String(port), String(process.pid), outside],
	);
	const child = startLaunch(launch);
	// As a child's priority is lowered in earnest: when its process is there.
	const lowering = setInterval(
		() => lowerPriority(launch, findNode(launch, child.pid)),
		20,
	);
	let text = "";
	(child.stdio[3] as Readable).on("data", (data: Buffer) => {
		text += data.toString("utf8");
	});
	child.stderr?.resume();
	await once(child, "close");
	clearInterval(lowering);
	server.close();
	if (existsSync(outside)) {
		expect(readFileSync(outside, "utf8")).toBe("");
		rmSync(outside);
	}
	return Object.fromEntries(
		text
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line) as [string, string]),
	);
}

const refused = expect.not.stringMatching(/^done$/);

describe("a hostile program in a child", () => {
	it.skipIf(best.level !== "A")(
		"can do nothing of all this at level A",
		async () => {
			expect(await attack(best)).toEqual({
				"read /etc/passwd": "ENOENT",
				"read the parent's environment": "ENOENT",
				"open the parent's memory": "ENOENT",
				"signal the parent": refused,
				"become root": "EPERM",
				"raise its priority": refused,
				"start a process": "EPERM",
				"write a file": refused,
				"open 40 files": "EMFILE",
				"connect to us": "EPERM",
			});
		},
	);

	it.skipIf(!isAtLeast(best.level, "B"))(
		"reaches neither our network nor our process at level B",
		async () => {
			const hardening = await probeWithout("files", "seccomp");
			expect(hardening.level).toBe("B");
			expect(await attack(hardening)).toMatchObject({
				"read the parent's environment": "EACCES",
				"open the parent's memory": "EACCES",
				"signal the parent": "ESRCH",
				"become root": refused,
				"raise its priority": refused,
				"write a file": refused,
				"open 40 files": "EMFILE",
				"connect to us": refused,
			});
		},
	);

	it.skipIf(!isAtLeast(best.level, "C") || !isRoot)(
		"as a user of its own can neither signal nor read us at level C",
		async () => {
			const hardening = await probeWithout("files", "seccomp", "namespaces");
			expect(hardening.level).toBe("C");
			expect(await attack(hardening)).toMatchObject({
				"read the parent's environment": "EACCES",
				"open the parent's memory": "EACCES",
				"signal the parent": "EPERM",
				"become root": "EPERM",
				"raise its priority": refused,
				"write a file": refused,
				"open 40 files": "EMFILE",
				// No layer of this level closes the network: it must not be claimed.
				"connect to us": "done",
			});
		},
	);

	it.skipIf(!isOn(best, "files"))(
		"without the file system of its own reads /etc, so that layer is what hides it",
		async () => {
			const ends = await attack(await probeWithout("files"));
			expect(ends["read /etc/passwd"]).toBe("done");
			expect(ends["connect to us"]).toBe("EPERM");
		},
	);

	it.skipIf(!isOn(best, "system-calls"))(
		"without the filter starts processes, so that layer is what refuses them",
		async () => {
			const ends = await attack(await probeWithout("seccomp"));
			expect(ends["start a process"]).toBe("done");
			expect(ends["read /etc/passwd"]).toBe("ENOENT");
		},
	);

	it.skipIf(!isOn(best, "system-calls"))(
		"cannot have V8 write machine code: the filter refuses the memory",
		async () => {
			const { setup } = best;
			const { filter } = composeLaunch(setup, program, []);
			const launch = composeLaunch(
				{ ...setup, switches: { ...setup.switches, jitless: false } },
				program,
				["--eval", "0"],
			);
			const run = async (withFilter: Buffer | null) => {
				const child = startLaunch({ ...launch, filter: withFilter });
				child.stderr?.resume();
				const [code] = (await once(child, "exit")) as [number | null];
				return code;
			};
			expect(await run(launch.filter)).toBe(0);
			expect(await run(filter)).not.toBe(0);
		},
	);
});

describe.skipIf(!isRoot || !isOn(best, "own-user"))("as root", () => {
	it("gives each child a user to itself", async () => {
		const children = [1, 2].map(() => new SandboxChild(program, best));
		await Promise.all(children.map((child) => child.ready));
		const users = children.map(
			({ pid }) =>
				/^Uid:\t(\d+)/m.exec(
					readFileSync(`/proc/${pid}/status`, "latin1"),
				)?.[1],
		);
		for (const child of children) child.kill();
		await Promise.all(children.map((child) => child.exited));
		expect(new Set(users).size).toBe(2);
		for (const user of users)
			expect(Number(user)).toBeGreaterThanOrEqual(60_600);
	});
});
