/**
 * Theory of operation. At its first use in a process, hardening finds out which layers this machine gives: it tries all of
 * them together, and when Node does not start that way it takes away what failed and tries again, until it starts. What is
 * on is what the last try showed. From then on every child is started in exactly that way and looked at once more before it
 * gets a job; one that came up with less is refused, so a level is never silently lowered.
 */
import type { ChildProcess } from "node:child_process";
import type { ChildProgram, ChildPrograms } from "../child-program.ts";
import { composeLaunch, type Launch, type Setup } from "./command.ts";
import {
	allSwitchesOn,
	type Layer,
	type LayerId,
	type Level,
	levelOf,
	type Switches,
} from "./layers.ts";
import { LaunchError, type ProbedPrograms, probe } from "./probe.ts";
import {
	findNode,
	lowerPriority,
	readProcessStatus,
	startLaunch,
} from "./start.ts";
import { findTools, type Tools, whyUnreadable } from "./tools.ts";

/** What stands around each child of this process. */
export interface Hardening {
	level: Level;
	layers: readonly Layer[];
	switches: Readonly<Switches>;
	/** What its launches are made of; a test starts a program of its own in the same way. */
	setup: Setup;
	/** Starts one child, whose Node is not found before it has reported that it is ready. */
	start(program: ChildProgram): StartedChild;
}

export interface StartedChild {
	process: ChildProcess;
	/**
	 * Call once the child has reported ready.
	 * @returns the id of the process that runs Node @throws Error when a layer is missing
	 */
	confirm(): number;
}

/** The rest of what is taken away when a try fails and nobody says why, the least missed first. */
const dispensable: readonly LayerId[] = [
	"system-calls",
	"files",
	"process-count",
	"processes",
	"network",
	"no-new-privileges",
	"own-user",
	"resource-limits",
];

const known = new Map<string, Promise<Hardening>>();

/** Probes at the first call; later ones with the same program and switches get the same answer. */
export function getHardening(
	programs: ChildPrograms,
	switches: Partial<Switches> = {},
): Promise<Hardening> {
	const all = { ...allSwitchesOn, ...switches };
	const key = JSON.stringify([programs.hash, all]);
	let hardening = known.get(key);
	if (!hardening) {
		hardening = probeHardening(programs, all);
		hardening.catch(() => known.delete(key)); // a failed probe must not stay: the next child tries again
		known.set(key, hardening);
	}
	return hardening;
}

/**
 * Finds the best launch of this machine by trying.
 * @param found the machine's tools, for a test that takes one away
 * @throws LaunchError when Node starts in no way at all
 */
export async function probeHardening(
	programs: ProbedPrograms,
	switches: Readonly<Switches>,
	found?: Tools,
): Promise<Hardening> {
	const tools = found ?? (await findTools(programs.addon));
	const without = new Map<LayerId, string>();
	const closed = process.getuid?.() === 0 ? whyClosed(programs) : null;
	if (closed !== null) without.set("own-user", closed);
	for (;;) {
		const setup: Setup = {
			switches,
			without: new Set(without.keys()),
			tools,
		};
		try {
			const layers = await probe(setup, programs);
			return toHardening(setup, explain(layers, setup, without));
		} catch (error) {
			if (!(error instanceof LaunchError)) throw error;
			const suspects = findSuspects(error.message, without);
			if (suspects.length === 0) throw error;
			for (const id of suspects)
				without.set(id, `does not start: ${error.message}`);
		}
	}
}

/** Why a child with a user of its own could not read what it needs; null when it can. */
function whyClosed({ student, addon }: ProbedPrograms): string | null {
	for (const file of [process.execPath, student.file, addon]) {
		const reason = whyUnreadable(file);
		if (reason !== null) return reason;
	}
	return null;
}

/** Which layers to do without after a failed try: those of the program that complained, else the next dispensable one. */
function findSuspects(
	message: string,
	without: ReadonlyMap<LayerId, string>,
): LayerId[] {
	const mine: Record<string, readonly LayerId[]> = {
		bwrap: ["system-calls", "files"],
		unshare: ["processes", "network"],
		setpriv: ["own-user", "no-new-privileges"],
	};
	const [, speaker = ""] =
		/(?:^|\/)(bwrap|unshare|setpriv):/.exec(message) ?? [];
	const left = (mine[speaker] ?? []).filter((id) => !without.has(id));
	if (left.length > 0) return left;
	return dispensable.filter((id) => !without.has(id)).slice(0, 1);
}

/** Puts the reason where a layer is off: the probe sees that it is, not why. */
function explain(
	layers: readonly Layer[],
	{ tools, switches }: Setup,
	without: ReadonlyMap<LayerId, string>,
): Layer[] {
	const needs = (tool: string, path: string | null) =>
		path === null ? `this machine has no ${tool}` : null;
	const namespaces =
		tools.bwrap === null ? needs("unshare", tools.unshare) : null;
	const reasons: Partial<Record<LayerId, string | null>> = {
		"own-user":
			process.getuid?.() === 0 ? needs("setpriv", tools.setpriv) : null,
		"no-new-privileges": needs("setpriv", tools.setpriv),
		network: namespaces,
		processes: namespaces,
		files: needs("bwrap", tools.bwrap),
		"system-calls":
			needs("bwrap", tools.bwrap) ??
			(tools.makeFilter(switches.jitless) === null
				? `no filter is known for ${process.arch}`
				: null),
	};
	return layers.map((layer) => {
		const reason = without.get(layer.id) ?? reasons[layer.id];
		if (layer.isOn || !reason) return layer;
		return { ...layer, detail: `${layer.detail}; ${reason}` };
	});
}

function toHardening(setup: Setup, layers: Layer[]): Hardening {
	const on = new Set(layers.filter(({ isOn }) => isOn).map(({ id }) => id));
	return {
		level: levelOf(layers),
		layers,
		switches: setup.switches,
		setup,
		start(program) {
			const launch = composeLaunch(setup, program, [program.file]);
			const process = startLaunch(launch);
			return { process, confirm: () => confirm(launch, process, on) };
		},
	};
}

/** Asks the kernel whether this child has what the probe found. */
function confirm(
	launch: Launch,
	started: ChildProcess,
	on: ReadonlySet<LayerId>,
): number {
	const node = findNode(launch, started.pid);
	if (node === undefined)
		throw new Error("a sandbox child came up, and its process cannot be found");
	lowerPriority(launch, node);
	const status = readProcessStatus(node);
	const missing: LayerId[] = [];
	const demand = (id: LayerId, isThere: boolean | undefined) => {
		if (on.has(id) && !isThere) missing.push(id);
	};
	demand(
		"own-user",
		status !== null && !status.isRoot && !status.hasCapabilities,
	);
	demand("no-new-privileges", status?.noNewPrivileges);
	demand("system-calls", status?.isFiltered);
	demand(
		"processes",
		(status?.pidNamespaces ?? 0) >
			(readProcessStatus(process.pid)?.pidNamespaces ?? 1),
	);
	if (missing.length > 0)
		throw new Error(
			`a sandbox child came up without a layer that this machine gave before: ${missing.join(", ")}`,
		);
	return node;
}
